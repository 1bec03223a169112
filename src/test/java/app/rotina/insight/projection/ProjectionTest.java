package app.rotina.insight.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 6); // a Monday

    @Test
    void carriesASteadyShopOn() {
        Projection projection = next(days(200, t -> 100), ProjectionTest::plain, 15);

        assertThat(projection.total()).isCloseTo(1500, within(15.0));
        assertThat(projection.reaches(1200)).hasValueCloseTo(1.0, within(.1));
        assertThat(projection.reaches(1800)).hasValueCloseTo(0.0, within(.1));
    }

    @Test
    void learnsWeekdays() {
        double[] daily =
                next(days(200, ProjectionTest::weekendShop), ProjectionTest::plain, 7).daily();

        assertThat(Arrays.stream(daily).max().orElseThrow()).isCloseTo(200, within(10.0));
        assertThat(Arrays.stream(daily).min().orElseThrow()).isCloseTo(100, within(5.0));
    }

    @Test
    void expectsNothingOnAWeekdayThatNeverSells() {
        DailySeries closedOnSundays =
                days(196, t -> FIRST.plusDays(t).getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : 100);

        Projection projection = next(closedOnSundays, ProjectionTest::plain, 14);

        assertThat(projection.total()).isCloseTo(1200, within(15.0));
        assertThat(projection.daily()[6]).isZero();
    }

    @Test
    void multipliesAnOccasionThatHasNotBeenByItsFactor() {
        LocalDate fair = FIRST.plusDays(203);
        Function<LocalDate, List<Occasion>> calendar =
                day -> day.equals(fair) ? List.of(new Occasion("fair", 3)) : List.of();

        double[] daily = next(days(200, t -> 100), calendar, 7).daily();

        assertThat(daily[3]).isCloseTo(300, within(10.0));
        assertThat(daily[2]).isCloseTo(100, within(3.0));
    }

    @Test
    void learnsFromAnOccasionThatHasBeen() {
        Function<LocalDate, List<Occasion>> calendar =
                day -> day.getDayOfMonth() == 5 ? List.of(new Occasion("fifth", 1.1)) : List.of();
        DailySeries series = days(200, t -> FIRST.plusDays(t).getDayOfMonth() == 5 ? 150 : 100);

        double[] daily = next(series, calendar, 15).daily();

        assertThat(Arrays.stream(daily).max().orElseThrow()).isBetween(135.0, 155.0);
    }

    @Test
    void keepsADayClosedThatIsSaidToBe() {
        Function<LocalDate, List<Occasion>> calendar =
                day -> day.equals(FIRST.plusDays(200)) ? List.of(Occasion.CLOSED) : List.of();

        assertThat(next(days(200, t -> 100), calendar, 3).daily()[0]).isZero();
    }

    @Test
    void saysNothingAfterLessThanEightWeeks() {
        assertThat(new DailyModel(days(55, t -> 100), ProjectionTest::plain).next(15)).isEmpty();
        assertThat(new DailyModel(days(90, t -> 0), ProjectionTest::plain).next(15)).isEmpty();
    }

    @Test
    void givesNoProbabilityBeforeThereAreEnoughPastOrigins() {
        Projection early = next(days(70, t -> 100), ProjectionTest::plain, 15);

        assertThat(early.total()).isCloseTo(1500, within(15.0));
        assertThat(early.quantile(.9)).isEmpty();
        assertThat(early.reaches(1000)).isEmpty();
    }

    @Test
    void isSureOfWhatNeedsNothingMore() {
        assertThat(next(noisy(300, 7), ProjectionTest::plain, 10).reaches(0)).hasValue(1.0);
    }

    @Test
    void bridgesDaysThatNobodyKnows() {
        DailySeries series = days(200, t -> t >= 120 && t < 130 ? Double.NaN : 100);

        assertThat(next(series, ProjectionTest::plain, 10).total()).isCloseTo(1000, within(15.0));
    }

    @Test
    void isTheSameEveryTime() {
        DailySeries series = noisy(500, 3);

        assertThat(next(series, ProjectionTest::plain, 15).daily())
                .isEqualTo(next(series, ProjectionTest::plain, 15).daily());
    }

    @Test
    void knowsNothingOfLaterDays() {
        DailySeries series = noisy(400, 5);
        LocalDate through = FIRST.plusDays(249);
        List<Expected> early = Expectations.of(series.through(through), ProjectionTest::plain);

        assertThat(Expectations.of(series, ProjectionTest::plain).subList(0, early.size()))
                .isEqualTo(early);
    }

    @Test
    void isSurprisedByADayThatBreaksOff() {
        DailySeries series = days(200, t -> t == 150 ? 40 : weekendShop(t) * wobble(t));

        List<Expected> all = Expectations.of(series, ProjectionTest::plain);

        Expected broken = all.stream().filter(day -> day.actual() == 40).findFirst().orElseThrow();
        assertThat(broken.surprise()).isLessThan(-5);
        assertThat(all.stream().filter(day -> Math.abs(day.surprise()) > 4)).hasSize(1);
    }

    @Property(tries = 20)
    void scalesWithItsUnit(
            @ForAll @DoubleRange(min = .01, max = 1e6) double unit,
            @ForAll @IntRange(min = 1, max = 999) int seed) {
        double[] values = values(150, seed);
        double[] others = Arrays.stream(values).map(value -> value * unit).toArray();

        double total = next(DailySeries.of(FIRST, values), ProjectionTest::plain, 15).total();

        assertThat(next(DailySeries.of(FIRST, others), ProjectionTest::plain, 15).total() / unit)
                .isCloseTo(total, within(total * 1e-6));
    }

    @Property(tries = 10)
    void ordersItsQuantilesAndProbabilities(@ForAll @IntRange(min = 1, max = 999) int seed) {
        Projection projection = next(noisy(300, seed), ProjectionTest::plain, 15);

        double low = projection.quantile(.1).orElseThrow();
        double high = projection.quantile(.9).orElseThrow();

        assertThat(low).isLessThan(high);
        assertThat(projection.reaches(low)).hasValueCloseTo(.9, within(1e-6));
        assertThat(projection.reaches(high)).hasValueCloseTo(.1, within(1e-6));
    }

    private static Projection next(
            DailySeries series, Function<LocalDate, List<Occasion>> calendar, int days) {
        return new DailyModel(series, calendar).next(days).orElseThrow();
    }

    private static DailySeries noisy(int count, long seed) {
        return DailySeries.of(FIRST, values(count, seed));
    }

    private static double[] values(int count, long seed) {
        Random random = new Random(seed);
        double[] values = new double[count];
        Arrays.setAll(values, t -> 100 * Math.exp(.2 * random.nextGaussian()));
        return values;
    }

    private static DailySeries days(int count, IntToDoubleFunction value) {
        return DailySeries.of(FIRST, IntStream.range(0, count).mapToDouble(value).toArray());
    }

    private static List<Occasion> plain(LocalDate day) {
        return List.of();
    }

    private static double weekendShop(int t) {
        return FIRST.plusDays(t).getDayOfWeek() == DayOfWeek.SATURDAY ? 200 : 100;
    }

    private static double wobble(int t) {
        return 1 + .1 * Math.sin(t * 1.7);
    }
}

package app.rotina.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DayWeightsTest {
    private static final CommercialCalendar BRAZIL = CommercialCalendar.of("BR");
    private static final CommercialCalendar PLAIN = CommercialCalendar.of("GB");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @Test
    void startsFromThePriorsOfTheCalendar() {
        DayWeights weights = DayWeights.prior(BRAZIL);

        assertThat(weight(weights, DayOfWeek.MONDAY)).isCloseTo(1.10, within(.001));
        assertThat(weights.events()).containsEntry("black_friday", new BigDecimal("3.6"));
        assertThat(weights.of(LocalDate.of(2026, 11, 27)).doubleValue())
                .isCloseTo(3.60, within(.01));
    }

    @Test
    void learnsTheWeekdaysOfAShop() {
        SortedMap<LocalDate, BigDecimal> daily = days(52, DayWeightsTest::weekendShop);

        DayWeights weights = DayWeights.before(NOVEMBER, PLAIN, daily);

        assertThat(weight(weights, DayOfWeek.SATURDAY)).isCloseTo(1.70, within(.1));
        assertThat(weight(weights, DayOfWeek.MONDAY)).isCloseTo(.87, within(.05));
    }

    @Test
    void isDrawnTowardThePriorWhileDaysAreFew() {
        DayWeights few = DayWeights.before(NOVEMBER, PLAIN, days(4, DayWeightsTest::weekendShop));
        DayWeights many = DayWeights.before(NOVEMBER, PLAIN, days(52, DayWeightsTest::weekendShop));

        assertThat(weight(few, DayOfWeek.SATURDAY))
                .isBetween(1.2, weight(many, DayOfWeek.SATURDAY) - .2);
    }

    @Test
    void givesADayOnWhichTheShopNeverOpensNoWeight() {
        SortedMap<LocalDate, BigDecimal> daily =
                days(20, day -> day.getDayOfWeek() == DayOfWeek.SATURDAY ? 0 : 100);

        DayWeights weights = DayWeights.before(NOVEMBER, BRAZIL, daily);

        assertThat(weights.weekdays().get(DayOfWeek.SATURDAY)).isZero();
        assertThat(weights.of(NOVEMBER)).containsKey(LocalDate.of(2026, 11, 7));
        assertThat(weights.of(LocalDate.of(2026, 11, 7))).isZero();
    }

    @Test
    void keepsThePriorOfAWeekdayItKnowsNothingOf() {
        SortedMap<LocalDate, BigDecimal> daily = days(20, day -> 100);
        daily.keySet().removeIf(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY);

        assertThat(weight(DayWeights.before(NOVEMBER, PLAIN, daily), DayOfWeek.SATURDAY))
                .isCloseTo(1, within(.001));
    }

    @Test
    void learnsWhatAnEventDid() {
        SortedMap<LocalDate, BigDecimal> daily = days(150, day -> 1000);
        daily.put(LocalDate.of(2024, 11, 29), new BigDecimal("9000"));
        daily.put(LocalDate.of(2025, 11, 28), new BigDecimal("9000"));

        DayWeights weights = DayWeights.before(NOVEMBER, BRAZIL, daily);

        // seen twice at 9, and the prior of 3.6 counts as four times
        assertThat(weights.events().getOrDefault("black_friday", BigDecimal.ZERO).doubleValue())
                .isCloseTo((2 * 9 + 4 * 3.6) / 6, within(.2));
        assertThat(weight(weights, DayOfWeek.FRIDAY)).isCloseTo(1, within(.02));
    }

    @Test
    void leavesOutTheMonthItself() {
        SortedMap<LocalDate, BigDecimal> daily = days(30, DayWeightsTest::weekendShop);
        DayWeights weights = DayWeights.before(NOVEMBER, PLAIN, daily);

        for (int day = 1; day <= 20; day++) {
            daily.put(NOVEMBER.atDay(day), new BigDecimal("777777"));
        }

        assertThat(DayWeights.before(NOVEMBER, PLAIN, daily)).isEqualTo(weights);
    }

    @Test
    void isNotMovedByOneOutlier() {
        SortedMap<LocalDate, BigDecimal> daily = days(52, day -> 1000);
        daily.put(LocalDate.of(2026, 9, 9), new BigDecimal("500000"));

        assertThat(weight(DayWeights.before(NOVEMBER, PLAIN, daily), DayOfWeek.WEDNESDAY))
                .isCloseTo(1, within(.01));
    }

    @Test
    void followsAGrowingShopWithoutTakingGrowthForAWeekday() {
        LocalDate first = LocalDate.of(2025, 10, 1);
        SortedMap<LocalDate, BigDecimal> daily =
                days(52, day -> (int) (1000 + 20 * (day.toEpochDay() - first.toEpochDay())));

        Map<DayOfWeek, BigDecimal> weekdays = DayWeights.before(NOVEMBER, PLAIN, daily).weekdays();

        assertThat(weekdays.values())
                .allSatisfy(weight -> assertThat(weight.doubleValue()).isCloseTo(1, within(.02)));
    }

    @Test
    void weighsWithinReasonOnNoiseAndReturns() {
        Random random = new Random(7);
        SortedMap<LocalDate, BigDecimal> daily = days(60, day -> random.nextInt(-200, 3000));

        assertThat(DayWeights.before(NOVEMBER, BRAZIL, daily).of(NOVEMBER).values())
                .hasSize(30)
                .allSatisfy(weight -> assertThat(weight.doubleValue()).isBetween(.3, 5.0));
    }

    @Test
    void keepsEqualDaysForAShopThatNeverSold() {
        DayWeights weights = DayWeights.before(NOVEMBER, PLAIN, days(20, day -> 0));

        assertThat(weights.of(NOVEMBER).values()).allMatch(weight -> weight.signum() > 0);
    }

    private static int weekendShop(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> 200;
            case SUNDAY -> 100;
            default -> 100;
        };
    }

    private interface Sales {
        int on(LocalDate day);
    }

    private static SortedMap<LocalDate, BigDecimal> days(int weeks, Sales sales) {
        SortedMap<LocalDate, BigDecimal> daily = new TreeMap<>();
        LocalDate first = NOVEMBER.atDay(1);
        first.minusWeeks(weeks)
                .datesUntil(first)
                .forEach(day -> daily.put(day, BigDecimal.valueOf(sales.on(day))));
        return daily;
    }

    private static double weight(DayWeights weights, DayOfWeek weekday) {
        return weights.weekdays().getOrDefault(weekday, BigDecimal.ZERO).doubleValue();
    }
}

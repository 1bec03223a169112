package app.rotina.insight.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.rotina.insight.anomaly.Finding.Alert;
import app.rotina.insight.anomaly.Finding.NotJudged;
import app.rotina.insight.anomaly.Finding.Quiet;
import app.rotina.insight.anomaly.Finding.TooNew;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class AlertsTest {
    private static final int DAYS = 210;
    private static final int LAST = DAYS - 1;

    @Test
    void tellsAHalvedDayWithWhatIsUsualAndItsMoney() {
        double[] days = Week.days(DAYS, .1, 1);
        days[LAST] = 400;
        Alert alert = (Alert) on(Week.revenue(days));
        assertThat(alert.expected()).isCloseTo(800, within(80.0));
        assertThat(alert.low()).isBetween(600.0, alert.expected());
        assertThat(alert.high()).isBetween(alert.expected(), 1050.0);
        assertThat(alert.amount()).isCloseTo(1000 * (400 / alert.expected() - 1), within(1e-6));
        assertThat(alert.days()).isOne();
    }

    @Test
    void countsTheDaysOfAnEpisodeOverAPause() {
        double[] days = Week.days(DAYS, .1, 1);
        days[LAST] = 500;
        days[LAST - 2] = 500;
        assertThat(((Alert) on(Week.revenue(days))).days()).isEqualTo(3);
    }

    @Test
    void leavesAChangeOfLittleMoneyUntold() {
        double[] days = Week.days(DAYS, .01, 1);
        days[LAST] *= .92;
        assertThat(on(Week.revenue(days))).isInstanceOf(Quiet.class);
        days[LAST] *= .92;
        assertThat(on(Week.revenue(days))).isInstanceOf(Alert.class);
    }

    @Test
    void saysHowManyDaysAreMissing() {
        double[] days = Week.days(DAYS, .1, 1);
        Arrays.fill(days, 0, DAYS - 40, Double.NaN);
        assertThat(on(Week.revenue(days))).isEqualTo(new TooNew("revenue", 40, 56));
    }

    @Test
    void judgesAFigureThatBeganLately() {
        double[] days = Week.days(DAYS, .1, 1);
        Arrays.fill(days, 0, DAYS - 80, Double.NaN);
        days[LAST] = 400;
        assertThat(((Alert) on(Week.revenue(days))).expected()).isCloseTo(800, within(120.0));
    }

    @Test
    void judgesNoDayThatIsKnownToBeUnlikeOthers() {
        double[] days = Week.days(DAYS, .1, 1);
        days[LAST] = 300;
        assertThat(on(Week.revenue(days), Double.NaN)).isInstanceOf(NotJudged.class);
    }

    @Test
    void allowsAnEventWhatItMayMakeOfADay() {
        double[] days = Week.days(DAYS, .1, 1);
        days[LAST] = 400;
        assertThat(on(Week.revenue(days), .5)).isInstanceOf(Quiet.class);
        days[LAST] = 200;
        assertThat(on(Week.revenue(days), .5)).isInstanceOf(Alert.class);
    }

    @Test
    void takesASilentDayForTheLowestAndAClosedWeekdayForNone() {
        double[] days = Week.days(DAYS, .1, 1);
        days[LAST] = 0;
        assertThat(on(Week.revenue(days))).isInstanceOf(Alert.class);
        for (int day = LAST % 7; day < DAYS; day += 7) {
            days[day] = 0;
        }
        assertThat(on(Week.revenue(days))).isInstanceOf(NotJudged.class);
    }

    @Test
    void takesNoneOfAFewForChance() {
        double[] days = new double[DAYS];
        Arrays.fill(days, 3);
        days[LAST] = 0;
        double[] ones = new double[DAYS];
        Arrays.fill(ones, 1);
        Leeway none = Leeway.none(DAYS);
        Watched orders = new Watched("orders", Set.of(), days, ones, none, 1000, 100);
        assertThat(on(orders)).isInstanceOf(Quiet.class);
    }

    @Test
    void foldsTheWholeIntoThePartThatExplainsIt() {
        List<Finding> told = family(.5, .5, 1);
        assertThat(alerts(told)).extracting(Alert::id).containsExactly("conversion");
        assertThat(alerts(told).getFirst().folded()).containsExactly("revenue");
    }

    @Test
    void foldsPartsIntoTheWholeThatNoneOfThemExplains() {
        List<Finding> told = family(.3, .75, .75);
        assertThat(alerts(told)).extracting(Alert::id).containsExactly("revenue");
        assertThat(alerts(told).getFirst().folded()).containsExactly("conversion", "sessions");
    }

    @Test
    void keepsOppositeChangesApart() {
        List<Finding> told = family(1, .5, 2);
        assertThat(alerts(told)).extracting(Alert::id).containsExactly("sessions", "conversion");
    }

    @Test
    void tellsFewOnQuietDays() {
        long told =
                LongStream.range(0, 300)
                        .filter(seed ->
                                on(Week.revenue(Week.days(DAYS, .2, seed))) instanceof Alert)
                        .count();
        assertThat(told).isLessThan(300 * 2 / 30);
    }

    @Property(tries = 50)
    void tellsTheSameInAnyCurrency(
            @ForAll @LongRange(min = 0, max = 99) long seed,
            @ForAll @DoubleRange(min = .01, max = 1000) double rate) {
        double[] days = Week.days(DAYS, .2, seed);
        days[LAST] /= 2;
        double[] other = Arrays.stream(days).map(value -> value * rate).toArray();
        assertThat(on(Week.revenue(other)).getClass()).isEqualTo(on(Week.revenue(days)).getClass());
    }

    /** What three figures say when each is multiplied on the last day. */
    private static List<Finding> family(double revenue, double conversion, double sessions) {
        return Alerts.on(
                List.of(
                        last(Week.figure("revenue", Set.of(), Week.days(DAYS, .05, 1)), revenue),
                        last(
                                Week.figure(
                                        "conversion", Set.of("revenue"), Week.days(DAYS, .05, 2)),
                                conversion),
                        last(
                                Week.figure("sessions", Set.of("revenue"), Week.days(DAYS, .05, 3)),
                                sessions)));
    }

    private static Watched last(Watched watched, double factor) {
        watched.values()[LAST] *= factor;
        return watched;
    }

    private static List<Alert> alerts(List<Finding> told) {
        return told.stream().filter(Alert.class::isInstance).map(Alert.class::cast).toList();
    }

    private static Finding on(Watched watched) {
        return Alerts.on(List.of(watched)).getFirst();
    }

    /** With an event on the last day that may bring as little. */
    private static Finding on(Watched watched, double low) {
        watched.leeway().low()[LAST] = low;
        return on(watched);
    }
}

package app.rotina.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.rotina.insight.effect.Finding.CannotTell;
import app.rotina.insight.effect.Finding.Measured;
import app.rotina.insight.effect.Finding.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DidItWorkTest {
    private final Random random = new Random(8);

    @Test
    void seesALargeRiseBesideUntouchedSeries() {
        Measured found = measured(risen(shop(300, 5), 280, 1.4));
        assertThat(found.way()).isEqualTo(Counterfactual.CONTROL_GROUP);
        assertThat(found.verdict(true)).isEqualTo(Verdict.WORKED);
        assertThat(found.verdict(false)).isEqualTo(Verdict.MADE_IT_WORSE);
        assertThat(found.low()).isLessThan(40).isGreaterThan(0);
        assertThat(found.high()).isGreaterThan(40);
    }

    @Test
    void seesAFallAgainstTheSeriesOwnPattern() {
        Measured found = measured(risen(shop(300, 0), 280, 0.6));
        assertThat(found.way()).isEqualTo(Counterfactual.OWN_PATTERN);
        assertThat(found.verdict(true)).isEqualTo(Verdict.MADE_IT_WORSE);
    }

    @Test
    void aRiseThatUntouchedSeriesShareIsNobodysWork() {
        Trial shop = shop(300, 5);
        Trial touched = risen(shop, 280, 1.5);
        double[][] controls =
                Arrays.stream(shop.controls())
                        .map(row -> risen(row, 280, 1.5))
                        .toArray(double[][]::new);
        Measured found = measured(new Trial(touched.touched(), controls, shop.season(), 280));
        assertThat(found.verdict(true)).isIn(Verdict.NO_EFFECT_SEEN, Verdict.CANNOT_TELL);
    }

    @Test
    void saysHowLargeAnEffectWouldHaveBeenSeen() {
        Trial shop = shop(300, 0);
        Measured found = measured(new Trial(shop.touched(), shop.controls(), shop.season(), 280));
        assertThat(found.smallestVisible()).isGreaterThan(found.high() - found.effect());
    }

    @Test
    void cannotTellWithoutAWeekOfHistory() {
        Trial young = new Trial(new double[] {1, 2, 1, 2, 5}, new double[0][], new int[5], 4);
        assertThat(DidItWork.of(young)).isEqualTo(new CannotTell(Reason.TOO_LITTLE_BEFORE));
    }

    @Test
    void cannotTellWhereNothingMoves() {
        Trial silent = new Trial(new double[100], new double[0][], new int[100], 90);
        assertThat(DidItWork.of(silent)).isEqualTo(new CannotTell(Reason.NO_MOVEMENT));
    }

    @Test
    void looksAtNoMoreOfALongActionThanHistoryCanJudge() {
        Trial shop = shop(200, 0);
        Trial longer = new Trial(shop.touched(), shop.controls(), shop.season(), 60);
        assertThat(measured(longer).expected()).hasSize(27);
    }

    @Test
    void refusesSeriesOfUnequalLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trial(new double[9], new double[][] {{1}}, new int[9], 4));
    }

    @Property(tries = 25)
    void theUnitOfTheSeriesChangesNothing(
            @ForAll @DoubleRange(min = 0.01, max = 10_000) double unit,
            @ForAll @IntRange(max = 4) int controls) {
        Trial shop = shop(200, controls);
        Trial scaled =
                new Trial(
                        risen(shop.touched(), 0, unit),
                        shop.controls(),
                        shop.season(),
                        shop.before());
        Measured one = measured(shop);
        Measured other = measured(scaled);
        assertThat(other.p()).isEqualTo(one.p(), within(1e-6));
        assertThat(other.effect() / unit).isEqualTo(one.effect(), within(1e-6));
    }

    @Test
    void alarmsFalselyFiveTimesInAHundred() {
        int alarms = 0;
        for (int k = 0; k < 1000; k++) {
            alarms += measured(shop(250, k % 2)).p() <= 0.05 ? 1 : 0;
        }
        assertThat(alarms).isBetween(35, 65);
    }

    @Test
    void findsTheTenOfTheCausalImpactSeries() throws IOException {
        Path file = SharedSeries.file("effect/causalimpact_toy.csv");
        assumeThat(file).exists();
        double[] x = SharedSeries.column(file, 1);
        Measured found =
                measured(
                        new Trial(
                                SharedSeries.column(file, 0),
                                new double[][] {x},
                                new int[100],
                                70));
        assertThat(found.low()).isLessThan(10);
        assertThat(found.high()).isGreaterThan(10);
        assertThat(found.p()).isLessThan(0.05);
    }

    private static Measured measured(Trial trial) {
        return (Measured) DidItWork.of(trial);
    }

    private static Trial risen(Trial trial, int from, double times) {
        return new Trial(
                risen(trial.touched(), from, times), trial.controls(), trial.season(), from);
    }

    private static double[] risen(double[] series, int from, double times) {
        return IntStream.range(0, series.length)
                .mapToDouble(t -> t < from ? series[t] : times * series[t])
                .toArray();
    }

    /** Series round 100 that share a slow wave and their weekdays; the action is on day 280. */
    private Trial shop(int days, int controls) {
        double[] touched = series(days);
        double[][] others =
                IntStream.range(0, controls).mapToObj(i -> series(days)).toArray(double[][]::new);
        int[] season = IntStream.range(0, days).map(t -> t % 7).toArray();
        return new Trial(touched, others, season, days - 20);
    }

    private double[] series(int days) {
        return IntStream.range(0, days)
                .mapToDouble(t ->
                        100
                                + 10 * Math.sin(t / 40.0)
                                + (t % 7 == 6 ? -30 : 5)
                                + 8 * random.nextGaussian())
                .toArray();
    }
}

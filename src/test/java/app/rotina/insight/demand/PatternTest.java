package app.rotina.insight.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PatternTest {

    @Test
    void aProductThatSellsAlikeEachWeekIsSmooth() {
        assertThat(of(repeat(4, 9, 10, 11, 10))).isEqualTo(Pattern.SMOOTH);
    }

    @Test
    void aFewHugeWeeksMakeItErratic() {
        assertThat(of(repeat(4, 2, 3, 2, 40))).isEqualTo(Pattern.ERRATIC);
    }

    @Test
    void likeSalesEveryOtherWeekAreIntermittent() {
        assertThat(of(repeat(10, 5, 0))).isEqualTo(Pattern.INTERMITTENT);
    }

    @Test
    void unlikeSalesEveryOtherWeekAreLumpy() {
        assertThat(of(repeat(6, 1, 0, 30, 0))).isEqualTo(Pattern.LUMPY);
    }

    @Test
    void cannotTellFromNineWeeksOrFromFiveSales() {
        assertThat(of(repeat(3, 5, 6, 7))).isEqualTo(Pattern.TOO_FEW);
        assertThat(of(repeat(5, 1, 0, 0, 0))).isEqualTo(Pattern.TOO_FEW);
        assertThat(of(new double[20])).isEqualTo(Pattern.TOO_FEW);
    }

    @Test
    void aSteadySellerThatStoppedIsNotOffered() {
        double[] units = Arrays.copyOf(repeat(5, 9, 10, 11, 10), 24);

        assertThat(of(units)).isEqualTo(Pattern.NOT_OFFERED);
    }

    private static Pattern of(double[] units) {
        return Pattern.of(Observed.of(Shelf.product(units)));
    }

    private static double[] repeat(int times, double... units) {
        double[] all = new double[times * units.length];
        Arrays.setAll(all, week -> units[week % units.length]);
        return all;
    }
}

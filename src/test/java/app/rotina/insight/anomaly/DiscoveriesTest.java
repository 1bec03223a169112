package app.rotina.insight.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DiscoveriesTest {
    /** The fifteen probabilities of the paper's own example: four are let through. */
    @Test
    void agreesWithBenjaminiAndHochberg() {
        double[] chances = {
            .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719,
            .6528, .7590, 1
        };
        assertThat(Discoveries.cut(chances, .05, 0)).isEqualTo(.0095);
    }

    @Test
    void letsNothingThroughWhereAllIsChance() {
        assertThat(Discoveries.cut(new double[] {.2, .6, Double.NaN, .9}, .05, 0)).isNegative();
    }

    @Test
    void grantsAQuietWindowAFew() {
        double[] chances = new double[100];
        Arrays.fill(chances, .5);
        chances[7] = .002;
        assertThat(Discoveries.cut(chances, .05, 0)).isNegative();
        assertThat(Discoveries.cut(chances, .05, 4)).isEqualTo(.002);
    }
}

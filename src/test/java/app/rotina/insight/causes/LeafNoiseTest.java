package app.rotina.insight.causes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.rotina.insight.causes.Leaves.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LeafNoiseTest {

    @Test
    void findsTheRelativeErrorOfTheForecast() {
        LeafNoise noise = fit(new Shelf(1, .12).leaves());

        assertThat(Math.sqrt(noise.variance(500))).isCloseTo(.12, within(.03));
        assertThat(noise.isSparse(500)).isFalse();
    }

    @Test
    void findsTheNoiseOfCountingOrders() {
        SplittableRandom luck = new SplittableRandom(2);
        List<Leaf> rows = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            double forecast = Math.exp(-2 + 6 * luck.nextDouble());
            double actual = Math.rint(forecast + Math.sqrt(forecast) * luck.nextGaussian());
            rows.add(new Leaf(List.of("v" + i), Math.max(0, actual), forecast));
        }

        LeafNoise noise = fit(Leaves.of(List.of("variant"), rows));

        assertThat(noise.phi()).isCloseTo(1, within(.25));
        assertThat(noise.isSparse(2)).isTrue();
    }

    /** Each order its own combination of values, as at a shop's finest table. */
    @Test
    void takesOrdersOfNewCombinationsForTheNoiseOfCounting() {
        SplittableRandom luck = new SplittableRandom(5);
        List<Leaf> rows = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            double amount = 50 + 300 * luck.nextDouble();
            boolean today = i % 5 == 0;
            rows.add(new Leaf(List.of("v" + i), today ? amount : 0, today ? 0 : amount / 4));
        }

        // an order of E(x²)/E(x) = 237.5, and a quarter of it for the mean of four days
        assertThat(fit(Leaves.of(List.of("variant"), rows)).phi()).isCloseTo(297, within(20.0));
    }

    @Test
    void isNotFooledByACauseInAThirdOfTheLeaves() {
        Shelf shelf = new Shelf(3, .1);
        for (String state : List.of("s1", "s2", "s3")) {
            shelf.change(List.of(state), v -> v * .3);
        }

        LeafNoise noise = fit(shelf.leaves());

        assertThat(Math.sqrt(noise.variance(500))).isBetween(.07, .16);
    }

    @Test
    void countsTheLeavesThatStrayWithoutMeasure() {
        Shelf shelf = new Shelf(4, .02);
        for (String category : List.of("k1", "k2")) {
            shelf.change(List.of(category), v -> 0);
        }

        assertThat(fit(shelf.leaves()).stray()).isGreaterThan(.1);
        assertThat(fit(new Shelf(4, .02).leaves()).stray()).isLessThan(1e-6);
    }

    private static LeafNoise fit(Leaves leaves) {
        return LeafNoise.fit(new Deviations(leaves, 1, new boolean[leaves.size()]), true);
    }
}

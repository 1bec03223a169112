package app.rotina.insight.causes;

import app.rotina.insight.causes.Leaves.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** A made-up day by channel, state and category: every leaf with its forecast and what came. */
final class Shelf {
    static final List<String> DIMENSIONS = List.of("channel", "state", "category");
    private static final int[] SIZES = {4, 9, 12};

    private final SplittableRandom luck;
    private final List<Leaf> leaves = new ArrayList<>();

    /** Leaves of some hundred each, with so much noise relative to their forecast. */
    Shelf(long seed, double noise) {
        this.luck = new SplittableRandom(seed);
        for (int c = 1; c <= SIZES[0]; c++) {
            for (int s = 1; s <= SIZES[1]; s++) {
                for (int k = 1; k <= SIZES[2]; k++) {
                    double forecast = 200 + 800 * luck.nextDouble();
                    double actual = forecast * (1 + noise * luck.nextGaussian());
                    leaves.add(new Leaf(List.of("c" + c, "s" + s, "k" + k), actual, forecast));
                }
            }
        }
    }

    /** Changes what came in all leaves that have these values. */
    Shelf change(List<String> values, DoubleUnaryOperator change) {
        leaves.replaceAll(leaf ->
                leaf.values().containsAll(values)
                        ? new Leaf(
                                leaf.values(), change.applyAsDouble(leaf.actual()), leaf.forecast())
                        : leaf);
        return this;
    }

    List<Leaf> rows() {
        return leaves;
    }

    Leaves leaves() {
        return Leaves.of(DIMENSIONS, leaves);
    }
}

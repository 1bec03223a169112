package app.rotina.insight.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Logistic regression by adaptive gradient steps (Duchi, Hazan and Singer, JMLR 12, 2011): three
 * rounds over the examples, which is all the restraint a sparse text needs. What the seed terms say
 * has a weight from the start, so that it speaks before there are examples.
 */
final class Logistic {
    private static final int ROUNDS = 3;
    private static final double STEP = .3;
    private static final double LEAN_WEIGHT = 1.5;

    private final float[] weights = new float[Features.SPACE];
    private double lean = LEAN_WEIGHT;
    private double bias;

    /** A text to learn from or to judge; its lean is above zero where seed terms complain. */
    static final class Example {
        private final int[] features;
        private final double lean;
        private final boolean complaint;

        Example(int[] features, double lean, boolean complaint) {
            this.features = features;
            this.lean = lean;
            this.complaint = complaint;
        }

        boolean complaint() {
            return complaint;
        }
    }

    static Logistic learn(List<Example> examples) {
        Logistic model = new Logistic();
        List<Example> order = new ArrayList<>(examples);
        Random chance = new Random(1);
        float[] squares = new float[Features.SPACE];
        double[] others = {1e-3, 1};
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, chance);
            order.forEach(each -> model.step(each, squares, others));
        }
        return model;
    }

    private void step(Example example, float[] squares, double[] others) {
        double error = 1 / (1 + Math.exp(-score(example))) - (example.complaint ? 1 : 0);
        double slope = error / length(example);
        float square = (float) (slope * slope);
        for (int feature : example.features) {
            squares[feature] += square;
            weights[feature] -= (float) (STEP * slope / Math.sqrt(squares[feature] + 1e-3));
        }
        others[0] += error * error * example.lean * example.lean;
        others[1] += error * error;
        lean -= STEP * error * example.lean / Math.sqrt(others[0] + 1);
        bias -= STEP * error / Math.sqrt(others[1]);
    }

    /** Log odds of a complaint, overconfident where there were few examples. */
    double score(Example example) {
        double sum = 0;
        for (int feature : example.features) {
            sum += weights[feature];
        }
        return bias + lean * example.lean + sum / length(example);
    }

    private static double length(Example example) {
        return Math.sqrt(Math.max(1, example.features.length));
    }
}

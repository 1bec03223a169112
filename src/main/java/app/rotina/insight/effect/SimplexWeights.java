package app.rotina.insight.effect;

import java.util.Arrays;

/**
 * Weights that are not negative and sum to one, whose mixture of columns comes nearest to a target
 * column: Frank–Wolfe steps with exact line search, a ridge of zeta² and an optional intercept, as
 * the reference implementation of Arkhangelsky et al. (AER 2021) takes them, so that its figures
 * come out to the digit.
 */
final class SimplexWeights {
    private static final int FIRST_STEPS = 100;
    private static final int MOST_STEPS = 10_000;
    private static final double KEPT = 0.25;

    private final double[][] columns;
    private final double[] target;
    private final double ridge;
    private final double enough;

    /**
     * A problem.
     *
     * @param columns what is mixed, each of the length of the target
     * @param least the smallest step of the root mean square that is worth going on
     */
    private SimplexWeights(double[][] columns, double[] target, double zeta, double least) {
        this.columns = columns;
        this.target = target;
        this.ridge = zeta * zeta * target.length;
        this.enough = least * least * target.length;
    }

    /** The weights found in a hundred steps, without the small ones, refined until they stay. */
    static double[] of(
            double[][] columns, double[] target, double zeta, double least, boolean intercept) {
        SimplexWeights problem =
                intercept
                        ? new SimplexWeights(centred(columns), centred(target), zeta, least)
                        : new SimplexWeights(columns, target, zeta, least);
        double[] equal = new double[columns.length];
        Arrays.fill(equal, 1.0 / columns.length);
        return problem.descend(sparse(problem.descend(equal, FIRST_STEPS)), MOST_STEPS);
    }

    private static double[][] centred(double[][] columns) {
        return Arrays.stream(columns).map(SimplexWeights::centred).toArray(double[][]::new);
    }

    private static double[] centred(double[] column) {
        double mean = Arrays.stream(column).average().orElse(0);
        return Arrays.stream(column).map(each -> each - mean).toArray();
    }

    private static double[] sparse(double[] weights) {
        double floor = KEPT * Arrays.stream(weights).max().orElse(0);
        double[] kept = Arrays.stream(weights).map(each -> each <= floor ? 0 : each).toArray();
        double sum = Arrays.stream(kept).sum();
        return Arrays.stream(kept).map(each -> each / sum).toArray();
    }

    private double[] descend(double[] start, int steps) {
        double[] weights = start.clone();
        double[] gap = gap(weights);
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < steps; step++) {
            if (!step(weights, gap)) {
                break;
            }
            double now = ridge * square(weights) + square(gap);
            if (before - now <= enough) {
                break;
            }
            before = now;
        }
        return weights;
    }

    /** The mixture less the target. */
    private double[] gap(double[] weights) {
        double[] gap = new double[target.length];
        for (int i = 0; i < gap.length; i++) {
            gap[i] = -target[i];
            for (int j = 0; j < weights.length; j++) {
                gap[i] += weights[j] * columns[j][i];
            }
        }
        return gap;
    }

    /** Moves weights and gap toward the best vertex; false where they are at it. */
    private boolean step(double[] weights, double[] gap) {
        double[] slope = new double[weights.length];
        int best = 0;
        for (int j = 0; j < weights.length; j++) {
            slope[j] = dot(gap, columns[j]) + ridge * weights[j];
            best = slope[j] < slope[best] ? j : best;
        }
        double[] move = Arrays.stream(weights).map(each -> -each).toArray();
        move[best] += 1;
        double[] shift = new double[gap.length];
        for (int i = 0; i < gap.length; i++) {
            shift[i] = columns[best][i] - gap[i] - target[i];
        }
        double curve = square(shift) + ridge * square(move);
        if (curve == 0) {
            return false;
        }
        double length = Math.clamp(-dot(slope, move) / curve, 0, 1);
        add(weights, move, length);
        add(gap, shift, length);
        return true;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double square(double[] a) {
        return dot(a, a);
    }
}

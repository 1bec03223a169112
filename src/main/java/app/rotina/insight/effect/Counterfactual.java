package app.rotina.insight.effect;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.SingularValueDecomposition;

/** What a touched series would have been without the action, from what it is compared with. */
public enum Counterfactual {
    /**
     * Beside a mixture of untouched series, each on its own scale: unit weights as synthetic
     * difference in differences finds them, and period weights that fade with age, since weights
     * found in noisy days rest on few of them.
     */
    CONTROL_GROUP {
        @Override
        double[] expected(Trial trial) {
            double[][] indices =
                    Arrays.stream(trial.controls())
                            .filter(row -> trial.size(row) > 0)
                            .map(row -> scaled(row, 1 / trial.size(row)))
                            .toArray(double[][]::new);
            double usual = trial.usual();
            if (indices.length == 0 || usual == 0) {
                return OWN_PATTERN.expected(trial);
            }
            double[][] rows = Arrays.copyOf(indices, indices.length + 1);
            rows[indices.length] = scaled(trial.touched(), 1 / usual);
            Panel panel = new Panel(rows, indices.length, trial.before());
            double[] units = PanelMethod.SDID.units(panel, PRECISION);
            double[] expected = PanelMethod.expected(panel, units, fading(trial.before()));
            return scaled(expected, usual);
        }
    },
    /** Least squares on the untouched series and the season. */
    CONTROL_SERIES {
        @Override
        double[] expected(Trial trial) {
            double[][] rows =
                    IntStream.range(0, trial.touched().length)
                            .mapToObj(t -> regressors(trial, t))
                            .toArray(double[][]::new);
            double[] known = Arrays.copyOf(trial.touched(), trial.before());
            double[] factors =
                    new SingularValueDecomposition(
                                    new Array2DRowRealMatrix(Arrays.copyOf(rows, trial.before())))
                            .getSolver()
                            .solve(new ArrayRealVector(known))
                            .toArray();
            return new Array2DRowRealMatrix(Arrays.copyOfRange(rows, trial.before(), rows.length))
                    .operate(factors);
        }
    },
    /** The series' own recent level, times what the season does to it. */
    OWN_PATTERN {
        @Override
        double[] expected(Trial trial) {
            double[] factors = factors(trial);
            double[] weights = fading(trial.before());
            double level = 0;
            double share = 0;
            for (int t = 0; t < trial.before(); t++) {
                level += weights[t] * trial.touched()[t];
                share += weights[t] * factors[trial.season()[t]];
            }
            double now = share == 0 ? 0 : level / share;
            return IntStream.range(trial.before(), trial.touched().length)
                    .mapToDouble(t -> now * factors[trial.season()[t]])
                    .toArray();
        }
    };

    private static final double MEMORY = 14;
    private static final double PRECISION = 1e-2; // hundreds of fits, each far below its noise

    /** The periods after the training stretch, as they would have been. */
    abstract double[] expected(Trial trial);

    /** Weights that sum to one and halve in ten periods. */
    private static double[] fading(int periods) {
        double[] weights =
                IntStream.range(0, periods)
                        .mapToDouble(t -> Math.exp((t - periods) / MEMORY))
                        .toArray();
        return scaled(weights, 1 / Arrays.stream(weights).sum());
    }

    private static double[] scaled(double[] row, double by) {
        return Arrays.stream(row).map(each -> each * by).toArray();
    }

    private static double[] regressors(Trial trial, int t) {
        int seasons = Arrays.stream(trial.season()).max().orElse(0);
        double[] row = new double[1 + trial.controls().length + seasons];
        row[0] = 1;
        for (int j = 0; j < trial.controls().length; j++) {
            row[1 + j] = trial.controls()[j][t] / Math.max(1e-9, trial.size(trial.controls()[j]));
        }
        if (trial.season()[t] > 0) {
            row[trial.controls().length + trial.season()[t]] = 1;
        }
        return row;
    }

    /** What each season brings beside the mean of all that occur. */
    private static double[] factors(Trial trial) {
        int seasons = 1 + Arrays.stream(trial.season()).max().orElse(0);
        double[] sums = new double[seasons];
        int[] counts = new int[seasons];
        for (int t = 0; t < trial.before(); t++) {
            sums[trial.season()[t]] += trial.touched()[t];
            counts[trial.season()[t]]++;
        }
        double all = Arrays.stream(sums).sum() / trial.before();
        return IntStream.range(0, seasons)
                .mapToDouble(k -> counts[k] == 0 || all == 0 ? 1 : sums[k] / counts[k] / all)
                .toArray();
    }
}

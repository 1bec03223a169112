package app.rotina.insight.projection;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Forecasts put together by how well each did so far (Bates and Granger, 1969): the mean of their
 * logarithms, weighted by the inverse square of their mean squared error, which starts from the
 * mean of all.
 */
final class Combination {
    private static final double PRIOR_COUNT = 4;
    private static final double MOST_SQUARED = 0.25;
    private static final double FIRST_SQUARED = 0.04;

    private final double independence;
    private final double[] squared = new double[Forecasts.COUNT];
    private final int[] counts = new int[Forecasts.COUNT];

    /** With origins so much closer than their horizon that one counts as a part of one. */
    Combination(double independence) {
        this.independence = independence;
    }

    double of(List<Double> totals) {
        double first = mean();
        double sum = 0;
        double weights = 0;
        for (int k = 0; k < totals.size(); k++) {
            if (totals.get(k) > 0) {
                double count = counts[k] * independence;
                double variance =
                        (squared[k] * independence + first * PRIOR_COUNT) / (count + PRIOR_COUNT);
                double weight = 1 / (variance * variance);
                sum += weight * Math.log(totals.get(k));
                weights += weight;
            }
        }
        return weights > 0 ? Math.exp(sum / weights) : Double.NaN;
    }

    void learn(List<Double> totals, double actual) {
        for (int k = 0; k < totals.size(); k++) {
            if (totals.get(k) > 0) {
                double error = Math.log(actual / totals.get(k));
                squared[k] += Math.min(error * error, MOST_SQUARED);
                counts[k]++;
            }
        }
    }

    private double mean() {
        return IntStream.range(0, Forecasts.COUNT)
                .filter(k -> counts[k] > 0)
                .mapToDouble(k -> squared[k] / counts[k])
                .average()
                .orElse(FIRST_SQUARED);
    }
}

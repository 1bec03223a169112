package app.rotina.insight.anomaly;

import java.util.Arrays;

/** Middle and spread that a tenth of strange days does not move; days that are NaN do not count. */
final class Robust {
    /** Of a normal law: its scale over the middle of its distances. */
    private static final double NORMAL = 1.4826;

    private Robust() {}

    /** NaN where no day counts. */
    static double median(double[] days) {
        return quantile(known(days), .5);
    }

    /** The scale of a normal law with the same median distance from the median. */
    static double spread(double[] days) {
        double middle = median(days);
        return NORMAL * median(Arrays.stream(days).map(day -> Math.abs(day - middle)).toArray());
    }

    static double[] known(double[] days) {
        return Arrays.stream(days).filter(day -> !Double.isNaN(day)).sorted().toArray();
    }

    static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}

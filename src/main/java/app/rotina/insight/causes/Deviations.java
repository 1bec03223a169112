package app.rotina.insight.causes;

import java.util.Arrays;

/**
 * The deviation of every leaf from its forecast at a common level. Its shift is (v − f) / max(v,
 * f), from −1 for a loss of all to 1 for what nobody forecast: RiskLoc's deviation score 2(f −
 * v)/(f + v) on another scale, in which noise relative to the forecast and a loss of the same part
 * of every leaf (the ripple effect of HotSpot and Squeeze) stay what they are. Negative values,
 * such as of a leaf with more refunds than sales, count as zero here.
 */
final class Deviations {
    private final double[] actual;
    private final double[] forecast;
    private final boolean[] explained;
    private final int[] byForecast;
    private final double unit;

    /** Of leaves of which some are explained already. */
    Deviations(Leaves leaves, double level, boolean[] explained) {
        this.explained = explained.clone();
        this.unit = leaves.unit();
        this.actual = new double[leaves.size()];
        this.forecast = new double[leaves.size()];
        for (int leaf = 0; leaf < forecast.length; leaf++) {
            actual[leaf] = Math.max(0, leaves.actual(leaf));
            forecast[leaf] = Math.max(0, leaves.forecast(leaf)) * level;
        }
        this.byForecast = sorted();
    }

    /** Sorts without boxing: the bits of the forecast above the number of the leaf. */
    private int[] sorted() {
        long[] keys = new long[forecast.length];
        int count = 0;
        for (int leaf = 0; leaf < forecast.length; leaf++) {
            if (forecast[leaf] > 0 && !explained[leaf]) {
                keys[count++] = (long) Float.floatToIntBits((float) forecast[leaf]) << 32 | leaf;
            }
        }
        Arrays.sort(keys, 0, count);
        int[] order = new int[count];
        for (int k = 0; k < count; k++) {
            order[k] = (int) keys[k];
        }
        return order;
    }

    /** The open leaves that have a forecast, the smallest forecast first. */
    int[] byForecast() {
        return byForecast.clone();
    }

    /** Whether there is such a leaf and it is not explained. */
    boolean isOpen(int leaf) {
        return !explained[leaf] && exists(leaf);
    }

    /** What a piece of the figure is worth; 0 where pieces differ. */
    double unit() {
        return unit;
    }

    int leaves() {
        return forecast.length;
    }

    double actual(int leaf) {
        return actual[leaf];
    }

    double forecast(int leaf) {
        return forecast[leaf];
    }

    boolean exists(int leaf) {
        return actual[leaf] > 0 || forecast[leaf] > 0;
    }

    /** The mean of actual and forecast. */
    double size(int leaf) {
        return (actual[leaf] + forecast[leaf]) / 2;
    }

    double gap(int leaf) {
        return actual[leaf] - forecast[leaf];
    }

    double shift(int leaf) {
        return gap(leaf) / Math.max(actual[leaf], forecast[leaf]);
    }
}

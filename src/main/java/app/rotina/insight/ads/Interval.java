package app.rotina.insight.ads;

import java.util.Arrays;

/** Half of the probability is under the middle, nine tenths of it from low to high. */
public record Interval(double middle, double low, double high) {
    /** On invented stores the draws alone covered too little: the baseline is never quite true. */
    private static final double WIDER = 1.1;

    static Interval of(double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        double middle = quantile(sorted, .5);
        return new Interval(
                middle,
                middle - WIDER * (middle - quantile(sorted, .05)),
                middle + WIDER * (quantile(sorted, .95) - middle));
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}

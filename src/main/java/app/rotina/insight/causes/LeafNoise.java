package app.rotina.insight.causes;

import java.util.Arrays;

/**
 * How far leaves stray from their forecast without a cause: a variance of φ·size + σ²·size², where
 * φ is what counting alone does (for money the mean square over the mean of an order's value) and σ
 * the relative error of the forecast; and the share of leaves that stray beyond any measure.
 */
record LeafNoise(double phi, double sigma2, double stray) {
    private static final int BIN = 40;
    private static final int BINS = 24;
    private static final double MAD = 1.4826; // a normal deviation over the median distance
    private static final double WIDE = .3;
    private static final double SMALLEST = 2e-3;
    private static final double FAR = 4.5;
    private static final int STRAYS_ALLOWED = 12; // as many may each be a cause of their own
    private static final double SPARSE = .1;
    private static final double NEVER = 1e-9;
    private static final double SLIGHTLY = 1e-3;

    /**
     * Fitted to the open leaves.
     *
     * @param first whether nothing is explained yet, so that causes are among them
     */
    static LeafNoise fit(Deviations leaves, boolean first) {
        if (leaves.unit() > 0) {
            return new LeafNoise(leaves.unit(), 0, NEVER);
        }
        int[] order = leaves.byForecast();
        int bins = Math.clamp(order.length / BIN, 1, BINS);
        double[] size = new double[bins];
        double[] variance = new double[bins];
        boolean[] few = new boolean[leaves.leaves()];
        for (int b = 0; b < bins; b++) {
            int[] members = bin(order, b, bins);
            size[b] = meanSize(leaves, members);
            variance[b] = spread(leaves, members, first);
            for (int leaf : members) {
                few[leaf] = Double.isNaN(variance[b]);
            }
        }
        double counting = counting(leaves, few);
        for (int b = 0; b < bins; b++) {
            double seen = Double.isNaN(variance[b]) ? counting / size[b] : variance[b];
            variance[b] = Math.max(seen, SMALLEST * SMALLEST);
        }
        LeafNoise noise = closest(size, variance);
        if (bins == 1) {
            return noise.widened(leaves, order);
        }
        double stray = (double) (noise.strays(leaves, order) - STRAYS_ALLOWED) / order.length;
        return new LeafNoise(noise.phi, noise.sigma2, Math.max(NEVER, stray));
    }

    /**
     * So few leaves have no law of straying: where more of them stray than may be causes, as when
     * half of the prices stay and the others have been on sale, the noise is wider than its median.
     */
    private LeafNoise widened(Deviations leaves, int[] order) {
        LeafNoise noise = this;
        while (noise.strays(leaves, order) > STRAYS_ALLOWED) {
            noise = new LeafNoise(2 * noise.phi, 2 * noise.sigma2, NEVER);
        }
        return noise;
    }

    private static int[] bin(int[] order, int number, int bins) {
        int from = (int) ((long) order.length * number / bins);
        int to = (int) ((long) order.length * (number + 1) / bins);
        return Arrays.copyOfRange(order, from, to);
    }

    /** The mean by which Σφf + Σσ²f² over Σf² is σ² + φ/size. */
    private static double meanSize(Deviations leaves, int[] members) {
        double sum = 0;
        double squares = 0;
        for (int leaf : members) {
            sum += leaves.forecast(leaf);
            squares += leaves.forecast(leaf) * leaves.forecast(leaf);
        }
        return sum > 0 ? squares / sum : 1;
    }

    /** The variance of the shifts; not a number where a leaf has too few orders for a median. */
    private static double spread(Deviations leaves, int[] members, boolean first) {
        if (members.length == 0) {
            return 0;
        }
        double[] shifts = new double[members.length];
        int empty = 0;
        for (int k = 0; k < members.length; k++) {
            shifts[k] = leaves.shift(members[k]);
            empty += leaves.actual(members[k]) == 0 ? 1 : 0;
        }
        Arrays.sort(shifts);
        double scale = MAD * (first ? cleanerSide(shifts) : medianDistance(shifts));
        boolean few = 100 * empty > shifts.length && (scale > WIDE || 2 * empty > shifts.length);
        return few ? Double.NaN : scale * scale;
    }

    /**
     * The φ of leaves of few orders, by their mean square: those that came without a forecast are
     * the other half of those that had one and did not come.
     */
    private static double counting(Deviations leaves, boolean[] few) {
        double squares = 0;
        double sizes = 0;
        for (int leaf = 0; leaf < leaves.leaves(); leaf++) {
            if (leaves.isOpen(leaf) && (few[leaf] || leaves.forecast(leaf) == 0)) {
                squares += leaves.gap(leaf) * leaves.gap(leaf);
                sizes += leaves.forecast(leaf);
            }
        }
        return sizes > 0 ? squares / sizes : 0;
    }

    /** The smaller of the medians of both sides of zero: causes mostly pull to one side. */
    private static double cleanerSide(double[] sorted) {
        int below = 0;
        while (below < sorted.length && sorted[below] < 0) {
            below++;
        }
        int above = below;
        while (above < sorted.length && sorted[above] <= 0) {
            above++;
        }
        if (Math.min(below, sorted.length - above) < BIN / 3) {
            return medianDistance(sorted);
        }
        return Math.min(-sorted[below / 2], sorted[above + (sorted.length - above) / 2]);
    }

    private static double medianDistance(double[] sorted) {
        double centre = sorted[sorted.length / 2];
        double[] distances = new double[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            distances[i] = Math.abs(sorted[i] - centre);
        }
        Arrays.sort(distances);
        return distances[sorted.length / 2];
    }

    /** The φ and σ of a grid that come closest to all bins by the logarithm of the variance. */
    private static LeafNoise closest(double[] size, double[] variance) {
        LeafNoise best = new LeafNoise(0, SMALLEST * SMALLEST, NEVER);
        double least = Double.POSITIVE_INFINITY;
        double middle = size[size.length / 2] * variance[size.length / 2];
        for (int p = -41; p <= 20; p++) {
            double phi = p == -41 ? 0 : middle * Math.pow(10, p / 10.0);
            for (int s = 0; s <= 54; s++) {
                double sigma = SMALLEST * Math.pow(10, s / 20.0);
                LeafNoise noise = new LeafNoise(phi, sigma * sigma, NEVER);
                // where leaves are all of one size, it is the counting
                double misfit = noise.misfit(size, variance, least) + s * SLIGHTLY;
                if (misfit < least - 1e-9) {
                    least = misfit;
                    best = noise;
                }
            }
        }
        return best;
    }

    /** Of all bins; of as many of them as make it more than most. */
    private double misfit(double[] size, double[] variance, double most) {
        double misfit = 0;
        for (int b = 0; b < size.length && misfit < most; b++) {
            misfit += Math.abs(Math.log((sigma2 + phi / size[b]) / variance[b]));
        }
        return misfit;
    }

    private int strays(Deviations leaves, int[] order) {
        int strays = 0;
        for (int leaf : order) {
            double size = leaves.size(leaf);
            double far = FAR * Math.sqrt(variance(size));
            strays += !isSparse(size) && Math.abs(leaves.shift(leaf)) > far ? 1 : 0;
        }
        return strays;
    }

    /** Of the shift of a leaf of this size. */
    double variance(double size) {
        return sigma2 + phi / size;
    }

    /**
     * Whether a leaf has so few orders that only sums over many such leaves say anything, or
     * counting is all there is.
     */
    boolean isSparse(double size) {
        return sigma2 == 0 || phi > SPARSE * size;
    }

    /**
     * The logarithm of the density of a shift without a cause. The error is relative to the
     * forecast as often as to the actual, and the law is the mean of both.
     */
    double logDensity(double shift, double size) {
        double variance = variance(size);
        double near = Math.abs(shift);
        double odds = near / (1 - near + 1e-12);
        double normal =
                Math.exp(-near * near / (2 * variance))
                        + Math.exp(-odds * odds / (2 * variance)) * (1 + odds) * (1 + odds);
        double density = normal / (2 * Math.sqrt(2 * Math.PI * variance));
        return Math.log((1 - stray) * density + stray / 2 + 1e-300);
    }
}

package app.rotina.insight.causes;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much likelier the leaves of an element are under one common cause than under noise, in nats,
 * from sums over its leaves, so that taking a leaf out is a subtraction. Dense leaves: shifts of
 * one normal law of any mean and one of a few spreads, the mean integrated out. Sparse leaves: sums
 * of actual and forecast as in Kulldorff's scan statistic (Communications in Statistics 26, 1997),
 * the rate integrated out over a gamma law.
 */
final class Evidence {
    private static final double[] SPREAD = {.01, .04, .1, .08};
    private static final double[] NOISE = {0, 0, 0, 1}; // whether the leaf's own noise stays
    private static final int LAWS = SPREAD.length;
    private static final double FOREIGN = .05;

    private static final int NULL = 0;
    private static final int LAW = 1;

    /** How many sums dense leaves have, beside the counts. */
    static final int WIDTH = LAW + 3 * LAWS;

    private static final int SPARSE_ACTUAL = 0;
    private static final int SPARSE_FORECAST = 1;
    static final int ACTUAL = 2;
    static final int FORECAST = 3;

    /** How many sums all leaves have. */
    static final int COUNTS = 4;

    private Evidence() {}

    /** The terms of every leaf. */
    static EvidenceSums terms(Deviations leaves, LeafNoise noise) {
        EvidenceSums terms =
                new EvidenceSums(
                        leaves.leaves(),
                        IntStream.range(0, leaves.leaves())
                                .anyMatch(leaf -> isDense(leaf, leaves, noise)));
        for (int leaf = 0; leaf < leaves.leaves(); leaf++) {
            int at = leaf * COUNTS;
            terms.counts[at + ACTUAL] = leaves.actual(leaf);
            terms.counts[at + FORECAST] = leaves.forecast(leaf);
            if (isDense(leaf, leaves, noise)) {
                dense(terms.laws, leaf * WIDTH, leaves.shift(leaf), leaves.size(leaf), noise);
            } else if (leaves.exists(leaf)) {
                double weight = 1 / (noise.phi() + noise.sigma2() * leaves.size(leaf));
                terms.counts[at + SPARSE_ACTUAL] = weight * leaves.actual(leaf);
                terms.counts[at + SPARSE_FORECAST] = weight * leaves.forecast(leaf);
            }
        }
        return terms;
    }

    private static boolean isDense(int leaf, Deviations leaves, LeafNoise noise) {
        return leaves.exists(leaf) && !noise.isSparse(leaves.size(leaf));
    }

    private static void dense(double[] terms, int at, double shift, double size, LeafNoise noise) {
        terms[at + NULL] = noise.logDensity(shift, size);
        double own = noise.variance(size);
        for (int law = 0; law < LAWS; law++) {
            double weight = 1 / variance(law, own);
            int sum = at + LAW + 3 * law;
            terms[sum] = weight;
            terms[sum + 1] = weight * shift;
            terms[sum + 2] = weight * shift * shift - Math.log(weight / (2 * Math.PI));
        }
    }

    private static double variance(int law, double own) {
        return SPREAD[law] * SPREAD[law] + NOISE[law] * own;
    }

    /** Of the sums of an element; where it cannot come to the price, only no less than it is. */
    static double of(EvidenceSums sums, int element, double price) {
        int at = element * COUNTS;
        if (sums.isDense(element)) {
            return dense(sums.laws, element * WIDTH) + sparse(sums.counts, at);
        }
        double most = mostOfSparse(sums.counts, at);
        return most < price ? most : sparse(sums.counts, at);
    }

    private static double dense(double[] sums, int at) {
        double[] laws = new double[LAWS];
        double best = Double.NEGATIVE_INFINITY;
        for (int law = 0; law < LAWS; law++) {
            laws[law] = law(sums, at, law);
            best = Math.max(best, laws[law]);
        }
        double sum = 0;
        for (double law : laws) {
            sum += Math.exp(law - best);
        }
        // the mean lies anywhere from −1 to 1, and any of the laws may hold
        return best + Math.log(sum / (2 * LAWS));
    }

    private static double law(double[] sums, int at, int law) {
        int sum = at + LAW + 3 * law;
        double weight = sums[sum];
        double shifted = sums[sum + 1] * sums[sum + 1] / weight;
        // a law that would fit better still without a shift speaks of the noise, not of a cause
        double none = Math.max(sums[at + NULL], -sums[sum + 2] / 2);
        return (shifted - sums[sum + 2] + Math.log(2 * Math.PI / weight)) / 2 - none;
    }

    private static double sparse(double[] sums, int at) {
        double actual = Math.max(0, sums[at + SPARSE_ACTUAL]);
        double forecast = Math.max(0, sums[at + SPARSE_FORECAST]);
        if (actual + forecast < 1e-6) {
            return 0;
        }
        return logGamma(1 + actual) - (1 + actual) * Math.log1p(forecast) + forecast;
    }

    /**
     * What the evidence is at most, quickly: no law of the rate makes more of it than the likeliest
     * rate does, and the logarithm of that is less than its square.
     */
    private static double mostOfSparse(double[] sums, int at) {
        double actual = Math.max(0, sums[at + SPARSE_ACTUAL]);
        double forecast = Math.max(0, sums[at + SPARSE_FORECAST]);
        double gap = actual - forecast;
        return forecast > 0 ? gap * gap / forecast : actual > 0 ? Double.POSITIVE_INFINITY : 0;
    }

    /** Stirling's series, from where it is exact to nine digits. */
    private static double logGamma(double x) {
        double product = 1;
        double y = x;
        while (y < 7) {
            product *= y++;
        }
        double inverse = 1 / y;
        double square = inverse * inverse;
        double series = inverse * (1.0 / 12 - square * (1.0 / 360 - square / 1260));
        return (y - .5) * Math.log(y) - y + Math.log(2 * Math.PI) / 2 + series - Math.log(product);
    }

    /**
     * Of leaves of which a few may belong to another cause as well: a law around the median, with a
     * broad tail.
     */
    static double robust(Deviations leaves, LeafNoise noise, EvidenceSums terms, int[] members) {
        EvidenceSums sums = new EvidenceSums(1, terms.hasLaws());
        int[] dense = new int[members.length];
        int count = 0;
        for (int leaf : members) {
            sums.add(0, terms, leaf, 1);
            if (terms.isDense(leaf)) {
                dense[count++] = leaf;
            }
        }
        double sparse = sparse(sums.counts, 0);
        return count == 0
                ? sparse
                : sparse + broad(leaves, noise, Arrays.copyOf(dense, count)) - sums.laws[NULL];
    }

    private static double broad(Deviations leaves, LeafNoise noise, int[] members) {
        double[] shifts = new double[members.length];
        for (int k = 0; k < shifts.length; k++) {
            shifts[k] = leaves.shift(members[k]);
        }
        double[] sorted = shifts.clone();
        Arrays.sort(sorted);
        double centre = sorted[sorted.length / 2];
        double best = Double.NEGATIVE_INFINITY;
        for (int law = 0; law < LAWS; law++) {
            double sum = 0;
            for (int k = 0; k < shifts.length; k++) {
                double variance = variance(law, noise.variance(leaves.size(members[k])));
                double far = (shifts[k] - centre) * (shifts[k] - centre) / variance;
                double density = Math.exp(-far / 2) / Math.sqrt(2 * Math.PI * variance);
                sum += Math.log((1 - FOREIGN) * density + FOREIGN / 2);
            }
            best = Math.max(best, sum);
        }
        return best;
    }
}

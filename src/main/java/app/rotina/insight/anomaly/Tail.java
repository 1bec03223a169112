package app.rotina.insight.anomaly;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The law of a series' ordinary errors: a Student t of eight degrees of freedom whose scale puts
 * its middle distance where that of the errors is, so that the strange days it is to find do not
 * shape it.
 */
record Tail(double scale) {
    private static final TDistribution LAW = TDistribution.of(8);
    private static final double LEAST = .1;

    static Tail of(double[] scores) {
        double middle = Robust.median(Arrays.stream(scores).map(Math::abs).toArray());
        return new Tail(Math.max(middle / within(.5), LEAST));
    }

    /** How likely an ordinary error is as far out as this one, on its side. */
    double p(double score) {
        return LAW.survivalProbability(Math.abs(score) / scale);
    }

    /** The distance within which a share of ordinary errors lies. */
    double distance(double share) {
        return scale * within(share);
    }

    private static double within(double share) {
        return LAW.inverseCumulativeProbability((1 + share) / 2);
    }
}

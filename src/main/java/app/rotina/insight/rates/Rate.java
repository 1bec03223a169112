package app.rotina.insight.rates;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** What is known of a unit's true rate: a beta(alpha, beta) law of it. */
public record Rate(Trials seen, double alpha, double beta) {

    public double mean() {
        return alpha / (alpha + beta);
    }

    /** The rate that the true one is under with the given probability. */
    public double quantile(double probability) {
        return BetaDistribution.of(alpha, beta).inverseCumulativeProbability(probability);
    }
}

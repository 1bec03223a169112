package app.rotina.insight.rates;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Which counts chance alone makes of one rate (Spiegelhalter, Statistics in Medicine 24, 2005), by
 * the binomial law itself rather than its normal shape.
 *
 * @param rate of all units, such as the pooled one
 * @param outside the probability of being outside, half of it at each side at most; .002 is usual
 */
public record Funnel(double rate, double outside) {

    /** The fewest and the most successes that are still inside. */
    public record Limits(int fewest, int most) {}

    /** Where a unit's successes lie. */
    public enum Place {
        BELOW,
        INSIDE,
        ABOVE
    }

    public Limits limits(int trials) {
        BinomialDistribution chance = BinomialDistribution.of(trials, rate);
        return new Limits(
                chance.inverseCumulativeProbability(outside / 2),
                chance.inverseSurvivalProbability(outside / 2));
    }

    public Place place(Trials unit) {
        Limits limits = limits(unit.trials());
        if (unit.successes() < limits.fewest()) {
            return Place.BELOW;
        }
        return unit.successes() > limits.most() ? Place.ABOVE : Place.INSIDE;
    }
}

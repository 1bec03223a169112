package app.rotina.insight.rates;

import java.util.List;
import org.hipparchus.special.Beta;

/** One beta law of the units' true rates. */
record BetaLaw(double alpha, double beta) {

    static BetaLaw of(double odds, double strength) {
        return new BetaLaw(strength * odds / (1 + odds), strength / (1 + odds));
    }

    /** The logarithm of the likelihood of the counts, without the constant of their order. */
    double logLikelihood(List<Trials> units) {
        double none = Beta.logBeta(alpha, beta);
        return units.stream()
                .map(each -> after(each))
                .mapToDouble(law -> Beta.logBeta(law.alpha, law.beta) - none)
                .sum();
    }

    /** The law of one unit's rate. */
    BetaLaw after(Trials unit) {
        return new BetaLaw(alpha + unit.successes(), beta + unit.trials() - unit.successes());
    }

    double strength() {
        return alpha + beta;
    }

    double mean() {
        return alpha / strength();
    }

    double square() {
        return mean() * (alpha + 1) / (strength() + 1);
    }
}

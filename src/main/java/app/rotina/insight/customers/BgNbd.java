package app.rotina.insight.customers;

import app.rotina.insight.Fit;
import app.rotina.insight.Fit.CannotTell;
import app.rotina.insight.Fit.Doubt;
import app.rotina.insight.Fit.Fitted;
import app.rotina.insight.Peak;
import java.util.List;

/**
 * BG/NBD (Fader, Hardie and Lee, Marketing Science 24, 2005): customers buy at gamma(r, alpha)
 * rates and after each purchase leave for good with beta(a, b) probability, unseen. Times are in
 * the unit of the histories, and so is alpha.
 */
public record BgNbd(double r, double alpha, double a, double b) {
    /** Fewer who bought again do not show how customers differ. */
    static final int FEWEST_REPEATERS = 50;

    private static final List<double[]> STARTS =
            List.of(
                    new double[] {1, 1, 1, 1},
                    new double[] {.3, .3, .5, 2},
                    new double[] {2, 1, .5, 5});

    /** The most likely model; it cannot tell with fewer than 50 customers who bought again. */
    public static Fit<BgNbd> fit(List<History> histories) {
        if (histories.stream().filter(each -> each.repeats() > 0).count() < FEWEST_REPEATERS) {
            return new CannotTell<>(Doubt.TOO_FEW);
        }
        double unit = histories.stream().mapToDouble(History::span).average().orElseThrow();
        var likelihood = new BgNbdLikelihood(histories, unit);
        return Peak.of(p -> likelihood.of(new BgNbd(p[0], p[1], p[2], p[3])), STARTS)
                .map(Peak::parameters)
                .map(p -> new BgNbd(p.get(0), p.get(1) * unit, p.get(2), p.get(3)))
                .<Fit<BgNbd>>map(model -> new Fitted<>(model, model.logLikelihood(histories)))
                .orElse(new CannotTell<>(Doubt.NO_MAXIMUM));
    }

    /** The logarithm of the likelihood of histories. */
    public double logLikelihood(List<History> histories) {
        return new BgNbdLikelihood(histories, 1).of(this);
    }

    /** The probability that the customer has not left; without a repeat nobody has left yet. */
    public double alive(History seen) {
        return seen.repeats() == 0 ? 1 : 1 / (1 + Math.exp(logGone(seen)));
    }

    /** Logarithm of how much likelier it is that the last purchase was the last of all. */
    double logGone(History seen) {
        double rate = r + seen.repeats();
        double quiet = Math.log(alpha + seen.span()) - Math.log(alpha + seen.last());
        return Math.log(a) - Math.log(b + seen.repeats() - 1) + rate * quiet;
    }

    /**
     * Purchases to expect within the time ahead. It is the paper's equation 10, whose
     * hypergeometric function is written as the mean over a living customer's probability p ~
     * beta(a, b + x) to leave, (1 − (1 + p·w)^−(r + x)) ÷ p with w = ahead ÷ (alpha + span): the
     * same number, without its gap at a = 1.
     */
    public double expected(History seen, double ahead) {
        double rate = r + seen.repeats();
        double w = ahead / (alpha + seen.span());
        double living =
                new BetaMean(a, b + seen.repeats())
                        .of(p -> -Math.expm1(-rate * Math.log1p(p * w)) / p);
        return alive(seen) * living;
    }
}

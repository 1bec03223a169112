package app.rotina.insight.rates;

import app.rotina.insight.Fit;
import app.rotina.insight.Fit.CannotTell;
import app.rotina.insight.Fit.Doubt;
import app.rotina.insight.Fit.Fitted;
import app.rotina.insight.Peak;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How the true rates of units differ: a beta(alpha, beta) law, fitted to all of them by the
 * likelihood of their beta-binomial counts (empirical Bayes; Griffiths, Biometrics 29, 1973), which
 * then draws each unit's rate toward the others' as far as its own trials are few.
 */
public final class BetaPrior {
    private static final int FEWEST = 4;
    private static final int STEPS = 6;

    private final BetaLaw likeliest;
    private final List<Likely> around;

    private record Likely(BetaLaw law, double weight) {}

    private BetaPrior(BetaLaw likeliest, List<Likely> around) {
        this.likeliest = likeliest;
        this.around = around;
    }

    /**
     * The most likely law, adjusted as Morris and Tang do (Statistical Science 26, 2011): the
     * likelihood alone is often highest where all units are alike, with nothing left to learn of
     * any. It cannot tell with fewer than four units that had trials, nor where none or all
     * succeeded.
     */
    public static Fit<BetaPrior> fit(List<Trials> units) {
        List<Trials> tried = units.stream().filter(each -> each.trials() > 0).toList();
        if (tried.size() < FEWEST) {
            return new CannotTell<>(Doubt.TOO_FEW);
        }
        double pooled = Trials.pooled(tried);
        if (pooled == 0 || pooled == 1) {
            return new CannotTell<>(Doubt.NO_MAXIMUM);
        }
        double usual = usualTrials(tried);
        ToDoubleFunction<BetaLaw> surface =
                law -> law.logLikelihood(tried) + adjustment(law.strength(), usual);
        return Peak.of(at -> surface.applyAsDouble(BetaLaw.of(at[0], at[1])), starts(tried, pooled))
                .map(peak -> around(peak, surface))
                .<Fit<BetaPrior>>map(
                        prior -> new Fitted<>(prior, prior.likeliest.logLikelihood(tried)))
                .orElse(new CannotTell<>(Doubt.NO_MAXIMUM));
    }

    private static double usualTrials(List<Trials> tried) {
        return Math.exp(
                tried.stream()
                        .mapToDouble(each -> Math.log(each.trials()))
                        .average()
                        .orElseThrow());
    }

    /** As likely to draw a usual unit by any part of the way. */
    private static double adjustment(double strength, double trials) {
        return Math.log(strength) - 2 * Math.log(strength + trials);
    }

    /** In the odds of the mean and the strength α + β, which disturb each other little. */
    private static List<double[]> starts(List<Trials> tried, double pooled) {
        double odds = pooled / (1 - pooled);
        double strength = strengthByMoments(tried, pooled);
        return List.of(
                new double[] {odds, strength},
                new double[] {odds, strength * 10},
                new double[] {odds, strength / 10});
    }

    /** Kleinman's estimate (JASA 68, 1973), kept between 1 and 10,000. */
    private static double strengthByMoments(List<Trials> tried, double pooled) {
        double all = tried.stream().mapToDouble(Trials::trials).sum();
        double squares = tried.stream().mapToDouble(each -> Math.pow(each.trials(), 2)).sum();
        double spread =
                tried.stream()
                        .mapToDouble(each -> each.trials() * Math.pow(rate(each) - pooled, 2))
                        .sum();
        double chance = pooled * (1 - pooled);
        double between = (spread - chance * (tried.size() - 1)) / (all - squares / all);
        return Math.clamp(chance / Math.max(between, 1e-9) - 1, 1, 10_000);
    }

    private static double rate(Trials unit) {
        return (double) unit.successes() / unit.trials();
    }

    /** The laws within three standard errors of the peak, by their likelihood. */
    private static BetaPrior around(Peak peak, ToDoubleFunction<BetaLaw> surface) {
        BetaLaw top = BetaLaw.of(peak.parameters().get(0), peak.parameters().get(1));
        double height = surface.applyAsDouble(top);
        List<Likely> around = new ArrayList<>();
        for (int i = -STEPS; i <= STEPS; i++) {
            for (int j = -STEPS; j <= STEPS; j++) {
                BetaLaw law = BetaLaw.of(away(peak, 0, i), away(peak, 1, j));
                around.add(new Likely(law, Math.exp(surface.applyAsDouble(law) - height)));
            }
        }
        return new BetaPrior(top, List.copyOf(around));
    }

    private static double away(Peak peak, int parameter, int steps) {
        double errors = 3. * steps / STEPS;
        return peak.parameters().get(parameter) * Math.exp(errors * peak.errors().get(parameter));
    }

    /**
     * What is known of a unit's true rate: the beta law with the mean and the variance over all
     * likely priors, for the likeliest alone would claim to know too much.
     */
    public Rate posterior(Trials unit) {
        double weights = 0;
        double mean = 0;
        double square = 0;
        for (Likely each : around) {
            BetaLaw law = each.law().after(unit);
            weights += each.weight();
            mean += each.weight() * law.mean();
            square += each.weight() * law.square();
        }
        mean /= weights;
        double strength = mean * (1 - mean) / (square / weights - mean * mean) - 1;
        return new Rate(unit, mean * strength, (1 - mean) * strength);
    }

    public double alpha() {
        return likeliest.alpha();
    }

    public double beta() {
        return likeliest.beta();
    }
}

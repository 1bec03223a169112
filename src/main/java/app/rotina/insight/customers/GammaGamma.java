package app.rotina.insight.customers;

import app.rotina.insight.Fit;
import app.rotina.insight.Fit.CannotTell;
import app.rotina.insight.Fit.Doubt;
import app.rotina.insight.Fit.Fitted;
import app.rotina.insight.Peak;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hipparchus.special.Beta;

/**
 * Gamma-Gamma model of the value of a purchase (Fader and Hardie, note 25 of brucehardie.com,
 * 2013): purchases vary as gamma(p, ν) about a customer's own mean, and ν from customer to customer
 * as gamma(q, gamma). Gamma is in the unit of the values.
 */
public record GammaGamma(double p, double q, double gamma) {
    private static final List<double[]> STARTS =
            List.of(new double[] {1, 2, 1}, new double[] {5, 4, .5}, new double[] {.5, 10, 10});

    /**
     * The most likely model of those who bought again; it cannot tell with fewer than 50 of them,
     * or where the mean over customers would be infinite.
     */
    public static Fit<GammaGamma> fit(List<Spend> spends) {
        List<Spend> repeaters =
                spends.stream().filter(each -> each.repeats() > 0 && each.mean() > 0).toList();
        if (repeaters.size() < BgNbd.FEWEST_REPEATERS) {
            return new CannotTell<>(Doubt.TOO_FEW);
        }
        double unit = repeaters.stream().mapToDouble(Spend::mean).average().orElseThrow();
        Map<Integer, List<Spend>> scaled =
                byRepeats(
                        repeaters.stream()
                                .map(each -> new Spend(each.repeats(), each.mean() / unit))
                                .toList());
        return Peak.of(at -> new GammaGamma(at[0], at[1], at[2]).logLikelihood(scaled), STARTS)
                .map(Peak::parameters)
                .map(at -> new GammaGamma(at.get(0), at.get(1), at.get(2) * unit))
                .map(model -> model.fitted(repeaters))
                .orElse(new CannotTell<>(Doubt.NO_MAXIMUM));
    }

    private Fit<GammaGamma> fitted(List<Spend> repeaters) {
        return q > 1
                ? new Fitted<>(this, logLikelihood(repeaters))
                : new CannotTell<>(Doubt.NO_MEAN);
    }

    /** The logarithm of the likelihood of the spends, each with at least one repeat. */
    public double logLikelihood(List<Spend> spends) {
        return logLikelihood(byRepeats(spends));
    }

    private static Map<Integer, List<Spend>> byRepeats(List<Spend> spends) {
        return spends.stream().collect(Collectors.groupingBy(Spend::repeats));
    }

    private double logLikelihood(Map<Integer, List<Spend>> byRepeats) {
        double sum = 0;
        for (var each : byRepeats.entrySet()) {
            double shape = p * each.getKey();
            double same = q * Math.log(gamma) - Beta.logBeta(shape, q);
            for (Spend spend : each.getValue()) {
                double total = each.getKey() * spend.mean();
                double changing = shape * Math.log(total) - (shape + q) * Math.log(gamma + total);
                sum += same + changing - Math.log(spend.mean());
            }
        }
        return sum;
    }

    /** What the customer's next purchase is worth; for one without repeats the mean of all. */
    public double expected(Spend seen) {
        double total = seen.repeats() * seen.mean();
        return p * (gamma + total) / (p * seen.repeats() + q - 1);
    }
}

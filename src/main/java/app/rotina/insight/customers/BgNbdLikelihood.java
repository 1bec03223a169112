package app.rotina.insight.customers;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/** The logarithm of BG/NBD's likelihood, equation 7 of the paper; like histories are taken once. */
final class BgNbdLikelihood {
    private final Map<Integer, Long> byRepeats;
    private final List<History> kinds;
    private final double[] customers;

    BgNbdLikelihood(List<History> histories, double unit) {
        byRepeats = counted(histories.stream().map(History::repeats));
        Map<History, Long> like = counted(histories.stream().map(each -> scaled(each, unit)));
        kinds = List.copyOf(like.keySet());
        customers = kinds.stream().mapToDouble(like::get).toArray();
    }

    private static <T> Map<T, Long> counted(Stream<T> each) {
        return each.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static History scaled(History seen, double unit) {
        return new History(seen.repeats(), seen.last() / unit, seen.span() / unit);
    }

    double of(BgNbd model) {
        double sum = 0;
        for (var each : byRepeats.entrySet()) {
            sum += each.getValue() * counting(model, each.getKey());
        }
        for (int i = 0; i < customers.length; i++) {
            sum += customers[i] * timing(model, kinds.get(i));
        }
        return sum;
    }

    private static double counting(BgNbd model, int repeats) {
        return Gamma.logGamma(model.r() + repeats)
                - Gamma.logGamma(model.r())
                + model.r() * Math.log(model.alpha())
                + Beta.logBeta(model.a(), model.b() + repeats)
                - Beta.logBeta(model.a(), model.b());
    }

    /** Alive all along, or gone right after the last purchase. */
    private static double timing(BgNbd model, History seen) {
        double alive = -(model.r() + seen.repeats()) * Math.log(model.alpha() + seen.span());
        return seen.repeats() == 0 ? alive : alive + softplus(model.logGone(seen));
    }

    /** log(1 + e^x) without overflow. */
    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}

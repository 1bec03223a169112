package app.rotina.insight;

import app.rotina.insight.Change.Additive;
import app.rotina.insight.Change.Factor;
import app.rotina.insight.Change.Term;
import app.rotina.kernel.Apportion;
import app.rotina.kernel.MetricValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A gap taken apart, in minor units of its currency: the parts, one per metric, sum to it exactly.
 * A product of positive factors is split by the logarithmic mean (LMDI-I; Ang, Energy Policy 32,
 * 2004, and 33, 2005), every other product by Shapley's value (Shapley 1953; for decompositions Sun
 * 1998 and Albrecht et al. 2002). The order in which factors are named never matters.
 */
public record Attribution(BigDecimal gap, List<Part> parts) {

    /** What one metric contributed, in minor units; parts come in the order of first mention. */
    public record Part(String metric, BigDecimal amount) {}

    /**
     * Takes apart the gap of the summands themselves.
     *
     * @param decimals of the minor unit: 2 for BRL, 0 for JPY or for counts
     */
    public static Attribution of(List<? extends Change> changes, int decimals) {
        return apportioned(exact(changes), gap(changes), decimals);
    }

    /**
     * Takes apart a gap that is known better than its factors, which are ratios rounded to some
     * decimals. The summands must explain it to within one minor unit.
     */
    public static Attribution of(List<? extends Change> changes, BigDecimal gap, int decimals) {
        BigDecimal unexplained = gap.subtract(gap(changes)).abs();
        if (unexplained.compareTo(BigDecimal.ONE.movePointLeft(decimals)) > 0) {
            throw new IllegalArgumentException(
                    "the terms leave " + unexplained.toPlainString() + " of " + gap + " open");
        }
        return apportioned(exact(changes), gap, decimals);
    }

    private static BigDecimal gap(List<? extends Change> changes) {
        return changes.stream()
                .map(change -> known(change.after()).subtract(known(change.before())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, BigDecimal> exact(List<? extends Change> changes) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        for (Change change : changes) {
            split(change).forEach(part -> amounts.merge(part.metric, part.amount, BigDecimal::add));
        }
        return amounts;
    }

    private static List<Part> split(Change change) {
        return switch (change) {
            case Additive(String metric, MetricValue before, MetricValue after) ->
                    List.of(new Part(metric, known(after).subtract(known(before))));
            case Term(List<Factor> factors) -> split(factors);
        };
    }

    private static List<Part> split(List<Factor> factors) {
        List<Step> steps = factors.stream().map(Step::of).toList();
        List<BigDecimal> amounts =
                steps.stream().allMatch(Step::isPositive)
                        ? LogMean.split(steps)
                        : Shapley.split(steps);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            parts.add(new Part(factors.get(i).metric(), amounts.get(i)));
        }
        return parts;
    }

    /** Rounds in the order of the metrics' names, so that the order of mention cannot matter. */
    private static Attribution apportioned(
            Map<String, BigDecimal> exact, BigDecimal gap, int decimals) {
        BigDecimal whole = gap.setScale(decimals, RoundingMode.HALF_UP);
        List<Part> byName =
                exact.entrySet().stream()
                        .map(entry -> new Part(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparing(Part::metric))
                        .toList();
        List<BigDecimal> rounded =
                Apportion.round(byName.stream().map(Part::amount).toList(), whole, decimals);
        Map<String, BigDecimal> amounts = HashMap.newHashMap(byName.size());
        for (int i = 0; i < byName.size(); i++) {
            amounts.put(byName.get(i).metric(), rounded.get(i));
        }
        List<Part> parts = new ArrayList<>(byName.size());
        exact.forEach((name, any) ->
                parts.add(new Part(name, amounts.getOrDefault(name, BigDecimal.ZERO))));
        return new Attribution(whole, parts);
    }

    private static BigDecimal known(MetricValue value) {
        return value.known()
                .orElseThrow(() -> new IllegalArgumentException("a summand is missing: " + value));
    }
}

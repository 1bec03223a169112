package app.rotina.insight;

import app.rotina.insight.Change.Additive;
import app.rotina.insight.Change.Factor;
import app.rotina.insight.Change.Term;
import app.rotina.kernel.Apportion;
import app.rotina.kernel.MetricValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A gap taken apart, in minor units of its currency: the parts, one per metric, sum to it exactly.
 * A product of positive factors is split by the logarithmic mean (LMDI-I; Ang, Energy Policy 32,
 * 2004, and 33, 2005), every other product by Shapley's value (Shapley 1953; for decompositions Sun
 * 1998 and Albrecht et al. 2002). The order in which factors are named never matters.
 */
public record Attribution(BigDecimal gap, List<Part> parts) {
    /** Of exact amounts: far below any minor unit, and quick to add and to compare. */
    static final int DIGITS = 10;

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
        Map<String, BigDecimal> amounts = LinkedHashMap.newLinkedHashMap(2 * changes.size());
        for (Change change : changes) {
            switch (change) {
                case Additive(String metric, MetricValue before, MetricValue after) ->
                        amounts.merge(
                                metric, known(after).subtract(known(before)), BigDecimal::add);
                case Term(List<Factor> factors) -> add(factors, amounts);
            }
        }
        return amounts;
    }

    private static void add(List<Factor> factors, Map<String, BigDecimal> amounts) {
        List<Step> steps = factors.stream().map(Step::of).toList();
        List<BigDecimal> parts =
                steps.stream().allMatch(Step::isPositive)
                        ? LogMean.split(steps)
                        : Shapley.split(steps);
        for (int i = 0; i < parts.size(); i++) {
            amounts.merge(factors.get(i).metric(), parts.get(i), BigDecimal::add);
        }
    }

    /** Equals are rounded in the order of their names, so that the order of mention is nothing. */
    private static Attribution apportioned(
            Map<String, BigDecimal> exact, BigDecimal gap, int decimals) {
        BigDecimal whole = gap.setScale(decimals, RoundingMode.HALF_UP);
        List<String> names = List.copyOf(exact.keySet());
        List<BigDecimal> rounded =
                Apportion.round(
                        List.copyOf(exact.values()),
                        whole,
                        decimals,
                        Comparator.comparing(names::get));
        return new Attribution(
                whole,
                IntStream.range(0, names.size())
                        .mapToObj(i -> new Part(names.get(i), rounded.get(i)))
                        .toList());
    }

    private static BigDecimal known(MetricValue value) {
        return value.known()
                .orElseThrow(() -> new IllegalArgumentException("a summand is missing: " + value));
    }
}

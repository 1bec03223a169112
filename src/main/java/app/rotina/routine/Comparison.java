package app.rotina.routine;

import app.rotina.kernel.Store;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.warehouse.Combinations;
import app.rotina.warehouse.Split;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Days that are explained, and the days that tell what they usually are.
 *
 * @param usual each comparable day and how much it counts; the mean of four counts a quarter each
 */
record Comparison(List<LocalDate> days, Map<LocalDate, BigDecimal> usual) {

    static Comparison of(LocalDate day, List<LocalDate> before) {
        Map<LocalDate, BigDecimal> usual = new HashMap<>();
        if (!before.isEmpty()) {
            BigDecimal weight =
                    BigDecimal.ONE.divide(
                            BigDecimal.valueOf(before.size()), MathContext.DECIMAL128);
            before.forEach(each -> usual.put(each, weight));
        }
        return new Comparison(List.of(day), usual);
    }

    Comparison plus(Comparison other) {
        List<LocalDate> both = new ArrayList<>(days);
        both.addAll(other.days);
        Map<LocalDate, BigDecimal> weights = new HashMap<>(usual);
        other.usual.forEach((day, weight) -> weights.merge(day, weight, BigDecimal::add));
        return new Comparison(both, weights);
    }

    /** Every day whose rows tell anything. */
    Set<LocalDate> all() {
        Set<LocalDate> all = new HashSet<>(usual.keySet());
        all.addAll(days);
        return all;
    }

    /**
     * Of each metric, which has to add up, by every combination of the dimensions' values.
     *
     * @param scatter whether it is also wanted how far the comparable days lie apart
     */
    Map<String, Combinations> ask(
            Metrics metrics, Store store, List<String> ids, List<String> by, boolean scatter) {
        return metrics.contrast(store, Question.on(ids, days, by), usual, scatter);
    }

    /** The same of several sets of dimensions, each with metrics of its own. */
    Map<List<String>, Map<String, Combinations>> ask(
            Metrics metrics, Store store, Map<List<String>, List<String>> idsBy, boolean scatter) {
        List<List<String>> sets = List.copyOf(idsBy.keySet());
        List<Map<String, Combinations>> answers =
                metrics.contrasts(
                        store,
                        sets.stream()
                                .map(by -> Question.on(idsBy.getOrDefault(by, List.of()), days, by))
                                .toList(),
                        usual,
                        scatter);
        return IntStream.range(0, sets.size())
                .boxed()
                .collect(Collectors.toMap(sets::get, answers::get));
    }

    /** Of a metric, by each of the dimensions by itself. */
    Map<String, Map<String, Split>> splits(
            Metrics metrics, Store store, String id, List<String> by) {
        return metrics.splits(store, Question.on(List.of(id), days, by), usual);
    }

    /** The variance of a day's difference from what is usual, over that of a day by itself. */
    BigDecimal noise() {
        BigDecimal squares =
                usual.values().stream()
                        .map(weight -> weight.multiply(weight))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return squares.divide(BigDecimal.valueOf(days.size()), MathContext.DECIMAL64)
                .add(BigDecimal.ONE);
    }
}

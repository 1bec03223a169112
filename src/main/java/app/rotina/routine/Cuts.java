package app.rotina.routine;

import app.rotina.insight.DimensionSplit;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.routine.DailyClose.Cut;
import app.rotina.routine.DailyClose.CutPart;
import app.rotina.warehouse.Measures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Spreads a day's gap over one dimension at a time; every cut sums to the gap. */
final class Cuts {
    private static final int NAMED = 6;

    private final Metrics metrics;
    private final Store store;
    private final String metric;

    Cuts(Metrics metrics, Store store, String metric) {
        this.metrics = metrics;
        this.store = store;
        this.metric = metric;
    }

    /** The cuts that tell anything: by dimensions with at least two values. */
    List<Cut> of(Comparison days, DimensionSplit.Day day) {
        List<Cut> cuts = new ArrayList<>();
        for (String dimension : Measures.DIMENSIONS) {
            if (!metrics.has(store, metric, dimension)) {
                continue;
            }
            List<DimensionSplit.Slice> slices = slices(dimension, days);
            if (slices.size() > 1) {
                cuts.add(cut(dimension, DimensionSplit.of(slices, day, NAMED)));
            }
        }
        return cuts;
    }

    private static Cut cut(String dimension, DimensionSplit split) {
        return new Cut(
                dimension,
                split.parts().stream()
                        .map(part -> new CutPart(part.value(), part.amount()))
                        .toList());
    }

    private List<DimensionSplit.Slice> slices(String dimension, Comparison days) {
        Answer answer =
                metrics.answer(store, Question.on(List.of(metric), days.all(), List.of(dimension)));
        Map<String, BigDecimal> actual = new TreeMap<>();
        Map<String, BigDecimal> history = new TreeMap<>();
        for (Answer.Row row : answer.rows()) {
            LocalDate day = LocalDate.parse(row.keys().getOrDefault("day", ""));
            String key = row.keys().getOrDefault(dimension, "");
            BigDecimal value =
                    row.values()
                            .getOrDefault(metric, MetricValue.missing(""))
                            .known()
                            .orElse(BigDecimal.ZERO);
            if (days.days().contains(day)) {
                actual.merge(key, value, BigDecimal::add);
            }
            history.merge(key, value.multiply(days.weight(day)), BigDecimal::add);
        }
        return slices(actual, history);
    }

    private static List<DimensionSplit.Slice> slices(
            Map<String, BigDecimal> actual, Map<String, BigDecimal> history) {
        Map<String, BigDecimal> values = new TreeMap<>(history);
        actual.forEach(values::putIfAbsent);
        return values.keySet().stream()
                .map(value ->
                        new DimensionSplit.Slice(
                                value,
                                actual.getOrDefault(value, BigDecimal.ZERO),
                                history.getOrDefault(value, BigDecimal.ZERO)))
                .toList();
    }
}

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
import java.math.MathContext;
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
    List<Cut> of(LocalDate date, List<LocalDate> before, DimensionSplit.Day day) {
        List<Cut> cuts = new ArrayList<>();
        for (String dimension : Measures.DIMENSIONS) {
            if (!metrics.has(store, metric, dimension)) {
                continue;
            }
            List<DimensionSplit.Slice> slices = slices(dimension, date, before);
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

    private List<DimensionSplit.Slice> slices(
            String dimension, LocalDate date, List<LocalDate> before) {
        List<LocalDate> days = new ArrayList<>(before);
        days.add(date);
        Answer answer =
                metrics.answer(store, Question.on(List.of(metric), days, List.of(dimension)));
        Map<String, BigDecimal> actual = new TreeMap<>();
        Map<String, BigDecimal> history = new TreeMap<>();
        for (Answer.Row row : answer.rows()) {
            boolean today = date.toString().equals(row.keys().get("day"));
            BigDecimal value =
                    row.values()
                            .getOrDefault(metric, MetricValue.missing(""))
                            .known()
                            .orElse(BigDecimal.ZERO);
            (today ? actual : history)
                    .merge(row.keys().getOrDefault(dimension, ""), value, BigDecimal::add);
        }
        return slices(actual, history, before.size());
    }

    private static List<DimensionSplit.Slice> slices(
            Map<String, BigDecimal> actual, Map<String, BigDecimal> history, int days) {
        Map<String, BigDecimal> values = new TreeMap<>(history);
        actual.forEach(values::putIfAbsent);
        BigDecimal count = BigDecimal.valueOf(Math.max(days, 1));
        return values.keySet().stream()
                .map(value ->
                        new DimensionSplit.Slice(
                                value,
                                actual.getOrDefault(value, BigDecimal.ZERO),
                                history.getOrDefault(value, BigDecimal.ZERO)
                                        .divide(count, MathContext.DECIMAL128)))
                .toList();
    }
}

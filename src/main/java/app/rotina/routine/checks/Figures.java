package app.rotina.routine.checks;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Metrics of single days by the parts of a store. A part without rows on a day that has some is
 * zero there where a figure adds up, and has no rate.
 */
final class Figures {
    private static final MetricValue NO_ROWS = MetricValue.missing("nothing_to_divide_by");

    private final Metrics metrics;
    private final Store store;
    private final Map<LocalDate, Map<Map<String, String>, Map<String, MetricValue>>> days =
            new HashMap<>();
    private final Set<Map<String, String>> parts = new LinkedHashSet<>();

    Figures(
            Metrics metrics,
            Store store,
            List<String> ids,
            List<LocalDate> dates,
            List<String> by) {
        this.metrics = metrics;
        this.store = store;
        for (Answer.Row row : metrics.rows(store, Question.on(ids, dates, by))) {
            Map<String, String> where = new LinkedHashMap<>(row.keys());
            LocalDate day = LocalDate.parse(where.remove("day"));
            days.computeIfAbsent(day, any -> new HashMap<>()).put(where, row.values());
            parts.add(where);
        }
    }

    Set<Map<String, String>> parts() {
        return parts;
    }

    MetricValue on(LocalDate day, Map<String, String> where, String metric) {
        Map<Map<String, String>, Map<String, MetricValue>> all = days.getOrDefault(day, Map.of());
        Map<String, MetricValue> row = all.get(where);
        if (row != null) {
            return row.getOrDefault(metric, NO_ROWS);
        }
        boolean known =
                all.values().stream()
                        .map(other -> other.getOrDefault(metric, NO_ROWS))
                        .anyMatch(value -> value.known().isPresent());
        return known && metrics.addsUp(store, metric)
                ? MetricValue.known(BigDecimal.ZERO)
                : NO_ROWS;
    }

    /** The mean of the days on which it is known; missing where it is on none. */
    MetricValue mean(List<LocalDate> dates, Map<String, String> where, String metric) {
        List<BigDecimal> known =
                dates.stream().flatMap(day -> on(day, where, metric).known().stream()).toList();
        if (known.isEmpty()) {
            return NO_ROWS;
        }
        return MetricValue.known(
                known.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(known.size()), MathContext.DECIMAL64));
    }
}

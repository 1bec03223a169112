package app.rotina.metrics;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.warehouse.LedgerRows;
import app.rotina.warehouse.LedgerRows.Wanted;
import app.rotina.warehouse.Measure;
import app.rotina.warehouse.Measures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes from a figure to its rows. A row says which part of the figure it belongs to and what it
 * contributes; of a sum, the contributions add up to the figure.
 */
public final class Drill {
    private static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);

    private final Catalog catalog;
    private final Metrics metrics;
    private final LedgerRows ledger;

    public Drill(Catalog catalog, Metrics metrics, LedgerRows ledger) {
        this.catalog = catalog;
        this.metrics = metrics;
        this.ledger = ledger;
    }

    /** Whose rows are wanted, and which page of them. */
    public record Wish(
            String metric, Days days, Map<String, String> where, int limit, int offset) {}

    /**
     * A page of rows.
     *
     * @param count how many rows the figure has altogether
     * @param total the figure itself
     */
    public record Page(List<Map<String, @Nullable String>> rows, long count, MetricValue total) {}

    public Page rows(Store store, Wish wish) {
        Metric metric = catalog.of(wish.metric());
        Map<Measure, Integer> parts = new LinkedHashMap<>();
        collect(store, metric, 1, parts);
        Days days = days(metric, wish.days());
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        long count = 0;
        for (Map.Entry<Measure, Integer> part : parts.entrySet()) {
            if (!hasAll(part.getKey(), wish.where())) {
                continue;
            }
            int skip = (int) Math.max(0, wish.offset() - count);
            int room = wish.limit() - rows.size();
            LedgerRows.Page page =
                    ledger.of(
                            store.id(), new Wanted(part.getKey(), days, wish.where(), room, skip));
            for (Map<String, @Nullable String> row : page.rows()) {
                rows.add(named(row, part));
            }
            count += page.count();
        }
        return new Page(rows, count, total(store, wish));
    }

    private static boolean hasAll(Measure measure, Map<String, String> where) {
        return where.keySet().stream().allMatch(each -> Measures.has(measure, each));
    }

    private MetricValue total(Store store, Wish wish) {
        return metrics.answer(
                        store,
                        new Question(List.of(wish.metric()), List.of(), wish.days(), wish.where()))
                .total()
                .getOrDefault(wish.metric(), MetricValue.missing("no_source"));
    }

    private void collect(Store store, Metric metric, int sign, Map<Measure, Integer> parts) {
        if (metric.measure() != null) {
            parts.merge(metric.measure(), sign, Integer::sum);
        }
        @Nullable Formula formula = metric.formula();
        if (formula != null) {
            Map<String, Integer> signs = formula.signs();
            for (String name : formula.names()) {
                Metric part = catalog.of(Metrics.named(store, name));
                collect(store, part, sign * signs.getOrDefault(name, 1), parts);
            }
        }
    }

    private static Days days(Metric metric, Days days) {
        return switch (metric.over()) {
            case SUM -> days;
            case LAST -> Days.only(days.to());
            case CUMULATIVE -> new Days(BEGINNING, days.to());
        };
    }

    private static Map<String, @Nullable String> named(
            Map<String, @Nullable String> row, Map.Entry<Measure, Integer> part) {
        Map<String, @Nullable String> named = new LinkedHashMap<>();
        named.put("part", part.getKey().id());
        named.putAll(row);
        if (part.getValue() < 0) {
            named.computeIfPresent(
                    "contribution", (key, value) -> new BigDecimal(value).negate().toPlainString());
        }
        return named;
    }
}

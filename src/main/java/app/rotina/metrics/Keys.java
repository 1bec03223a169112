package app.rotina.metrics;

import app.rotina.kernel.Days;
import app.rotina.metrics.Metric.Over;
import app.rotina.warehouse.Cell;
import app.rotina.warehouse.Measure;
import app.rotina.warehouse.Measures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts cells together to the rows of an answer; without a dimension, every bucket has a row. */
final class Keys {
    private final Asked asked;
    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final Map<String, Asked.Key> keys = new TreeMap<>();
    private final List<String> dimensions;
    private boolean ofSingleDays;

    Keys(Asked asked) {
        this.asked = asked;
        this.dimensions = new ArrayList<>(asked.dimensions());
        dimensions.addAll(asked.question().where().keySet());
        if (asked.dimensions().isEmpty()) {
            if (asked.bucket() == null) {
                key(null, List.of());
            } else {
                asked.buckets().forEach(first -> key(first, List.of()));
            }
        }
    }

    private Asked.Key key(@Nullable LocalDate bucket, List<String> values) {
        String id = (bucket == null ? "" : bucket) + "\u001f" + String.join("\u001f", values);
        return keys.computeIfAbsent(
                id,
                any ->
                        new Asked.Key(
                                bucket,
                                values,
                                asked.daysOf(bucket),
                                new TreeMap<>(),
                                measures,
                                dimensions));
    }

    void addPlain(List<Cell> cells, List<Measure> plain) {
        plain.forEach(measure -> measures.put(measure.id(), measure));
        for (Cell cell : cells) {
            key(cell.bucket(), cell.values()).sums().putAll(cell.sums());
        }
    }

    /** Figures of single days, from the beginning on: the last one or all of them count. */
    void addDaily(List<Cell> cells, Measure measure, Over over) {
        ofSingleDays = true;
        measures.put(measure.id(), measure);
        List<LocalDate> buckets = new ArrayList<>();
        if (asked.bucket() == null) {
            buckets.add(asked.question().days().from());
        } else {
            buckets.addAll(asked.buckets());
        }
        for (LocalDate first : buckets) {
            Days days = asked.daysOf(asked.bucket() == null ? null : first);
            for (Cell cell : cells) {
                addDay(cell, measure, over, days, first);
            }
        }
    }

    private void addDay(Cell cell, Measure measure, Over over, Days days, LocalDate first) {
        LocalDate day = cell.bucket() == null ? first : cell.bucket();
        boolean counts = over == Over.CUMULATIVE ? !day.isAfter(days.to()) : days.contains(day);
        @Nullable BigDecimal sum = cell.sums().get(measure.id());
        if (!counts || sum == null) {
            return;
        }
        Map<String, BigDecimal> sums =
                key(asked.bucket() == null ? null : first, cell.values()).sums();
        if (over == Over.CUMULATIVE) {
            sums.merge(measure.id(), sum, BigDecimal::add);
        } else {
            sums.put(measure.id(), sum);
        }
    }

    /** True where the rows add up to the total: nothing counts in two of them. */
    boolean sumUp() {
        return asked.isWhole()
                || (!ofSingleDays
                        && measures.values().stream()
                                .allMatch(measure ->
                                        measure.addsOverDays()
                                                && asked.dimensions().stream()
                                                        .allMatch(each ->
                                                                Measures.splits(measure, each))));
    }

    /** All rows together; only where they add up. */
    Asked.Key total() {
        if (asked.isWhole()) {
            return key(null, List.of());
        }
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Asked.Key key : keys.values()) {
            key.sums().forEach((id, sum) -> sums.merge(id, sum, BigDecimal::add));
        }
        return new Asked.Key(null, List.of(), asked.daysOf(null), sums, measures, dimensions);
    }

    List<Asked.Key> all() {
        return List.copyOf(keys.values());
    }
}

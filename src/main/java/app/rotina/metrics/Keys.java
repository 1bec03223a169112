package app.rotina.metrics;

import app.rotina.kernel.Days;
import app.rotina.warehouse.Cell;
import app.rotina.warehouse.Measure;
import app.rotina.warehouse.Measures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts cells together to the rows of an answer; without a dimension, every bucket has a row. */
final class Keys {
    private final Asked asked;
    private final Map<String, Asked.Part> parts = new LinkedHashMap<>();
    private final Map<Place, Asked.Key> keys = new HashMap<>();
    private final List<String> dimensions;

    /** Where a row stands in the answer. */
    private record Place(@Nullable LocalDate bucket, List<String> values)
            implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(
                                Place::bucket, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(
                                Place::values,
                                (a, b) ->
                                        Arrays.compare(
                                                a.toArray(String[]::new),
                                                b.toArray(String[]::new)));

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

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
        return keys.computeIfAbsent(
                new Place(bucket, values),
                any ->
                        new Asked.Key(
                                bucket,
                                values,
                                asked.channel(values),
                                asked.daysOf(bucket),
                                new ArrayList<>(List.of(new HashMap<>())),
                                parts));
    }

    void addPlain(List<Cell> cells, List<Measure> plain) {
        plain.forEach(measure -> put(measure.id(), measure));
        for (Cell cell : cells) {
            key(cell.bucket(), cell.values()).sums().add(cell.sums());
        }
    }

    private void put(String name, Measure measure) {
        boolean apart = dimensions.stream().allMatch(each -> Measures.has(measure, each));
        parts.put(name, new Asked.Part(measure, apart));
    }

    /** The name under which a measure stands that adds up from the very first day. */
    static String running(Measure measure) {
        return measure.id() + " running";
    }

    /** Figures of single days, in their order: the last one of a bucket stands for it. */
    void addLast(List<Cell> cells, Measure measure) {
        put(measure.id(), measure);
        addDaily(
                cells,
                measure,
                (days, sums) ->
                        sums.entrySet().removeIf(each -> !days.contains(each.getValue().day())),
                (before, now) -> now,
                measure.id());
    }

    /** Figures of single days, from the beginning on: all up to a bucket's last day add up. */
    void addRunning(List<Cell> cells, Measure measure) {
        put(running(measure), measure);
        addDaily(
                cells,
                measure,
                (days, sums) -> {},
                (before, now) -> new OfDay(now.day(), before.sum().add(now.sum())),
                running(measure));
    }

    /** A figure, and the last day it rests on. */
    private record OfDay(LocalDate day, BigDecimal sum) {}

    /** One pass over the cells, which lie in the order of their days, as the buckets do. */
    private void addDaily(
            List<Cell> cells,
            Measure measure,
            BiConsumer<Days, Map<List<String>, OfDay>> forget,
            BinaryOperator<OfDay> join,
            String name) {
        Map<List<String>, OfDay> sums = new LinkedHashMap<>();
        Iterator<Cell> rest = cells.iterator();
        @Nullable Cell next = rest.hasNext() ? rest.next() : null;
        for (@Nullable LocalDate bucket : bucketsOrWhole()) {
            Days days = asked.daysOf(bucket);
            while (next != null && !dayOf(next).isAfter(days.to())) {
                @Nullable BigDecimal sum = next.sums().get(measure.id());
                if (sum != null) {
                    sums.merge(next.values(), new OfDay(dayOf(next), sum), join);
                }
                next = rest.hasNext() ? rest.next() : null;
            }
            forget.accept(days, sums);
            sums.forEach((values, each) -> key(bucket, values).own().put(name, each.sum()));
        }
    }

    private List<@Nullable LocalDate> bucketsOrWhole() {
        return asked.bucket() == null
                ? Collections.singletonList(null)
                : List.copyOf(asked.buckets());
    }

    private static LocalDate dayOf(Cell cell) {
        return Objects.requireNonNull(cell.bucket(), "cells of single days");
    }

    /** All rows together; only where they add up. */
    Asked.Key total() {
        if (asked.isWhole()) {
            return key(null, List.of());
        }
        Map<String, BigDecimal> sums = new HashMap<>();
        for (Asked.Key key : keys.values()) {
            for (Map<String, BigDecimal> part : key.sums()) {
                part.forEach((id, sum) -> sums.merge(id, sum, BigDecimal::add));
            }
        }
        return new Asked.Key(
                null,
                List.of(),
                asked.question().where().get("channel"),
                asked.daysOf(null),
                List.of(sums),
                parts);
    }

    List<Asked.Key> all() {
        return keys.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }
}

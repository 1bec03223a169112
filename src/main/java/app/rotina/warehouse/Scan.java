package app.rotina.warehouse;

import static java.util.stream.Collectors.joining;

import app.rotina.warehouse.Slice.Bucket;
import app.rotina.warehouse.engine.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers slices that are taken from the same rows in one pass over these. */
final class Scan {
    private final Rows rows;
    private final List<Part> parts;
    private final List<String> keys;
    private final List<String> days; // of the parts, each as a condition
    private final List<Measure> measures;
    private final List<String> sums;
    private final Map<String, String> once =
            new HashMap<>(); // one that comes again is found faster

    private Scan(Rows rows, List<Part> parts) {
        this.rows = rows;
        this.parts = parts;
        this.keys = parts.stream().flatMap(each -> keys(each).stream()).distinct().toList();
        this.days = parts.stream().map(each -> rows.days(each.slice())).distinct().toList();
        this.measures =
                parts.stream().flatMap(each -> each.measures().stream()).distinct().toList();
        this.sums = parts.stream().flatMap(each -> sums(each).stream()).distinct().toList();
    }

    /** As few as there can be; where there is nothing to put together, one for each part. */
    static List<Scan> of(Rows rows, List<Part> parts) {
        return rows.areOfDays()
                ? parts.stream().map(each -> new Scan(rows, List.of(each))).toList()
                : List.of(new Scan(rows, parts));
    }

    /**
     * Rows of the roll-up or of a view.
     *
     * @param from where they are, and what all of them have
     * @param day the column with the day that counts
     * @param grain of the rows of the roll-up; absence: they are not from there
     * @param bucket how their days are put together; absence: all of a slice
     */
    record Rows(
            String from,
            String day,
            @Nullable Grain grain,
            @Nullable Bucket bucket,
            DayOfWeek weekStart) {

        /** Those of the roll-up by what the slice names. */
        static Rows rolledUp(Slice slice) {
            Grain grain = Grain.of(slice.named()).orElseThrow();
            String from = "rollup WHERE dimension = " + Contrasts.literals(List.of(grain.name()));
            return new Rows(
                    from + where(slice, grain), "day", grain, slice.bucket(), slice.weekStart());
        }

        /** Those that measures are counted from. */
        static Rows of(Slice slice, List<Measure> measures) {
            String from = Aggregates.rows(measures, slice.named()) + " WHERE true";
            String day = measures.getFirst().day();
            return new Rows(
                    from + where(slice, null), day, null, slice.bucket(), slice.weekStart());
        }

        /** A row of the roll-up is a value's day. */
        private boolean areOfDays() {
            return grain != null && bucket == Bucket.DAY;
        }

        private static String where(Slice slice, @Nullable Grain grain) {
            return slice.where().entrySet().stream()
                    .map(each ->
                            " AND %s = %s"
                                    .formatted(
                                            grain != null
                                                    ? grain.column(each.getKey())
                                                    : column(each.getKey(), each.getValue()),
                                            Contrasts.literals(List.of(each.getValue()))))
                    .collect(joining());
        }

        /** Rows are left out faster by a column than by what is made of it. */
        private static String column(String dimension, String value) {
            return value.equals(Rollups.NOT_SET) ? orNotSet(dimension) : dimension;
        }

        private static String orNotSet(String dimension) {
            return "coalesce(%s, '%s')".formatted(dimension, Rollups.NOT_SET);
        }

        /** The first day of the bucket that a row falls into; nothing where there are none. */
        private Optional<String> first() {
            if (bucket == null) {
                return Optional.empty();
            }
            return Optional.of(
                    switch (bucket) {
                        case DAY -> day;
                        case FORTNIGHT ->
                                "CAST(date_trunc('month', %1$s) AS DATE) + CASE WHEN extract(day FROM %1$s) > 15 THEN 15 ELSE 0 END"
                                        .formatted(day);
                        case WEEK ->
                                "CAST(date_trunc('week', %1$s + %2$d) AS DATE) - %2$d"
                                        .formatted(day, daysBeforeMonday());
                        case MONTH, QUARTER, YEAR ->
                                "CAST(date_trunc('%s', %s) AS DATE)"
                                        .formatted(bucket.name().toLowerCase(Locale.ROOT), day);
                    });
        }

        private int daysBeforeMonday() {
            return Math.floorMod(DayOfWeek.MONDAY.getValue() - weekStart.getValue(), 7);
        }

        private String key(String dimension) {
            return grain != null ? grain.column(dimension) : orNotSet(dimension);
        }

        private String sum(Measure measure, String days) {
            return grain != null
                    ? "sum(%s)%s".formatted(measure.id(), Measure.only(days))
                    : measure.expression(days);
        }

        private String days(Slice slice) {
            return slice.only().isEmpty()
                    ? "%s BETWEEN DATE '%s' AND DATE '%s'"
                            .formatted(day, slice.days().from(), slice.days().to())
                    : slice.only().stream()
                            .map("DATE '%s'"::formatted)
                            .collect(joining(", ", day + " IN (", ")"));
        }
    }

    /** Measures of a slice, and the cells that they are put into. */
    record Part(Slice slice, List<Measure> measures, Map<List<Object>, Cell> cells) {}

    /**
     * Where the cells of a part are in a row of the answer.
     *
     * @param which what the first column has to tell
     */
    private record Places(
            Part part, long which, int count, List<Integer> keys, List<Integer> sums) {}

    void on(Sql sql) throws SQLException {
        List<Places> places = parts.stream().map(this::places).toList();
        sql.list(
                query(),
                row -> {
                    for (Places each : places) {
                        if (has(row, each)) {
                            add(row, each);
                        }
                    }
                    return row;
                });
    }

    /** Whether a row of the answer is one of a part. */
    private boolean has(ResultSet row, Places at) throws SQLException {
        if (rows.areOfDays()) {
            return true;
        }
        return isSummed()
                ? (row.getLong(1) & at.which) != 0
                : row.getLong(1) == at.which && row.getLong(at.count) > 0;
    }

    private String query() {
        if (rows.areOfDays()) {
            return ofDays();
        }
        return isSummed() ? summed() : grouped();
    }

    private String ofDays() {
        return "SELECT 0%s%s%s".formatted(listed(keys), listed(sums), from());
    }

    /** Many rows make few groups of all keys together, of which every part is the sum of some. */
    private boolean isSummed() {
        return parts.size() > 1 && measures.stream().allMatch(Measure::addsOverDays);
    }

    private String summed() {
        return """
        -- one row per group of all keys and the spans that its days lie in
        SELECT %s AS _spans%s FROM (SELECT %s) GROUP BY _spans%s\
        """
                .formatted(
                        IntStream.range(0, days.size())
                                .mapToObj(i ->
                                        "CASE WHEN %s THEN %d ELSE 0 END"
                                                .formatted(days.get(i), 1L << i))
                                .collect(joining(" + ")),
                        columns(),
                        keyed(),
                        listed(names()));
    }

    private String grouped() {
        return """
        -- one row per group of keys, each group telling which of them it has
        SELECT %s%s FROM (SELECT %s) GROUP BY GROUPING SETS (%s)\
        """
                .formatted(
                        keys.isEmpty() ? "0" : "grouping(%s)".formatted(String.join(", ", names())),
                        columns(),
                        keyed(),
                        parts.stream().map(this::set).distinct().collect(joining(", ")));
    }

    private List<String> names() {
        return IntStream.range(0, keys.size()).mapToObj("_k%d"::formatted).toList();
    }

    private String columns() {
        return listed(names()) + listed(sums);
    }

    private static String listed(List<String> columns) {
        return columns.stream().map(", "::concat).collect(joining());
    }

    /** The keys by their names, and the rows; of the roll-up's many columns those that count. */
    private String keyed() {
        String columns =
                rows.grain() == null
                        ? "*"
                        : measures.stream()
                                .map(Measure::id)
                                .collect(joining(", ", rows.day() + ", ", ""));
        return columns
                + IntStream.range(0, keys.size())
                        .mapToObj(i -> ", %s AS _k%d".formatted(keys.get(i), i))
                        .collect(joining())
                + from();
    }

    private String from() {
        return " FROM %s AND (%s)".formatted(rows.from(), String.join(" OR ", days));
    }

    private String set(Part part) {
        return keys(part).stream()
                .map(key -> "_k" + keys.indexOf(key))
                .collect(joining(", ", "(", ")"));
    }

    private List<String> keys(Part part) {
        return Stream.concat(
                        rows.first().stream(), part.slice().dimensions().stream().map(rows::key))
                .toList();
    }

    /** How many rows there are, and the measures. */
    private List<String> sums(Part part) {
        Stream<Measure> own = part.measures().stream();
        if (rows.areOfDays()) {
            return Stream.concat(Stream.of("1"), own.map(Measure::id)).toList();
        }
        String some = isSummed() || days.size() == 1 ? Measure.ALL : rows.days(part.slice());
        return Stream.concat(
                        Stream.of("count(*)" + Measure.only(some)),
                        own.map(each -> rows.sum(each, some)))
                .toList();
    }

    private Places places(Part part) {
        List<String> own = keys(part);
        List<Integer> at =
                sums(part).stream().map(sum -> 2 + keys.size() + sums.indexOf(sum)).toList();
        return new Places(
                part,
                isSummed() ? 1L << days.indexOf(rows.days(part.slice())) : left(own),
                at.getFirst(),
                own.stream().map(key -> 2 + keys.indexOf(key)).toList(),
                at.subList(1, at.size()));
    }

    /** The keys that groups of a part do not have, as the store tells them. */
    private long left(List<String> own) {
        long left = 0;
        for (String key : keys) {
            left = 2 * left + (own.contains(key) ? 0 : 1);
        }
        return left;
    }

    private void add(ResultSet row, Places at) throws SQLException {
        boolean bucketed = rows.bucket() != null;
        @Nullable LocalDate bucket =
                bucketed ? row.getObject(at.keys.getFirst(), LocalDate.class) : null;
        List<String> values = new ArrayList<>();
        for (int k = bucketed ? 1 : 0; k < at.keys.size(); k++) {
            values.add(once.computeIfAbsent(row.getString(at.keys.get(k)), value -> value));
        }
        List<Object> key = new ArrayList<>(values);
        key.add(bucket == null ? "" : bucket);
        @Nullable Cell cell = null;
        for (int i = 0; i < at.sums.size(); i++) {
            @Nullable BigDecimal sum = figure(row, at.sums.get(i), at.part.measures().get(i));
            if (sum != null) {
                if (cell == null) {
                    cell = at.part.cells().computeIfAbsent(key, any -> cell(bucket, values, at));
                }
                cell.sums().merge(at.part.measures().get(i).id(), sum, BigDecimal::add);
            }
        }
    }

    /** The driver makes a decimal of a whole number by way of its text, which is slow. */
    private @Nullable BigDecimal figure(ResultSet row, int column, Measure measure)
            throws SQLException {
        if (!rows.areOfDays() || !measure.counts()) {
            return row.getBigDecimal(column);
        }
        long whole = row.getLong(column);
        return row.wasNull() ? null : BigDecimal.valueOf(whole);
    }

    private static Cell cell(@Nullable LocalDate bucket, List<String> values, Places at) {
        return new Cell(bucket, values, HashMap.newHashMap(at.sums.size()));
    }
}

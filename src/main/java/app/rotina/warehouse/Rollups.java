package app.rotina.warehouse;

import static java.util.stream.Collectors.joining;

import app.rotina.warehouse.engine.Sql;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The roll-up: one row per store day, {@link Grain} and values (the grain without a name is the
 * whole), one column per measure. Only the touched days are built anew.
 */
final class Rollups {
    static final String NOT_SET = "(not set)";

    private static final String KEYS = "day, dimension, " + String.join(", ", Grain.COLUMNS);

    private static final String VALUE = "coalesce(%1$s, '" + NOT_SET + "')";

    private final Sql sql;
    private final Measures measures;

    Rollups(Sql sql, Measures measures) {
        this.sql = sql;
        this.measures = measures;
    }

    /** Builds the days of {@code _touched_day} anew. */
    void refresh() throws SQLException {
        sql.run(
                "CREATE OR REPLACE TEMP TABLE _days AS SELECT DISTINCT day FROM _touched_day WHERE"
                        + " day IS NOT NULL");
        if (sql.number("SELECT count(*) FROM _days") > 0) {
            buildDays();
        }
        Versions.note(sql);
    }

    private void buildDays() throws SQLException {
        trackDays();
        sql.run("DROP TABLE IF EXISTS _part");
        sql.run(measures.rollupDdl().replaceFirst("TABLE rollup", "TEMP TABLE _part"));
        collectWhatWasBought();
        for (List<Measure> group : groups().values()) {
            if (hasRows(group.getFirst())) {
                addGroup(group);
            }
        }
        sql.run("DELETE FROM rollup WHERE day IN (SELECT day FROM _days)");
        sql.run(
                "INSERT INTO rollup SELECT %1$s, %2$s FROM _part GROUP BY %1$s ORDER BY dimension, day"
                        .formatted(KEYS, named(measures.all(), "sum(%1$s)")));
        sql.run("DROP TABLE _part");
    }

    /** Many stores have no traffic or no stock; to plan a scan of nothing costs as much as one. */
    private boolean hasRows(Measure measure) throws SQLException {
        return sql.number(
                        "SELECT count(*) FROM (SELECT 1 FROM %s IN (SELECT day FROM _days) LIMIT 1)"
                                .formatted(MeasureTable.of(measure.from()).storedOn(measure.day())))
                > 0;
    }

    /** The channels whose traffic is known, day by day: there, conversion has a denominator. */
    private void trackDays() throws SQLException {
        sql.run("DELETE FROM tracked_day WHERE day IN (SELECT day FROM _days)");
        sql.run(
                """
                INSERT INTO tracked_day (day, channel, checkouts)
                SELECT day, channel, bool_or(checkouts) FROM (
                    SELECT day, channel, checkouts IS NOT NULL AS checkouts FROM v_traffic WHERE sessions IS NOT NULL
                    UNION ALL SELECT day, channel, false FROM v_conversation)
                WHERE day IN (SELECT day FROM _days) GROUP BY ALL\
                """);
    }

    private Map<String, List<Measure>> groups() {
        return measures.all().stream()
                .collect(
                        Collectors.groupingBy(
                                measure -> measure.from() + " " + measure.day(),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    /**
     * One scan of a group's rows gives all grains: each row once for every grain, and then one
     * grouping. DuckDB's grouping sets are a table of groups each, which costs some ten times as
     * much where rows are few.
     */
    private void addGroup(List<Measure> group) throws SQLException {
        MeasureTable table = MeasureTable.of(group.getFirst().from());
        String day = group.getFirst().day();
        List<Grain> grains = Grain.of(table);
        add(
                group,
                """
                (SELECT _day, %s, %s FROM (SELECT %s AS _day%s, %s FROM %s WHERE %s IN (SELECT day FROM _days)), range(%d) g(_grain))\
                """
                        .formatted(
                                keys(grains),
                                named(group, "%1$s"),
                                day,
                                each(table.rolledUp(), ", " + VALUE + " AS _%1$s", ""),
                                contributions(group),
                                table.viewName(),
                                day,
                                grains.size()),
                "value, value2, value3");
        List<Measure> byProducts = group.stream().filter(Measure::byProducts).toList();
        if (!byProducts.isEmpty()) {
            add(
                    byProducts,
                    "(SELECT o.*, b.dimension, b.value FROM (SELECT order_id, %1$s AS _day, %2$s FROM v_order WHERE %1$s IN (SELECT day FROM _days)) o JOIN _bought b ON b.order_id = o.order_id)"
                            .formatted(day, contributions(byProducts)),
                    "value, '', ''");
        }
    }

    /** Found once for each row, not once for each grain of it. */
    private static String contributions(List<Measure> group) {
        return group.stream()
                .map(measure -> measure.contribution() + " AS " + measure.id())
                .collect(joining(", "));
    }

    /** The grain of a row, and its values. */
    private static String keys(List<Grain> grains) {
        return Stream.concat(
                        Stream.of(
                                choice(grains, grain -> "'" + grain.name() + "'")
                                        + " AS dimension"),
                        IntStream.range(0, Grain.COLUMNS.size())
                                .mapToObj(i ->
                                        choice(grains, grain -> value(grain, i))
                                                + " AS "
                                                + Grain.COLUMNS.get(i)))
                .collect(joining(", "));
    }

    private static String value(Grain grain, int column) {
        return column < grain.dimensions().size() ? "_" + grain.dimensions().get(column) : "''";
    }

    private static String choice(List<Grain> grains, Function<Grain, String> chosen) {
        return IntStream.range(0, grains.size())
                .mapToObj(i -> "WHEN %d THEN %s".formatted(i, chosen.apply(grains.get(i))))
                .collect(joining(" ", "CASE _grain ", " END"));
    }

    private void add(List<Measure> group, String from, String values) throws SQLException {
        sql.run(
                "INSERT INTO _part (%s, %s) SELECT _day, dimension, %s, %s FROM %s GROUP BY ALL"
                        .formatted(
                                KEYS,
                                named(group, "%1$s"),
                                values,
                                group.stream().map(Measure::ofContributions).collect(joining(", ")),
                                from));
    }

    private static String named(List<Measure> group, String pattern) {
        return group.stream()
                .map(measure -> pattern.formatted(measure.id()))
                .collect(joining(", "));
    }

    /** What the orders of the touched days consist of, each value once per order. */
    private void collectWhatWasBought() throws SQLException {
        String each =
                MeasureTable.OF_PRODUCTS.stream()
                        .map(name ->
                                "{'dimension': '%1$s', 'value': %2$s}"
                                        .formatted(name, VALUE.formatted(name)))
                        .collect(joining(", "));
        sql.run(
                """
                CREATE OR REPLACE TEMP TABLE _bought AS
                SELECT DISTINCT order_id, one['dimension'] AS dimension, one['value'] AS value
                FROM (SELECT order_id, unnest([%s]) AS one FROM v_line WHERE kind = 'product'
                    AND (placed_day IN (SELECT day FROM _days) OR recognised_day IN (SELECT day FROM _days)))\
                """
                        .formatted(each));
    }

    /** Orders once per combination of values that one of their product lines has. */
    static String ordersBy(List<String> dimensions) {
        return """
        (SELECT o.*, %2$s FROM v_order o
        JOIN (SELECT DISTINCT order_id, %1$s FROM v_line WHERE kind = 'product') l ON l.order_id = o.order_id)\
        """
                .formatted(
                        String.join(", ", dimensions),
                        dimensions.stream().map("l."::concat).collect(joining(", ")));
    }

    private static String each(List<String> names, String pattern, String between) {
        return names.stream().map(pattern::formatted).collect(joining(between));
    }
}

package app.rotina.warehouse;

import app.rotina.warehouse.engine.Sql;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The roll-up: one row per store day, dimension and value (the empty dimension is the whole), one
 * column per measure. Only the touched days are built anew.
 */
final class Rollups {
    static final String NOT_SET = "(not set)";

    private final Sql sql;
    private final Measures measures;

    Rollups(Sql sql, Measures measures) {
        this.sql = sql;
        this.measures = measures;
    }

    /** Builds the days of {@code _touched_day} anew. */
    void refresh() throws SQLException {
        sql.run(
                "CREATE OR REPLACE TEMP TABLE _days AS SELECT DISTINCT day FROM _touched_day WHERE day IS NOT NULL");
        trackDays();
        sql.run("DROP TABLE IF EXISTS _part");
        sql.run(measures.rollupDdl().replaceFirst("TABLE rollup", "TEMP TABLE _part"));
        for (List<Measure> group : groups().values()) {
            addGroup(group);
        }
        sql.run("DELETE FROM rollup WHERE day IN (SELECT day FROM _days)");
        sql.run(
                "INSERT INTO rollup SELECT day, dimension, value, %s FROM _part GROUP BY 1, 2, 3 ORDER BY dimension, day"
                        .formatted(columns("sum(%1$s)")));
        sql.run("DROP TABLE _part");
    }

    /** The channels whose traffic is known, day by day: there, conversion has a denominator. */
    private void trackDays() throws SQLException {
        sql.run("DELETE FROM tracked_day WHERE day IN (SELECT day FROM _days)");
        sql.run(
                """
                INSERT INTO tracked_day
                SELECT DISTINCT day, channel FROM v_traffic WHERE sessions IS NOT NULL AND day IN (SELECT day FROM _days)
                UNION SELECT DISTINCT day, channel FROM v_conversation WHERE day IN (SELECT day FROM _days)\
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

    private void addGroup(List<Measure> group) throws SQLException {
        MeasureTable table = MeasureTable.of(group.getFirst().from());
        String day = group.getFirst().day();
        add(group, table.viewName(), day, "");
        for (String dimension : table.dimensions()) {
            add(group, table.viewName(), day, dimension);
        }
        List<Measure> byProducts = group.stream().filter(Measure::byProducts).toList();
        if (!byProducts.isEmpty()) {
            for (String dimension : MeasureTable.OF_PRODUCTS) {
                add(byProducts, ordersBy(List.of(dimension)), day, dimension);
            }
        }
    }

    /** Orders once per combination of values that one of their product lines has. */
    static String ordersBy(List<String> dimensions) {
        return """
        (SELECT o.*, %2$s FROM v_order o
        JOIN (SELECT DISTINCT order_id, %1$s FROM v_line WHERE kind = 'product') l ON l.order_id = o.order_id)\
        """
                .formatted(
                        String.join(", ", dimensions),
                        dimensions.stream().map("l."::concat).collect(Collectors.joining(", ")));
    }

    private void add(List<Measure> group, String table, String day, String dimension)
            throws SQLException {
        String value =
                dimension.isEmpty() ? "''" : "coalesce(%s, '%s')".formatted(dimension, NOT_SET);
        String names = group.stream().map(Measure::id).collect(Collectors.joining(", "));
        String figures = group.stream().map(Measure::expression).collect(Collectors.joining(", "));
        sql.run(
                "INSERT INTO _part (day, dimension, value, %s) SELECT %s, '%s', %s AS value, %s FROM %s WHERE %s IN (SELECT day FROM _days) GROUP BY 1, 3"
                        .formatted(names, day, dimension, value, figures, table, day));
    }

    private String columns(String pattern) {
        return measures.all().stream()
                .map(measure -> pattern.formatted(measure.id()))
                .collect(Collectors.joining(", "));
    }
}

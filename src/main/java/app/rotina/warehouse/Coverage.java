package app.rotina.warehouse;

import static java.util.stream.Collectors.joining;

import app.rotina.warehouse.engine.Sql;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which days the sources spoke for, by topic: a covered day without rows means zero, a day that is
 * not covered means missing. A topic is a fact, or a fact with something only some sources know.
 * Every file speaks for the days from its first row to its last; what lies between two files is not
 * covered.
 */
final class Coverage {
    /** The facts that the rows of every open import are, whether they changed or not. */
    static final String SPOKEN_DDL =
            "CREATE OR REPLACE TEMP TABLE _spoken (import INTEGER, fact VARCHAR, _id UHUGEINT)";

    private static final String ORDERS =
            "resolved_order r JOIN fact_order o ON o.order_id = r.order_id JOIN _spoken s ON s.fact = 'order' AND s._id = o._id WHERE r.sale";

    /** A line without a date of its own is spoken of by its order. */
    private static final String LINES =
            """
            resolved_line r JOIN (SELECT import, _id FROM _spoken WHERE fact = 'line'
                UNION SELECT s.import, l._id FROM _spoken s JOIN fact_order o ON o._id = s._id
                JOIN fact_line l ON l.order_id = o.order_id
                WHERE s.fact = 'order' AND l.occurred_at IS NULL) s ON s._id = r._id
            WHERE r.kind IN ('product', 'refund', 'discount')\
            """;

    private final Sql sql;

    Coverage(Sql sql) {
        this.sql = sql;
    }

    /** Extends the coverage by what the open imports delivered. */
    void extend() throws SQLException {
        addRanges("order", "r.placed_day", ORDERS);
        addWhatIsKnown(
                "order",
                "resolved_order WHERE sale AND order_id IN (SELECT order_id FROM _touched)",
                Map.of(
                        "approval", "knows_approval",
                        "shipped", "shipped_day IS NOT NULL",
                        "recovered", "recovered",
                        "customer", "person IS NOT NULL"));
        addRanges("line", "r.placed_day", LINES);
        addWhatIsKnown(
                "line",
                "resolved_line WHERE _id IN (SELECT _id FROM _touched_lines)",
                Map.of(
                        "refund", "kind = 'refund'",
                        "cost", "cost IS NOT NULL",
                        "fee", "kind = 'fee'"));
        sql.run(
                "UPDATE coverage SET day_from = least(day_from, (SELECT min(day_from) FROM coverage WHERE topic = 'order')) WHERE topic = 'line.refund'");
        for (FactTable table : FactTable.all()) {
            if (!table.fact().id().equals("order") && !table.fact().id().equals("line")) {
                ownTopic(table);
            }
        }
    }

    private void addRanges(String topic, String day, String rows) throws SQLException {
        sql.run(
                "INSERT INTO coverage SELECT '%1$s', min(%2$s), max(%2$s), coalesce(r._hand, false) FROM %3$s AND %2$s IS NOT NULL GROUP BY s.import, 4 EXCEPT SELECT * FROM coverage"
                        .formatted(topic, day, rows));
    }

    /**
     * If any row of some covered days knows a thing, it is known of all of them.
     *
     * @param things what there is to know, and how a row shows that it does
     */
    private void addWhatIsKnown(String topic, String rows, Map<String, String> things)
            throws SQLException {
        Map<String, String> all = new TreeMap<>(things);
        String flags =
                all.entrySet().stream()
                        .map(each -> each.getValue() + " AS " + each.getKey())
                        .collect(joining(", "));
        String known =
                all.keySet().stream()
                        .map(each -> "CASE WHEN %2$s THEN '%1$s.%2$s' END".formatted(topic, each))
                        .collect(joining(", "));
        sql.run(
                """
                INSERT INTO coverage SELECT k.topic, c.day_from, c.day_to, c.hand FROM coverage c
                JOIN (SELECT placed_day, _hand, unnest([%s]) AS topic FROM (SELECT DISTINCT placed_day, _hand, %s FROM %s)) k
                ON k._hand = c.hand AND k.placed_day BETWEEN c.day_from AND c.day_to
                WHERE c.topic = '%s' AND k.topic IS NOT NULL EXCEPT SELECT * FROM coverage\
                """
                        .formatted(known, flags, rows, topic));
    }

    private void ownTopic(FactTable table) throws SQLException {
        String topic = table.fact().id();
        switch (table.fact().coverage()) {
            case NONE -> {}
            case RANGE ->
                    addRanges(
                            topic,
                            "r." + table.dayColumn(),
                            "%s r JOIN _spoken s ON s.fact = '%s' AND s._id = r._id WHERE true"
                                    .formatted(table.name(), topic));
            case ROWS -> everyDayWithRows(table);
        }
    }

    private void everyDayWithRows(FactTable table) throws SQLException {
        sql.run("DELETE FROM coverage WHERE topic = '%s'".formatted(table.fact().id()));
        String days =
                "SELECT DISTINCT %1$s AS day, _hand FROM %2$s WHERE %1$s IS NOT NULL"
                        .formatted(table.dayColumn(), table.name());
        String run = "day - CAST(row_number() OVER (PARTITION BY _hand ORDER BY day) AS INTEGER)";
        sql.run(
                "INSERT INTO coverage SELECT '%s', min(day), max(day), _hand FROM (SELECT day, _hand, %s AS run FROM (%s)) GROUP BY run, _hand"
                        .formatted(table.fact().id(), run, days));
    }
}

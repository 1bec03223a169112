package app.rotina.warehouse;

import app.rotina.sources.Fact;
import app.rotina.warehouse.engine.Sql;
import java.sql.SQLException;

/**
 * Which days the sources spoke for, by topic: a covered day without rows means zero, a day that is
 * not covered means missing. A topic is a fact, or a fact with something only some sources know.
 */
final class Coverage {
    private final Sql sql;

    Coverage(Sql sql) {
        this.sql = sql;
    }

    /** Extends the coverage by what the open import delivered. */
    void extend() throws SQLException {
        orderTopic("order", "true");
        orderTopic("order.approval", "knows_approval");
        orderTopic("order.shipped", "shipped_day IS NOT NULL");
        orderTopic("order.recovered", "recovered");
        orderTopic("order.customer", "person IS NOT NULL");
        lineTopic("line", "kind IN ('product', 'refund', 'discount')");
        lineTopic("line.refund", "kind = 'refund'");
        lineTopic("line.cost", "cost IS NOT NULL");
        sql.run(
                "UPDATE coverage SET day_from = least(day_from, (SELECT min(day_from) FROM coverage WHERE topic = 'order')) WHERE topic = 'line.refund'");
        for (FactTable table : FactTable.all()) {
            if (table.fact().id().equals("order") || table.fact().id().equals("line")) {
                continue;
            }
            ownTopic(table);
        }
    }

    private void orderTopic(String topic, String knows) throws SQLException {
        addRange(
                topic,
                knows,
                "resolved_order WHERE sale AND order_id IN (SELECT order_id FROM _touched)");
    }

    private void lineTopic(String topic, String knows) throws SQLException {
        addRange(topic, knows, "resolved_line WHERE _id IN (SELECT _id FROM _touched_lines)");
    }

    /** If any of the delivered rows knows the thing, the delivery speaks for all its days. */
    private void addRange(String topic, String knows, String rows) throws SQLException {
        sql.run(
                "INSERT INTO coverage SELECT '%s', min(placed_day), max(placed_day), _hand FROM %s AND placed_day IS NOT NULL GROUP BY _hand HAVING bool_or(%s)"
                        .formatted(topic, rows, knows));
    }

    private void ownTopic(FactTable table) throws SQLException {
        Fact.Coverage kind = table.fact().coverage();
        if (kind == Fact.Coverage.NONE) {
            return;
        }
        sql.run("DELETE FROM coverage WHERE topic = '%s'".formatted(table.fact().id()));
        String days =
                "SELECT DISTINCT %s AS day, _hand FROM %s WHERE %s IS NOT NULL"
                        .formatted(table.dayColumn(), table.name(), table.dayColumn());
        String island =
                "day - CAST(row_number() OVER (PARTITION BY _hand ORDER BY day) AS INTEGER)";
        String run =
                kind == Fact.Coverage.RANGE
                        ? "CASE WHEN _hand THEN %s END".formatted(island)
                        : island;
        sql.run(
                "INSERT INTO coverage SELECT '%s', min(day), max(day), _hand FROM (SELECT day, _hand, %s AS run FROM (%s)) GROUP BY run, _hand"
                        .formatted(table.fact().id(), run, days));
    }
}

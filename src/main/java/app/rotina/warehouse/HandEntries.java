package app.rotina.warehouse;

import app.rotina.warehouse.engine.Engine;
import app.rotina.warehouse.engine.Sql;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** What people entered by hand for a day, by the name of what they entered. */
public final class HandEntries {
    private final Engine engine;
    private final StoreSchema schema;

    HandEntries(Engine engine, StoreSchema schema) {
        this.engine = engine;
        this.schema = schema;
    }

    public Map<String, BigDecimal> of(String store, LocalDate day) {
        schema.ensure(store);
        Map<String, BigDecimal> entries = new TreeMap<>();
        return engine.read(
                store,
                sql -> {
                    add(sql, entries, day, ORDERS);
                    add(sql, entries, day, REVENUE);
                    add(sql, entries, day, CONVERSATIONS);
                    add(sql, entries, day, VISITS);
                    add(sql, entries, day, SPEND);
                    return entries;
                });
    }

    private static void add(Sql sql, Map<String, BigDecimal> into, LocalDate day, String query)
            throws SQLException {
        sql.list(
                "SELECT name, amount FROM (%s) WHERE amount IS NOT NULL".formatted(query),
                row -> into.put(row.getString(1), row.getBigDecimal(2)),
                day);
    }

    private static final String ORDERS =
            "SELECT channel || '_orders' AS name, order_count AS amount FROM fact_order WHERE _hand AND placed_at_day = ?";
    private static final String REVENUE =
            "SELECT o.channel || '_revenue' AS name, l.amount FROM fact_line l JOIN fact_order o ON o.order_id = l.order_id WHERE l._hand AND l.occurred_at_day = ?";
    private static final String CONVERSATIONS =
            "SELECT 'conversations' AS name, conversation_count AS amount FROM fact_conversation WHERE _hand AND started_at_day = ?";
    private static final String VISITS =
            "SELECT 'site_visits' AS name, sessions AS amount FROM fact_traffic_day WHERE _hand AND day = ?";
    private static final String SPEND =
            "SELECT 'ad_spend' AS name, spend AS amount FROM fact_ad_day WHERE _hand AND day = ?";
}

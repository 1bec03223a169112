package app.rotina.warehouse;

import app.rotina.kernel.StoreKey;
import app.rotina.sources.Delivery;
import app.rotina.sources.Field;
import app.rotina.warehouse.engine.Sql;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Forgotten people whom a file names again: their rows come in, and they do not. A record keeps
 * what stands in their place, so that figures stay as they were; a new one is nobody's.
 */
final class Forgotten {
    private final Sql sql;
    private final Delivery delivery;
    private final Map<String, String> valuesByColumn = new LinkedHashMap<>();

    private Forgotten(Sql sql, Delivery delivery) {
        this.sql = sql;
        this.delivery = delivery;
    }

    /** Those that the staged rows name. */
    static Forgotten staged(Sql sql, Delivery delivery, StoreKey key) throws SQLException {
        Forgotten forgotten = new Forgotten(sql, delivery);
        if (key.forgetsAnyone()) {
            for (String column : PersonColumns.texts(delivery)) {
                forgotten.find(column, key);
            }
        }
        return forgotten;
    }

    /** None: landed rows name no one who was forgotten. */
    static Forgotten none(Sql sql, Delivery delivery) {
        return new Forgotten(sql, delivery);
    }

    private void find(String column, StoreKey key) throws SQLException {
        List<String> known =
                sql
                        .list(
                                "SELECT DISTINCT %1$s FROM %2$s WHERE %3$s"
                                        .formatted(
                                                column,
                                                Staging.TABLE,
                                                PersonColumns.mayHold(delivery, column)),
                                row -> row.getString(1))
                        .stream()
                        .filter(key::forgets)
                        .toList();
        if (!known.isEmpty()) {
            valuesByColumn.put(column, PersonColumns.quoted(new TreeSet<>(known)));
        }
    }

    /** Takes them out of the records, which are known by now for what they are. */
    void strike(String judged) throws SQLException {
        for (Map.Entry<String, String> each : valuesByColumn.entrySet()) {
            keepWhatStandsThere(judged, each.getKey(), each.getValue());
            sql.update(
                    "UPDATE %1$s SET %2$s = NULL WHERE %2$s IN (%3$s)"
                            .formatted(judged, each.getKey(), each.getValue()));
        }
    }

    private void keepWhatStandsThere(String judged, String column, String values)
            throws SQLException {
        Delivery.Emission primary = delivery.primary();
        FactTable table = FactTable.of(primary.fact());
        for (String[] pair : table.pairs(primary)) {
            if (pair[1].equals(column) && table.fact().field(pair[0]).type() == Field.Type.TEXT) {
                sql.update(
                        "UPDATE %1$s AS j SET %2$s = f.%3$s FROM %4$s f WHERE f._id = j._id AND j.%2$s IN (%5$s)"
                                .formatted(judged, column, pair[0], table.name(), values));
            }
        }
    }
}

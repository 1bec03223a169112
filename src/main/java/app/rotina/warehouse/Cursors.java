package app.rotina.warehouse;

import app.rotina.warehouse.engine.Engine;
import app.rotina.warehouse.engine.Sql;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far each pull has come, by a name of the puller's own. A cursor moves in the transaction that
 * takes in the rows up to it, and in no other.
 */
public final class Cursors {
    static final String DDL =
            "CREATE TABLE IF NOT EXISTS pull_cursor (name VARCHAR, value VARCHAR)";

    private static final String TAP = "tap/";

    private final Engine engine;
    private final StoreSchema schema;

    Cursors(Engine engine, StoreSchema schema) {
        this.engine = engine;
        this.schema = schema;
    }

    public Map<String, String> of(String store) {
        schema.ensure(store);
        return engine.read(store, Cursors::all);
    }

    /** How far taps said they had come with what was taken in last: JSON by profile. */
    public Map<String, String> taps(String store) {
        Map<String, String> taps = new TreeMap<>();
        of(store)
                .forEach((name, value) -> {
                    if (name.startsWith(TAP)) {
                        taps.put(name.substring(TAP.length()), value);
                    }
                });
        return taps;
    }

    /** The cursor of a profile's tap. */
    static String ofTap(String profile) {
        return TAP + profile;
    }

    static Map<String, String> all(Sql sql) throws SQLException {
        Map<String, String> all = new TreeMap<>();
        sql.list(
                "SELECT name, value FROM pull_cursor",
                row -> String.valueOf(all.put(row.getString(1), row.getString(2))));
        return all;
    }

    /** Moves them, inside an open transaction. */
    static void move(Sql sql, Map<String, String> cursors) throws SQLException {
        for (Map.Entry<String, String> cursor : cursors.entrySet()) {
            sql.update("DELETE FROM pull_cursor WHERE name = ?", cursor.getKey());
            sql.update("INSERT INTO pull_cursor VALUES (?, ?)", cursor.getKey(), cursor.getValue());
        }
    }
}

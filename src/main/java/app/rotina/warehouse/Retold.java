package app.rotina.warehouse;

import app.rotina.warehouse.engine.Sql;
import java.sql.SQLException;

/**
 * Lines of orders that two sources tell, such as a shop's export and the same order by another way:
 * each order is taken from the source that told it last, and the other's lines stay as facts but
 * count for nothing. Their ids are in {@link #TABLE}.
 */
final class Retold {
    static final String TABLE = "_retold";

    private final Sql sql;

    Retold(Sql sql) {
        this.sql = sql;
    }

    /** Finds them among the touched orders. */
    void find() throws SQLException {
        sql.run("CREATE OR REPLACE TEMP TABLE %s (_id UHUGEINT)".formatted(TABLE));
        if (!hasSeveralSources()) {
            return;
        }
        sql.run(
                """
                -- one row per line that does not count
                INSERT INTO _retold
                WITH told AS (SELECT l._id, l.order_id, l.kind, split_part(i.delivery, '/', 1) AS source, l._version, l._import
                    FROM fact_line l JOIN import i ON i.id = l._import WHERE l.order_id IN (SELECT order_id FROM _touched)),
                last AS (SELECT order_id, arg_max(source, {'version': _version, 'import': _import}) AS source FROM told
                    WHERE kind = 'product' GROUP BY order_id HAVING count(DISTINCT source) > 1)
                SELECT t._id FROM told t JOIN last s ON s.order_id = t.order_id AND s.source <> t.source\
                """);
    }

    private boolean hasSeveralSources() throws SQLException {
        return sql.number(
                        "SELECT count(DISTINCT split_part(i.delivery, '/', 1)) FROM (SELECT DISTINCT _import FROM fact_line) l JOIN import i ON i.id = l._import")
                > 1;
    }
}

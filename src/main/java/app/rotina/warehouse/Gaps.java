package app.rotina.warehouse;

import app.rotina.warehouse.engine.Sql;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;

/**
 * What of a file did not come whole: what is not told there may only have been refused.
 *
 * @param anywhere true where a row is lacking and nobody knows whose it is
 * @param groups those that a row is lacking of, such as orders
 */
record Gaps(boolean anywhere, List<String> groups) {
    static final int MOST = 10_000;
    static final Gaps ANYWHERE = new Gaps(true, List.of());

    private static final String TABLE = "_broken";

    /** Takes them out of the groups that came whole. */
    void leaveOut(Sql sql, RecordIds ids) throws SQLException {
        sql.run("CREATE OR REPLACE TEMP TABLE %s (name VARCHAR)".formatted(TABLE));
        try (DuckDBAppender appender = sql.appender(TABLE)) {
            for (String group : groups) {
                appender.beginRow().append(group).endRow();
            }
        }
        sql.update(
                "DELETE FROM _whole WHERE _group IN (SELECT %s FROM %s)"
                        .formatted(ids.ofGroup("name"), TABLE));
    }
}

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
 * @param holes where they are, as far as they still matter
 */
record Gaps(boolean anywhere, List<String> groups, List<Hole> holes) {
    static final int MOST = 10_000;
    static final Gaps ANYWHERE = new Gaps(true, List.of(), List.of());

    private static final String TABLE = "_broken";

    /**
     * A refused row: it has a place among those of its group, also while it waits.
     *
     * @param record its number in the file
     */
    record Hole(String group, long record) {}

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

    /** Writes the holes down, to be counted by {@link #before}. */
    void note(Sql sql) throws SQLException {
        sql.run("CREATE OR REPLACE TEMP TABLE _hole (_of VARCHAR, _at BIGINT)");
        try (DuckDBAppender appender = sql.appender("_hole")) {
            for (Hole hole : holes) {
                appender.beginRow().append(hole.group()).append(hole.record()).endRow();
            }
        }
    }

    /** How many rows of its group are lacking before a record, as an expression. */
    String before(String group) {
        return holes.isEmpty()
                ? "0"
                : "(SELECT count(*) FROM _hole WHERE _of = CAST(%s AS VARCHAR) AND _at < _record)"
                        .formatted(group);
    }
}

package app.rotina.warehouse;

import app.rotina.sources.Fact;
import app.rotina.warehouse.SourceLog.Counts;
import app.rotina.warehouse.engine.Engine;
import app.rotina.warehouse.engine.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What each person, folder or connection has handed in so far, by their name in the import log. */
public final class SenderLog {
    private final Engine engine;
    private final StoreSchema schema;
    private final Unchanged<String, Map<String, Sent>> unchanged;

    SenderLog(Engine engine, StoreSchema schema) {
        this.engine = engine;
        this.schema = schema;
        this.unchanged = new Unchanged<>(engine::generation);
    }

    /**
     * All that one sender has handed in.
     *
     * @param waiting rows that still wait in quarantine
     * @param through the last day it brought anything of; absence: its rows are of no day
     */
    public record Sent(Counts counts, long waiting, @Nullable LocalDate through) {
        public static final Sent NOTHING = new Sent(new Counts(0, 0, 0, 0), 0, null);
    }

    /** By sender. */
    public Map<String, Sent> of(String store) {
        schema.ensure(store);
        return unchanged.answer(store, "", () -> engine.read(store, SenderLog::read));
    }

    private static Map<String, Sent> read(Sql sql) throws SQLException {
        Map<String, LocalDate> through = through(sql);
        Map<String, Sent> all = new TreeMap<>();
        sql.list(
                """
                -- one row per sender
                SELECT i.who, CAST(sum(read) AS BIGINT), CAST(sum(inserted) AS BIGINT), CAST(sum(updated) AS BIGINT),
                    CAST(sum(unchanged) AS BIGINT), coalesce(any_value(q.waiting), 0)
                FROM import i LEFT JOIN (SELECT j.who, count(*) AS waiting FROM quarantine w JOIN import j ON j.id = w.import
                    WHERE w.status = 'open' GROUP BY j.who) q ON q.who = i.who
                GROUP BY i.who\
                """,
                row -> String.valueOf(all.put(row.getString(1), sent(row, through))));
        return all;
    }

    private static Sent sent(ResultSet row, Map<String, LocalDate> through) throws SQLException {
        return new Sent(
                new Counts(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                row.getLong(6),
                through.get(row.getString(1)));
    }

    private static Map<String, LocalDate> through(Sql sql) throws SQLException {
        Map<String, LocalDate> last = new TreeMap<>();
        for (FactTable table : FactTable.all()) {
            if (table.fact().coverage() != Fact.Coverage.NONE) {
                sql.list(
                        "SELECT i.who, max(%s) AS day FROM %s f JOIN import i ON i.id = f._import GROUP BY i.who HAVING day IS NOT NULL"
                                .formatted(table.dayColumn(), table.name()),
                        row ->
                                String.valueOf(
                                        last.merge(
                                                row.getString(1),
                                                row.getObject(2, LocalDate.class),
                                                SenderLog::later)));
            }
        }
        return last;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}

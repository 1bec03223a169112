package app.rotina.warehouse;

import app.rotina.warehouse.engine.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How new a store's facts are: equal versions mean equal rows.
 *
 * @param ofAll the last import that changed any
 * @param byDay how often the roll-up was built anew when a day was last among its days
 */
record Versions(String ofAll, Map<LocalDate, Long> byDay) {
    static final String DDL = "CREATE TABLE IF NOT EXISTS rolled_day (day DATE, version BIGINT)";

    static Versions read(Sql sql) throws SQLException {
        Map<LocalDate, Long> byDay = new HashMap<>();
        List<String> ofAll =
                sql.list("SELECT value FROM meta WHERE name = 'version'", row -> row.getString(1));
        sql.list(
                "SELECT day, version FROM rolled_day",
                row -> byDay.put(row.getObject(1, LocalDate.class), row.getLong(2)));
        return new Versions(ofAll.isEmpty() ? "0" : ofAll.getFirst(), byDay);
    }

    /** Notes that the days of {@code _days} are others now. */
    static void note(Sql sql) throws SQLException {
        long version = sql.number("SELECT coalesce(max(version), 0) + 1 FROM rolled_day");
        sql.run("DELETE FROM rolled_day WHERE day IN (SELECT day FROM _days)");
        sql.run("INSERT INTO rolled_day SELECT day, %d FROM _days".formatted(version));
    }

    /** Grows whenever one of the days becomes another. */
    long of(Collection<LocalDate> days) {
        return days.stream().mapToLong(day -> byDay.getOrDefault(day, 0L)).max().orElse(0);
    }
}

package app.rotina.state;

import app.rotina.kernel.Days;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Closed days as they were told, every revision of them. */
@Repository
public class Closes {
    private final JdbcClient jdbc;
    private final Clock clock;

    Closes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One telling of a day.
     *
     * @param inputs what it rests on: equal inputs give an equal close
     * @param content the close as JSON
     */
    public record Kept(
            LocalDate day, int revision, Instant closedAt, String inputs, String content) {}

    /** Keeps a further revision of the day and gives its number; the first is 1. */
    public int keep(String store, LocalDate day, String inputs, String content) {
        return jdbc.sql(
                        """
                        insert into daily_close (store, day, revision, closed_at, inputs, content)
                        select ?, ?, coalesce(max(revision), 0) + 1, ?, ?, ?::jsonb
                        from daily_close where store = ? and day = ? returning revision
                        """)
                .params(
                        store,
                        day,
                        Instant.now(clock).atOffset(ZoneOffset.UTC),
                        inputs,
                        content,
                        store,
                        day)
                .query(Integer.class)
                .single();
    }

    /** The newest telling of the day. */
    public Optional<Kept> latest(String store, LocalDate day) {
        return history(store, day).stream().findFirst();
    }

    /** The newest day of each store that was closed, and its newest telling. */
    public record Newest(LocalDate day, int revision) {}

    /** By store; one without any close is not in it. */
    public Map<String, Newest> newest() {
        Map<String, Newest> newest = new HashMap<>();
        jdbc.sql(
                        """
                        select id, day, revision from store cross join lateral (
                            select day, revision from daily_close where store = id
                            order by day desc, revision desc limit 1) last
                        """)
                .query((ResultSet row) -> {
                    newest.put(
                            row.getString("id"),
                            new Newest(
                                    row.getObject("day", LocalDate.class), row.getInt("revision")));
                });
        return newest;
    }

    public boolean any(String store) {
        return jdbc.sql("select exists (select from daily_close where store = ?)")
                .param(store)
                .query(Boolean.class)
                .single();
    }

    /** Every telling of the day, the newest first. */
    public List<Kept> history(String store, LocalDate day) {
        return jdbc.sql(
                        "select * from daily_close where store = ? and day = ? order by revision desc")
                .params(store, day)
                .query(Closes::read)
                .list();
    }

    /** The last day of these that was closed. */
    public Optional<LocalDate> lastDay(String store, Days days) {
        return jdbc.sql("select max(day) from daily_close where store = ? and day between ? and ?")
                .params(store, days.from(), days.to())
                .query(LocalDate.class)
                .optional();
    }

    private static Kept read(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getObject("day", LocalDate.class),
                row.getInt("revision"),
                row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                row.getString("inputs"),
                row.getString("content"));
    }
}

package app.rotina.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The manifest: which file was taken in when, by whom, and what became of its records. */
@Repository
public class Imports {
    private final JdbcClient jdbc;
    private final Clock clock;

    Imports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How the taking in of a file stands. */
    public enum Status {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    /**
     * A file on its way in.
     *
     * @param source profile and kind, such as {@code olist/items}
     * @param name what its owner calls it
     */
    public record Arrival(String store, String source, String name, String sha256, String who) {}

    /** What became of a file's records; the four sum to {@code records}. */
    public record Counts(
            long records, long inserted, long updated, long unchanged, long quarantined) {}

    /**
     * One file that was taken in, or tried.
     *
     * @param ended absence: it is still running
     */
    public record Import(
            long id,
            Arrival file,
            Counts counts,
            Instant started,
            @Nullable Instant ended,
            Status status) {}

    public long begin(Arrival file) {
        return jdbc.sql(
                        """
                        insert into import (store, source, name, sha256, who, started_at, status)
                        values (?, ?, ?, ?, ?, ?, 'RUNNING') returning id
                        """)
                .params(file.store(), file.source(), file.name(), file.sha256(), file.who(), now())
                .query(Long.class)
                .single();
    }

    public void done(long id, Counts counts) {
        jdbc.sql(
                        """
                        update import set records = ?, inserted = ?, updated = ?, unchanged = ?,
                            quarantined = ?, ended_at = ?, status = 'DONE'
                        where id = ?
                        """)
                .params(
                        counts.records(),
                        counts.inserted(),
                        counts.updated(),
                        counts.unchanged(),
                        counts.quarantined(),
                        now(),
                        id)
                .update();
    }

    /** It ended without changing anything. */
    public void ended(long id, Status status) {
        jdbc.sql("update import set ended_at = ?, status = ? where id = ?")
                .params(now(), status.name(), id)
                .update();
    }

    /** What a killed process left as running has failed. */
    public void giveUpRunning() {
        jdbc.sql("update import set ended_at = ?, status = 'FAILED' where status = 'RUNNING'")
                .param(now())
                .update();
    }

    /** The store's imports, the newest first. */
    public List<Import> of(String store, int limit) {
        return jdbc.sql("select * from import where store = ? order by id desc limit ?")
                .params(store, limit)
                .query(Imports::read)
                .list();
    }

    public Optional<Import> find(String store, long id) {
        return jdbc.sql("select * from import where store = ? and id = ?")
                .params(store, id)
                .query(Imports::read)
                .optional();
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }

    private static Import read(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Import(
                row.getLong("id"),
                new Arrival(
                        row.getString("store"),
                        row.getString("source"),
                        row.getString("name"),
                        row.getString("sha256"),
                        row.getString("who")),
                new Counts(
                        row.getLong("records"),
                        row.getLong("inserted"),
                        row.getLong("updated"),
                        row.getLong("unchanged"),
                        row.getLong("quarantined")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                Status.valueOf(row.getString("status")));
    }
}

package app.rotina.state;

import app.rotina.state.SourceConnections.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where shops tell of what changes, and what they told: which record of which stream, never what is
 * in it. Kept until it is taken in, and a while longer to know a replay.
 */
@Repository
public class SourceHooks {
    private static final String FIELD = "webhook";
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final SourceConnections connections;
    private final Clock clock;

    SourceHooks(JdbcClient jdbc, SourceConnections connections, Clock clock) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.clock = clock;
    }

    /** What is entered in the shop, known only when it is made. */
    public record Fresh(String path, String secret) {
        @Override
        public String toString() {
            return "Fresh[…]";
        }
    }

    /**
     * An address that is open.
     *
     * @param lastAt when the shop told of anything last; absence: never
     * @param stray true where it may still tell at an address before, and did not take that back
     */
    public record Open(Instant madeAt, @Nullable Instant lastAt, String lastTopic, boolean stray) {}

    /** Who is told at an address, and the secret that messages are signed with. */
    public record Signed(Connection connection, String secret) {
        @Override
        public String toString() {
            return "Signed[" + connection.name() + "]";
        }
    }

    /**
     * A message.
     *
     * @param delivery what it is told by: the same again is a replay
     * @param numbered true where the shop numbers its messages; else two changes of a record may be
     *     told by the same message, which is a replay only until it is taken in
     * @param topic the shop's own word
     */
    public record Notice(
            String delivery, boolean numbered, String topic, String stream, String record) {}

    /** A record that changed and is still to be taken in. */
    public record Waiting(long id, String stream, String record, OffsetDateTime told) {}

    /**
     * Makes an address and a secret; those before open nothing any more.
     *
     * @param stray whether the shop may still tell at the one before
     */
    public Fresh renew(Connection connection, boolean stray) {
        Fresh fresh = new Fresh(Secrets.token(), Secrets.token());
        jdbc.sql(
                        """
                        insert into source_hook (connection, hash, sealed, made_at, stray) values (?, ?, ?, ?, ?)
                        on conflict (connection) do update
                        set hash = excluded.hash, sealed = excluded.sealed, made_at = excluded.made_at, stray = excluded.stray
                        """)
                .params(
                        connection.id(),
                        Secrets.hash(fresh.path()),
                        connections.seal(connection, FIELD, fresh.secret()),
                        now(),
                        stray)
                .update();
        return fresh;
    }

    public void close(Connection connection) {
        jdbc.sql("delete from source_hook where connection = ?").param(connection.id()).update();
    }

    /** Empty: the connection has no address. */
    public Optional<Open> of(long connection) {
        return jdbc.sql(
                        "select made_at, last_at, last_topic, stray from source_hook where connection = ?")
                .param(connection)
                .query(SourceHooks::open)
                .optional();
    }

    /** Whether it is the connection's address, or one that nobody is told anything at any more. */
    public boolean isOurs(Connection connection, String path) {
        return isGone(path)
                || jdbc.sql("select 1 from source_hook where connection = ? and hash = ?")
                        .params(connection.id(), Secrets.hash(path))
                        .query(Integer.class)
                        .optional()
                        .isPresent();
    }

    /** Whether it was an address before. */
    public boolean isGone(String path) {
        return jdbc.sql("select 1 from source_hook_gone where hash = ?")
                .param(Secrets.hash(path))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Empty: nobody is told anything there. */
    public Optional<Signed> at(String path) {
        return jdbc.sql(
                        """
                        select c.*, h.sealed from source_hook h join source_connection c on c.id = h.connection
                        where h.hash = ?
                        """)
                .param(Secrets.hash(path))
                .query((row, number) ->
                        new Sealed(
                                SourceConnections.connection(row, number),
                                row.getBytes("data_key"),
                                row.getBytes("sealed")))
                .optional()
                .map(this::opened);
    }

    /** Not while the row is read: that would take a second connection, and many wait for one. */
    private Signed opened(Sealed one) {
        return new Signed(
                one.connection, connections.open(one.connection, FIELD, one.dataKey, one.secret));
    }

    private static final class Sealed {
        private final Connection connection;
        private final byte[] dataKey;
        private final byte[] secret;

        private Sealed(Connection connection, byte[] dataKey, byte[] secret) {
            this.connection = connection;
            this.dataKey = dataKey.clone();
            this.secret = secret.clone();
        }
    }

    /** Keeps a message; what was told before is not told again. */
    @Transactional
    public void keep(Connection connection, Notice notice) {
        int fresh =
                jdbc.sql(
                                """
                                insert into source_notice (connection, delivery, stream, record, received_at)
                                values (?, ?, ?, ?, ?) on conflict (connection, delivery)
                                do update set received_at = excluded.received_at, taken_at = null where ?
                                """)
                        .params(
                                connection.id(),
                                Secrets.hash(notice.delivery()),
                                notice.stream(),
                                notice.record(),
                                now(),
                                !notice.numbered())
                        .update();
        if (fresh > 0) {
            jdbc.sql("update source_hook set last_at = ?, last_topic = ? where connection = ?")
                    .params(now(), notice.topic(), connection.id())
                    .update();
        }
    }

    /** The connections that something waits for. */
    public List<Connection> waiting() {
        return jdbc.sql(
                        """
                        select * from source_connection where id in (select connection from source_notice where taken_at is null)
                        order by id
                        """)
                .query(SourceConnections::connection)
                .list();
    }

    /** The oldest of what waits. */
    public List<Waiting> waiting(Connection connection, int most) {
        return jdbc.sql(
                        """
                        select id, stream, record, received_at from source_notice where connection = ? and taken_at is null
                        order by id limit ?
                        """)
                .params(connection.id(), most)
                .query((row, number) ->
                        new Waiting(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class)))
                .list();
    }

    /**
     * Notes that they are taken in, but for those told once more meanwhile, and forgets those of
     * long ago.
     */
    @Transactional
    public void taken(List<Waiting> taken) {
        OffsetDateTime now = now();
        for (Waiting each : taken) {
            jdbc.sql("update source_notice set taken_at = ? where id = ? and received_at = ?")
                    .params(now, each.id(), each.told())
                    .update();
        }
        jdbc.sql("delete from source_notice where taken_at < ?")
                .param(now.minus(REMEMBERED))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Open open(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime last = row.getObject("last_at", OffsetDateTime.class);
        return new Open(
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                last == null ? null : last.toInstant(),
                row.getString("last_topic"),
                row.getBoolean("stray"));
    }
}

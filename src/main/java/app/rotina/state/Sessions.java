package app.rotina.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The browsers that people are signed in with. Only the hash of a session's secret is kept. */
@Repository
public class Sessions {
    public static final Duration VALID = Duration.ofDays(14);

    /** How exactly it is known when a session was last used. */
    private static final Duration NOTICED = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    Sessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A session that is open.
     *
     * @param limited true until its person has set up a second step, where one is required
     * @param shownAt when its person last showed who they are
     */
    public record Session(long id, Person person, boolean limited, Instant shownAt) {}

    /**
     * A session as its person sees it.
     *
     * @param browser such as "Firefox, Linux"; empty where it did not say
     */
    public record Seen(long id, String browser, Instant openedAt, Instant seenAt) {}

    /** Opens a session and gives the secret that the browser keeps. */
    public String open(Person person, String browser, boolean limited) {
        String secret = Secrets.token();
        OffsetDateTime now = in(Duration.ZERO);
        jdbc.sql("delete from web_session where expires_at < ?").param(now).update();
        jdbc.sql(
                        """
                        insert into web_session
                            (hash, person, browser, limited, created_at, seen_at, shown_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Secrets.hash(secret),
                        person.id(),
                        browser,
                        limited,
                        now,
                        now,
                        now,
                        in(VALID))
                .update();
        return secret;
    }

    public Optional<Session> of(String secret) {
        Optional<Session> found =
                jdbc.sql(
                                """
                                select person.*, key.id as session, key.limited, key.shown_at
                                from person join web_session key on key.person = person.id
                                where key.hash = ? and key.expires_at > ?
                                """)
                        .params(Secrets.hash(secret), in(Duration.ZERO))
                        .query(Sessions::session)
                        .optional();
        found.ifPresent(session -> notice(session.id()));
        return found;
    }

    /** Those of a person, the one used last first. */
    public List<Seen> list(Person person) {
        return jdbc.sql(
                        """
                        select id, browser, created_at, seen_at from web_session
                        where person = ? and expires_at > ? order by seen_at desc, id desc
                        """)
                .params(person.id(), in(Duration.ZERO))
                .query(Sessions::seen)
                .list();
    }

    /** Its person has just shown who they are once more. */
    public void shown(long session) {
        jdbc.sql("update web_session set shown_at = ? where id = ?")
                .params(in(Duration.ZERO), session)
                .update();
    }

    /** The person has set up what was required of them. */
    public void lift(Person person) {
        jdbc.sql("update web_session set limited = false where person = ?")
                .param(person.id())
                .update();
    }

    public void close(String secret) {
        jdbc.sql("delete from web_session where hash = ?").param(Secrets.hash(secret)).update();
    }

    /** Closes one of this person's. */
    public void close(Person person, long session) {
        jdbc.sql("delete from web_session where person = ? and id = ?")
                .params(person.id(), session)
                .update();
    }

    /** Closes all of this person's but one. */
    public void closeOthers(Person person, long kept) {
        jdbc.sql("delete from web_session where person = ? and id <> ?")
                .params(person.id(), kept)
                .update();
    }

    public void closeAll(Person person) {
        jdbc.sql("delete from web_session where person = ?").param(person.id()).update();
    }

    private void notice(long session) {
        jdbc.sql("update web_session set seen_at = ? where id = ? and seen_at < ?")
                .params(in(Duration.ZERO), session, in(NOTICED.negated()))
                .update();
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        return new Session(
                row.getLong("session"),
                People.person(row, number),
                row.getBoolean("limited"),
                row.getObject("shown_at", OffsetDateTime.class).toInstant());
    }

    private static Seen seen(ResultSet row, int number) throws SQLException {
        return new Seen(
                row.getLong("id"),
                row.getString("browser"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime in(Duration time) {
        return Instant.now(clock).plus(time).atOffset(ZoneOffset.UTC);
    }
}

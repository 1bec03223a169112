package app.rotina.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What a person shows to be let in without a password: the session of a browser, the token of a
 * program. Only their hashes are kept.
 */
@Repository
public class Keys {
    public static final Duration SESSION = Duration.ofDays(14);
    public static final Duration TOKEN = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final Clock clock;

    Keys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens a session and gives the secret that the browser keeps. */
    public String openSession(Person person) {
        String secret = Secrets.token();
        jdbc.sql("delete from web_session where expires_at < ?").param(in(Duration.ZERO)).update();
        jdbc.sql("insert into web_session (hash, person, expires_at) values (?, ?, ?)")
                .params(Secrets.hash(secret), person.id(), in(SESSION))
                .update();
        return secret;
    }

    public Optional<Person> bySession(String secret) {
        return owner("web_session", secret);
    }

    public void closeSession(String secret) {
        jdbc.sql("delete from web_session where hash = ?").param(Secrets.hash(secret)).update();
    }

    /** Issues a token for programs; it is shown this once. */
    public String issueToken(Person person, String name) {
        String secret = Secrets.token();
        jdbc.sql("insert into api_token (hash, name, person, expires_at) values (?, ?, ?, ?)")
                .params(Secrets.hash(secret), name, person.id(), in(TOKEN))
                .update();
        return secret;
    }

    public Optional<Person> byToken(String secret) {
        return owner("api_token", secret);
    }

    private Optional<Person> owner(String table, String secret) {
        return jdbc.sql(
                        "select person.* from person join "
                                + table
                                + " key on key.person = person.id where key.hash = ? and key.expires_at > ?")
                .params(Secrets.hash(secret), in(Duration.ZERO))
                .query(People::person)
                .optional();
    }

    private OffsetDateTime in(Duration time) {
        return Instant.now(clock).plus(time).atOffset(ZoneOffset.UTC);
    }
}

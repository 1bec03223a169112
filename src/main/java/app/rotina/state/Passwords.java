package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * New passwords: chosen by whoever knows the old one, or by a link that serves once within a day.
 */
@Repository
public class Passwords {
    public static final Duration VALID = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final People people;
    private final Sessions sessions;
    private final Clock clock;

    Passwords(JdbcClient jdbc, People people, Sessions sessions, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Gives the token of a link by which this person chooses a new password; one at a time. */
    @Transactional
    public String link(Person person) {
        String token = Secrets.token();
        jdbc.sql("delete from password_link where person = ? or expires_at < ?")
                .params(person.id(), now())
                .update();
        jdbc.sql("insert into password_link (hash, person, expires_at) values (?, ?, ?)")
                .params(Secrets.hash(token), person.id(), now().plus(VALID))
                .update();
        return token;
    }

    /** Whose password the link changes; empty where it was used, is too old or never was. */
    public Optional<Person> of(String token) {
        return jdbc.sql(
                        """
                        select person.* from person join password_link link on link.person = person.id
                        where link.hash = ? and link.expires_at > ?
                        """)
                .params(Secrets.hash(token), now())
                .query(People::person)
                .optional();
    }

    /** Changes it by the link, which serves no second time, and signs every browser out. */
    @Transactional
    public Person change(String token, String password) {
        Person person = of(token).orElseThrow(() -> new RotinaException(Problem.BAD_LINK));
        int mine =
                jdbc.sql("delete from password_link where hash = ?")
                        .param(Secrets.hash(token))
                        .update();
        if (mine == 0) {
            throw new RotinaException(Problem.BAD_LINK);
        }
        people.keepPassword(person, password);
        sessions.closeAll(person);
        return person;
    }

    /** Changes it and signs every other browser out. */
    @Transactional
    public void change(Person person, String password, long session) {
        people.keepPassword(person, password);
        jdbc.sql("delete from password_link where person = ?").param(person.id()).update();
        sessions.closeOthers(person, session);
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }
}

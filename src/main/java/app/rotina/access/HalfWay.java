package app.rotina.access;

import app.rotina.state.People;
import app.rotina.state.Person;
import app.rotina.state.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Browsers that have shown a password and not yet the second step. */
@Component
final class HalfWay {
    static final Duration VALID = Duration.ofMinutes(10);

    private static final int REMEMBERED = 10_000;

    private final Map<String, Waiting> bySecret = new ConcurrentHashMap<>();
    private final People people;
    private final Clock clock;

    HalfWay(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    private record Waiting(long person, Instant until) {}

    /** Gives the secret that the browser keeps meanwhile. */
    String begin(Person person) {
        if (bySecret.size() >= REMEMBERED) {
            bySecret.values().removeIf(this::over);
        }
        String secret = Secrets.token();
        bySecret.put(secret, new Waiting(person.id(), Instant.now(clock).plus(VALID)));
        return secret;
    }

    /** Whose password it showed; empty: nobody's, or too long ago. */
    Optional<Person> of(String secret) {
        return Optional.ofNullable(bySecret.get(secret))
                .filter(waiting -> !over(waiting))
                .flatMap(waiting -> people.find(waiting.person));
    }

    void end(String secret) {
        bySecret.remove(secret);
    }

    private boolean over(Waiting waiting) {
        return waiting.until.isBefore(Instant.now(clock));
    }
}

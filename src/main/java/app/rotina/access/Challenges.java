package app.rotina.access;

import app.rotina.state.Person;
import app.rotina.state.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What passkeys sign: random, good once and for a few minutes. */
@Component
final class Challenges {
    static final Duration VALID = Duration.ofMinutes(5);

    private static final int REMEMBERED = 10_000;

    private final Map<String, Issued> issued = new ConcurrentHashMap<>();
    private final Clock clock;

    Challenges(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param person 0: to sign in, whoever it is
     */
    private record Issued(long person, Instant until) {}

    /**
     * @param person who is to make a passkey; absence: somebody is to sign in
     */
    byte[] issue(@Nullable Person person) {
        if (issued.size() >= REMEMBERED) {
            issued.values().removeIf(this::over);
        }
        byte[] challenge = Base64.getUrlDecoder().decode(Secrets.token());
        issued.put(key(challenge), new Issued(id(person), Instant.now(clock).plus(VALID)));
        return challenge;
    }

    /** True once, for what was issued for this. */
    boolean take(byte[] challenge, @Nullable Person person) {
        @Nullable Issued one = issued.remove(key(challenge));
        return one != null && !over(one) && one.person == id(person);
    }

    private static long id(@Nullable Person person) {
        return person == null ? 0 : person.id();
    }

    private boolean over(Issued one) {
        return one.until.isBefore(Instant.now(clock));
    }

    private static String key(byte[] challenge) {
        return Base64.getUrlEncoder().encodeToString(challenge);
    }
}

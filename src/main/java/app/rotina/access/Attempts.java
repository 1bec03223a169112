package app.rotina.access;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts wrong passwords; after too many, an account has to wait. */
@Component
final class Attempts {
    static final int ALLOWED = 8;
    static final Duration WAIT = Duration.ofMinutes(15);

    private static final int REMEMBERED = 10_000;

    private final Map<String, Failures> byAccount = new ConcurrentHashMap<>();
    private final Clock clock;

    Attempts(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant last) {}

    void requireFew(String account) {
        Failures failures = byAccount.get(key(account));
        if (failures != null && failures.count >= ALLOWED && !over(failures)) {
            throw new RotinaException(Problem.TOO_MANY_ATTEMPTS, WAIT.toMinutes());
        }
    }

    void failed(String account) {
        if (byAccount.size() >= REMEMBERED) {
            byAccount.values().removeIf(this::over);
        }
        Instant now = Instant.now(clock);
        byAccount.merge(
                key(account),
                new Failures(1, now),
                (before, one) -> over(before) ? one : new Failures(before.count + 1, now));
    }

    void succeeded(String account) {
        byAccount.remove(key(account));
    }

    private boolean over(Failures failures) {
        return failures.last.plus(WAIT).isBefore(Instant.now(clock));
    }

    private static String key(String account) {
        return account.strip().toLowerCase(Locale.ROOT);
    }
}

package app.rotina.sync;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.outgoing.Answer;
import app.rotina.outgoing.Outgoing;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks for one page, and asks again as long as it makes sense: it waits as it is told to, and
 * longer each time where it is not told. What it cannot have it says plainly, without a word of the
 * answer that might be secret.
 */
final class Fetcher implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(45);
    private static final Duration HURRY = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final int TRIES_ON_FAILURE = 6;
    private static final Set<Integer> BUSY = Set.of(429, 503);
    private static final int EXPIRED = 401;
    private static final Pattern CODE =
            Pattern.compile(
                    "\"(?:code\"\\s*:\\s*\"(?=[a-z_]+\")|status\"\\s*:\\s*\"(?=[A-Z_]+\"))([A-Za-z_]{1,60})\"");
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(90)
                                                    .maxNumberLength(200)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private final Outgoing outgoing;
    private final Pause pause;
    private final Clock clock;
    private final Duration patience;

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {
        void rest(Duration time);
    }

    /**
     * What came.
     *
     * @param headers by name in lower case
     */
    record Page(JsonNode body, Map<String, String> headers) {}

    Fetcher(Outgoing outgoing, Pause pause, Clock clock) {
        this(outgoing, pause, clock, PATIENCE);
    }

    private Fetcher(Outgoing outgoing, Pause pause, Clock clock, Duration patience) {
        this.outgoing = outgoing;
        this.pause = pause;
        this.clock = clock;
        this.patience = patience;
    }

    /** The same, where somebody waits for it. */
    Fetcher hurried() {
        return new Fetcher(outgoing, pause, clock, HURRY);
    }

    /** Refuses what is no address of the web. */
    void require(URI address) {
        outgoing.require(address);
    }

    @Override
    public void close() {
        outgoing.close();
    }

    Instant now() {
        return clock.instant();
    }

    /** Lets time pass before the next question. */
    void rest(Duration time) {
        if (time.isPositive()) {
            pause.rest(shorter(time, LONGEST_WAIT));
        }
    }

    Page page(Question question) {
        Duration waited = Duration.ZERO;
        Duration wait = FIRST_WAIT;
        int failures = 0;
        boolean renewed = false;
        while (true) {
            @Nullable Answer answer = sent(question, failures);
            if (answer != null && answer.status() == EXPIRED && !renewed) {
                renewed = true;
                if (question.auth().renew()) {
                    continue;
                }
            }
            boolean mayPass = answer == null || mayPass(question, answer);
            @Nullable Page page = answer == null || mayPass ? null : read(question, answer);
            if (page != null && !new Said(page.body()).isThrottled()) {
                return page;
            }
            boolean busy = page != null || (answer != null && isBusy(question, answer));
            failures += busy ? 0 : 1;
            Duration next = answer != null && busy ? told(answer, page, wait) : wait;
            waited = waited.plus(next);
            if (waited.compareTo(patience) > 0) {
                throw new RotinaException(Problem.PULL_TOO_BUSY, question.host());
            }
            if (answer != null && !busy && failures >= TRIES_ON_FAILURE) {
                return read(question, answer);
            }
            pause.rest(next);
            wait = shorter(wait.multipliedBy(2), LONGEST_WAIT);
        }
    }

    /** Null: nothing came, and it may be asked again. */
    private @Nullable Answer sent(Question question, int failures) {
        try {
            return outgoing.send(question.call());
        } catch (RotinaException e) {
            boolean mayPass =
                    e.problem() == Problem.OUTGOING_UNANSWERED
                            || e.problem() == Problem.OUTGOING_UNREACHED;
            if (!mayPass || failures + 1 >= TRIES_ON_FAILURE) {
                throw e;
            }
            return null;
        }
    }

    private static boolean mayPass(Question question, Answer answer) {
        return isBusy(question, answer) || answer.status() >= 500;
    }

    private static boolean isBusy(Question question, Answer answer) {
        return BUSY.contains(answer.status())
                || (!answer.isFine() && question.failures().isBusy(json(answer)));
    }

    /** How long to wait: until there is budget again, or as the answer says. */
    private Duration told(Answer answer, @Nullable Page page, Duration otherwise) {
        Duration budget = page == null ? Duration.ZERO : new Said(page.body()).rest();
        return budget.isPositive() ? shorter(budget, LONGEST_WAIT) : told(answer, otherwise);
    }

    private Duration told(Answer answer, Duration otherwise) {
        @Nullable String after = answer.headers().get("retry-after");
        if (after == null) {
            return otherwise;
        }
        Duration wait =
                after.matches("\\d{1,6}")
                        ? Duration.ofSeconds(Long.parseLong(after))
                        : until(after, otherwise);
        return shorter(wait.isNegative() ? Duration.ZERO : wait, LONGEST_WAIT)
                .plus(shorter(otherwise.dividedBy(10), Duration.ofSeconds(5)));
    }

    private Duration until(String date, Duration otherwise) {
        try {
            ZonedDateTime then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(clock.instant(), then.toInstant());
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Page read(Question question, Answer answer) {
        if (question.isRefusal(answer.status())) {
            throw new RotinaException(Problem.PULL_REFUSED, question.host(), answer.status());
        }
        if (question.isNone(answer)) {
            return new Page(MAPPER.createArrayNode(), answer.headers());
        }
        @Nullable JsonNode body = json(answer);
        if (!answer.isFine()) {
            if (question.failures().isRefusal(body)) {
                throw new RotinaException(Problem.PULL_REFUSED, question.host(), answer.status());
            }
            if (body != null && !question.body().isEmpty()) {
                new Said(body).require(question, Set.of());
            }
            throw new RotinaException(
                    Problem.PULL_ANSWER, question.host(), answer.status(), code(answer));
        }
        if (body == null) {
            throw new RotinaException(Problem.PULL_NOT_JSON, question.host());
        }
        return new Page(body, answer.headers());
    }

    private static @Nullable JsonNode json(Answer answer) {
        try {
            JsonNode body = MAPPER.readTree(answer.body());
            return body.isContainer() ? body : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** The answer's own word for what is wrong, where it is one. */
    private static String code(Answer answer) {
        Matcher code = CODE.matcher(answer.text());
        return code.find() ? code.group(1) : "–";
    }
}

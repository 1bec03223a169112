package app.rotina.routine.checks;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metrics;
import app.rotina.routine.checks.Check.Severity;
import app.rotina.state.Job;
import app.rotina.state.OwnChecks;
import app.rotina.state.RoutineChoices.Change;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants a check done; what is absent, or empty, is as its pack says.
 *
 * @param severity {@code fail} or {@code attention}; only where data decide
 * @param least what its rule finds nothing below: a limit, or a share of a usual day's revenue
 * @param look what to look at; only where a person decides
 * @param todo what to do about what it finds
 * @param asks what an answer must hold; as the three after it, only of a check of the store's own,
 *     and where none of the four is said, as it was added
 * @param pack the pack it goes with
 * @param metric what is shown beside it
 * @param by the dimension by which it is shown too
 */
public record CheckWish(
        @Nullable String job,
        @Nullable String cadence,
        @Nullable LocalTime at,
        @Nullable String severity,
        @Nullable BigDecimal least,
        @Nullable String name,
        @Nullable String look,
        @Nullable String todo,
        @Nullable List<String> asks,
        @Nullable String pack,
        @Nullable String metric,
        @Nullable String by) {
    static final int LONGEST_NAME = 200;
    static final int LONGEST_TEXT = 1000;
    private static final BigDecimal MOST = BigDecimal.TEN.pow(13);

    /** Another person, rhythm or hour alone. */
    public CheckWish(@Nullable String job, @Nullable String cadence, @Nullable LocalTime at) {
        this(job, cadence, at, null, null, null, null, null, null, null, null, null);
    }

    /** What a check of the store's own asks and shows; what is absent it does not. */
    record Own(
            @Nullable List<String> asks,
            @Nullable String pack,
            @Nullable String metric,
            @Nullable String by) {

        OwnChecks.Way way(Shop shop) {
            List<String> asked = asks == null ? List.of() : asks;
            String evidence = blank(metric) ? "" : shop.catalog().of(told(metric)).id();
            if (!blank(by)) {
                refuse(evidence.isEmpty(), by);
                refuse(!shop.metrics().has(shop.store(), evidence, told(by)), by);
            }
            return new OwnChecks.Way(
                    asked.stream()
                            .filter(ask -> !ask.isEmpty())
                            .map(Checks::ask)
                            .map(Way.Ask::id)
                            .distinct()
                            .toList(),
                    blank(pack) ? "" : shop.packs().of(told(pack)).id(),
                    evidence,
                    blank(by) ? "" : told(by));
        }
    }

    /** What there is to choose from. */
    record Shop(Store store, Packs packs, Catalog catalog, Metrics metrics) {}

    /** The change that does it; refuses what a check of its kind does not have. */
    Change change(Check check, Change now, Shop shop) {
        boolean byData = check.rule().isPresent();
        boolean measures = check.way() instanceof Rule.Above || check.way() instanceof Rule.Change;
        refuse(!blank(severity) && !byData, severity);
        if (least != null) {
            refuse(!measures || least.signum() < 0 || least.compareTo(MOST) >= 0, least);
        }
        boolean asking = asks != null || pack != null || metric != null || by != null;
        refuse(asking && !check.isOwn(), check.id());
        return new Change(
                blank(job) ? null : Job.of(told(job)),
                byData || blank(cadence) ? null : Cadence.of(told(cadence)).id(),
                byData ? null : at,
                blank(severity) ? null : severity(told(severity)).name(),
                least,
                text(name, LONGEST_NAME),
                text(look, LONGEST_TEXT),
                text(todo, LONGEST_TEXT),
                asking ? new Own(asks, pack, metric, by).way(shop) : null,
                now.leftOut(),
                now.since());
    }

    private static void refuse(boolean wrong, @Nullable Object what) {
        if (wrong) {
            throw new RotinaException(Problem.BAD_ARGUMENT, String.valueOf(what));
        }
    }

    private static Severity severity(String id) {
        return Stream.of(Severity.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(id))
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.BAD_ARGUMENT, id));
    }

    /** Nothing: it was not said. */
    static @Nullable String text(@Nullable String typed, int longest) {
        String text = typed == null ? "" : typed.strip();
        if (text.length() > longest) {
            throw new RotinaException(Problem.TEXT_TOO_LONG, text.length(), longest);
        }
        return text.isEmpty() ? null : text;
    }

    private static boolean blank(@Nullable String said) {
        return said == null || said.isBlank();
    }

    private static String told(@Nullable String said) {
        return Objects.requireNonNull(said).strip();
    }
}

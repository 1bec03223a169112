package app.rotina.routine.checks;

import app.rotina.kernel.Definitions;
import app.rotina.kernel.Nearest;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Texts;
import app.rotina.routine.checks.Check.Severity;
import app.rotina.routine.checks.Check.Words;
import app.rotina.routine.checks.Rule.Side;
import app.rotina.routine.checks.Way.Ask;
import app.rotina.routine.checks.Way.Asking;
import app.rotina.routine.checks.Way.Named;
import app.rotina.routine.checks.Way.Shown;
import app.rotina.state.Job;
import app.rotina.state.OwnChecks;
import app.rotina.state.OwnChecks.Own;
import app.rotina.state.RoutineChoices;
import app.rotina.state.Task;
import app.rotina.state.Traces;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Every check that there is: those that are shipped, discovered in the folder {@code checks}, and
 * those that stores added themselves. How a store does one of them, its {@link Routine} says.
 */
@Component
public final class Checks {
    /** The area that a store's own checks stand in. */
    public static final String OWN = "own";

    private static final String OWN_PREFIX = "own-";
    private static final String OWN_ID = OWN_PREFIX + "\\d{1,18}";
    private static final int LAST = 100_000;
    private static final String MORNING = "07:00";

    private final OwnChecks own;
    private final RoutineChoices choices;

    private final List<Check> all =
            Definitions.in("checks").stream()
                    .map(Checks::check)
                    .sorted(Comparator.comparingInt(Check::place))
                    .toList();

    public Checks(OwnChecks own, RoutineChoices choices) {
        this.own = own;
        this.choices = choices;
    }

    /** Those that are shipped. */
    public List<Check> all() {
        return all;
    }

    /** Those that data decide. */
    public List<Check> automatic(Cadence cadence) {
        return all.stream()
                .filter(check -> check.cadence() == cadence && check.rule().isPresent())
                .toList();
    }

    /** The one with the id, also one that a store no longer looks at. */
    public Check of(String id) {
        if (id.matches(OWN_ID)) {
            return own.find(ownNumber(id)).map(Checks::own).orElseThrow(() -> unknown(id));
        }
        return all.stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    /** The same as a store wants it done. */
    public Check of(String store, String id) {
        return Wanted.of(of(id), choices.changed(store, id));
    }

    /** What is to be done: as somebody says it, else as the check does that found it. */
    public String title(Task task, Texts texts) {
        Task.@Nullable Found found = task.found();
        return found == null || !task.title().isEmpty()
                ? task.title()
                : of(task.store(), found.check()).task(texts);
    }

    private RotinaException unknown(String id) {
        return Nearest.unknown(Problem.UNKNOWN_CHECK, id, all.stream().map(Check::id).toList());
    }

    private static Check check(JsonNode yaml) {
        return new Check(
                yaml.path("id").asString(),
                Cadence.of(yaml.path("cadence").asString()),
                LocalTime.parse(yaml.path("at").asString(MORNING)),
                yaml.path("every_day").asBoolean(false),
                Severity.valueOf(upper(yaml.path("severity").asString("attention"))),
                Job.of(yaml.path("job").asString()),
                yaml.path("place").asInt(),
                Definitions.words(yaml.path("packs")),
                yaml.path("area").asString(),
                Definitions.words(yaml.path("covers")),
                yaml.has("rule") ? rule(yaml.path("rule"), shown(yaml)) : asking(yaml),
                new Words(
                        Definitions.texts(yaml.path("labels")),
                        Definitions.texts(yaml.path("finds")),
                        Definitions.texts(yaml.path("look")),
                        Definitions.texts(yaml.path("task")),
                        Definitions.texts(yaml.path("todo"))));
    }

    private static Asking asking(JsonNode yaml) {
        return new Asking(
                shown(yaml),
                Definitions.words(yaml.path("asks")).stream().map(Checks::ask).toList(),
                yaml.path("numbers").properties().stream()
                        .map(one -> new Named(one.getKey(), Definitions.texts(one.getValue())))
                        .toList(),
                yaml.path("page").asString(""),
                yaml.has("answered_by")
                        ? Traces.Kind.valueOf(upper(yaml.path("answered_by").asString()))
                        : null);
    }

    private static Shown shown(JsonNode yaml) {
        return new Shown(
                Definitions.words(yaml.path("evidence")),
                Definitions.words(yaml.path("evidence_by")),
                Definitions.words(yaml.path("shows")));
    }

    static Ask ask(String word) {
        return Stream.of(Ask.values())
                .filter(one -> one.id().equals(word))
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.BAD_ARGUMENT, word));
    }

    private static Rule rule(JsonNode yaml, Shown shown) {
        List<String> by = Definitions.words(yaml.path("by"));
        Optional<Side> side =
                Stream.of(Side.values()).filter(one -> yaml.has(word(one))).findFirst();
        if (yaml.has("judge")) {
            return new Rule.Judged(
                    yaml.path("judge").asString(), yaml.path("metric").asString(), by, shown);
        }
        if (side.isEmpty()) {
            return new Rule.Above(
                    yaml.path("above").asString(),
                    by,
                    number(yaml.path("limit")),
                    number(yaml.path("times")),
                    Definitions.texts(yaml.path("costs")));
        }
        return new Rule.Change(
                yaml.path(word(side.get())).asString(),
                by,
                side.get(),
                number(yaml.path("floor")),
                Definitions.texts(yaml.path("costs")));
    }

    private static String word(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    private static BigDecimal number(JsonNode yaml) {
        return new BigDecimal(yaml.asString("0"));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    static String ownId(long number) {
        return OWN_PREFIX + number;
    }

    /** Refuses a check that is not the store's own. */
    static long ownNumber(String id) {
        if (!id.startsWith(OWN_PREFIX)) {
            throw new RotinaException(Problem.BAD_ARGUMENT, id);
        }
        return Long.parseLong(id.substring(OWN_PREFIX.length()));
    }

    /** A check of a store's own says in every language what somebody wrote. */
    static Check own(Own own) {
        String tag = Locale.ENGLISH.toLanguageTag();
        OwnChecks.Draft draft = own.draft();
        return new Check(
                ownId(own.id()),
                Cadence.of(draft.cadence()),
                draft.at(),
                false,
                Severity.ATTENTION,
                draft.job(),
                LAST,
                Wanted.packs(draft.way()),
                OWN,
                List.of(),
                Wanted.asking(draft.way()),
                new Check.Words(
                        Map.of(tag, draft.name()),
                        Map.of(),
                        Map.of(tag, draft.look()),
                        Map.of(),
                        Map.of()));
    }
}

package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Catalog;
import app.rotina.routine.checks.Agenda.Item;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Finding;
import app.rotina.routine.checks.Result;
import app.rotina.routine.checks.Result.Outcome;
import app.rotina.routine.checks.Turn;
import app.rotina.routine.checks.Way;
import app.rotina.state.CheckAnswers;
import app.rotina.state.CheckAnswers.Answer;
import app.rotina.state.RoutineChoices.Mute;
import app.rotina.web.RoutineView.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes checks as rows of a list.
 *
 * @param tasks the subjects of answers that have a task already
 */
record RoutineRows(Screen screen, Catalog catalog, Set<String> tasks) {

    /** How data, or a person, found it. */
    Row done(Item item) {
        @Nullable Result result = item.result();
        return result == null
                ? answered(item.check(), Objects.requireNonNull(item.answer()), item.before())
                : judged(result);
    }

    Row judged(Result result) {
        Check check = result.check();
        CheckWords words = new CheckWords(catalog, screen.figures());
        List<Finding> findings = result.findings();
        @Nullable String missing = result.missing();
        return new Row(
                label(check),
                address(check),
                state(result.outcome()),
                said(result),
                missing == null
                        ? findings.stream()
                                .map(one -> words.says(check, one))
                                .collect(Collectors.joining(" "))
                        : screen.say("missing." + missing),
                findings.isEmpty()
                        ? ""
                        : screen.address(words.rows(check, findings.getFirst(), result.day())),
                0);
    }

    private Row answered(Check check, Answer answer, @Nullable Answer before) {
        Outcome outcome = Outcome.valueOf(answer.said().outcome());
        boolean wrong = outcome == Outcome.FAIL || outcome == Outcome.ATTENTION;
        return new Row(
                label(check),
                address(check),
                state(outcome),
                screen.say("routine.by", how(check, answer), screen.words().who(answer.who())),
                written(check, answer, before),
                "",
                wrong && !tasks.contains(answer.subject()) ? answer.id() : 0);
    }

    /** What was said, or done. */
    private String how(Check check, Answer answer) {
        return check.trace()
                .filter(kind -> answer.isByDoing())
                .map(kind -> screen.say("routine.done." + kind.name().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> outcome(Outcome.valueOf(answer.said().outcome())));
    }

    /**
     * An answer, or what was done, and whose it is.
     *
     * @param before what its numbers are held against; absence: nothing
     */
    String signed(Check check, Answer answer, @Nullable Answer before) {
        String by =
                screen.say(
                        "routine.answered",
                        screen.words().who(answer.who()),
                        screen.words().moment(answer.at(), screen.store().zone()));
        String said = written(check, answer, before);
        return Stream.of(answer.isByDoing() ? how(check, answer) : "", said, by)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** What a person wrote in an answer, and how what they counted moved. */
    private String written(Check check, Answer answer, @Nullable Answer before) {
        @Nullable BigDecimal stake = answer.said().stake();
        Stream<String> counted =
                check.numbers().stream()
                        .flatMap(one -> counted(one, answer.said(), before).stream());
        return Stream.of(
                        Stream.of(answer.said().note()),
                        counted,
                        Stream.of(
                                answer.said().link(),
                                stake == null ? "" : TaskWords.worth(screen, stake).text()))
                .flatMap(part -> part)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private Optional<String> counted(
            Way.Named number, CheckAnswers.Said said, @Nullable Answer before) {
        Words words = screen.words();
        @Nullable BigDecimal now = said.counted().get(number.id());
        if (now == null) {
            return Optional.empty();
        }
        @Nullable BigDecimal was = before == null ? null : before.said().counted().get(number.id());
        String value =
                was == null
                        ? Typed.text(now, words)
                        : screen.say(
                                "routine.against",
                                Typed.text(now, words),
                                Typed.text(was, words),
                                moved(now.subtract(was), words));
        return Optional.of((number.label(words.texts()) + " " + value).strip());
    }

    private static String moved(BigDecimal by, Words words) {
        String sign = by.signum() > 0 ? "+" : by.signum() < 0 ? "−" : "±";
        return sign + Typed.text(by.abs(), words);
    }

    /** The fields of the numbers that a check asks for. */
    static List<RoutineView.Counted> numbers(Screen screen, Check check, @Nullable Answer before) {
        return check.numbers().stream().map(one -> number(screen, check, one, before)).toList();
    }

    private static RoutineView.Counted number(
            Screen screen, Check check, Way.Named number, @Nullable Answer before) {
        @Nullable BigDecimal was = before == null ? null : before.said().counted().get(number.id());
        boolean only = number.id().isEmpty();
        return new RoutineView.Counted(
                "number-" + check.id() + (only ? "" : "-" + number.id()),
                only ? "number" : "numbers[" + number.id() + "]",
                only ? screen.say("routine.number") : number.label(screen.words().texts()),
                was == null || before == null
                        ? ""
                        : screen.say(
                                "routine.last_time",
                                Typed.text(was, screen.words()),
                                screen.words().shortDay(before.about().turn())));
    }

    Row missed(Item item) {
        Turn latest = item.missed().getFirst();
        return new Row(
                label(item.check()),
                address(item.check()) + "?day=" + latest.first(),
                "no_data",
                screen.say("routine.missed.times", item.missed().size()),
                screen.say("routine.missed.last", when(latest)),
                "",
                0);
    }

    Row later(Item item) {
        return new Row(
                label(item.check()),
                address(item.check()),
                "pending",
                item.check().rule().isPresent()
                        ? screen.say("routine.no_data")
                        : screen.say(
                                "routine.later",
                                screen.words().shortDay(item.due()),
                                item.check().at().toString()),
                "",
                "",
                0);
    }

    Row waiting(Item item) {
        return new Row(
                label(item.check()),
                address(item.check()),
                "pending",
                screen.say("routine.waiting.since"),
                "",
                "",
                0);
    }

    Row muted(Item item) {
        Mute mute = Objects.requireNonNull(item.mute());
        return new Row(
                label(item.check()),
                address(item.check()),
                "no_data",
                screen.say("routine.muted.until", screen.words().day(mute.until())),
                screen.say("routine.muted.why", mute.why(), screen.words().who(mute.who())),
                "",
                0);
    }

    /** The days of a period. */
    String when(Turn turn) {
        return when(screen, turn);
    }

    static String when(Screen screen, Turn turn) {
        return turn.first().equals(turn.last())
                ? screen.words().day(turn.first())
                : screen.words().days(turn.days());
    }

    private String said(Result result) {
        return result.stake().signum() == 0
                ? outcome(result.outcome())
                : screen.say(
                        "tasks.outcome",
                        outcome(result.outcome()),
                        screen.figures().money(MetricValue.known(result.stake())).text());
    }

    String outcome(Outcome outcome) {
        return screen.say("checks.outcome." + outcome.name().toLowerCase(Locale.ROOT));
    }

    private String label(Check check) {
        return check.label(screen.words().texts());
    }

    private String address(Check check) {
        return screen.address("/routine/" + check.id());
    }

    static String state(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "met";
            case FAIL -> "missed";
            case ATTENTION -> "pending";
            case CANNOT_TELL -> "no_data";
        };
    }
}

package app.rotina.routine.checks;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.routine.checks.Check.Kind;
import app.rotina.routine.checks.Result.Outcome;
import app.rotina.routine.checks.Way.Ask;
import app.rotina.state.CheckAnswers;
import app.rotina.state.CheckAnswers.About;
import app.rotina.state.CheckAnswers.Answer;
import app.rotina.state.CheckResults;
import app.rotina.state.CheckResults.Found;
import app.rotina.state.CheckResults.Looked;
import app.rotina.state.Notes;
import app.rotina.state.Traces;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes down what people answer about checks, and makes tasks of what is wrong. */
@Component
public class Answering {
    private static final String LINK = "https?://\\S{1,990}";
    private static final int MOST_DECIMALS = 6;
    private static final BigDecimal MOST = BigDecimal.TEN.pow(13);

    private final Routines routines;
    private final CheckAnswers answers;
    private final CheckResults results;
    private final Photos photos;
    private final Notes notes;
    private final Clock clock;

    Answering(
            Routines routines,
            CheckAnswers answers,
            CheckResults results,
            Photos photos,
            Notes notes,
            Clock clock) {
        this.routines = routines;
        this.answers = answers;
        this.results = results;
        this.photos = photos;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * What somebody answers.
     *
     * @param outcome {@code pass}, {@code attention}, {@code fail} or {@code cannot_tell}
     * @param day a day of the period; absence: today
     * @param stake the money of one day that it costs; absence: it cannot be told
     * @param numbers those that the check names; absence: none
     */
    public record Said(
            @Nullable String outcome,
            @Nullable String note,
            @Nullable BigDecimal number,
            @Nullable String link,
            @Nullable LocalDate day,
            @Nullable BigDecimal stake,
            @Nullable Map<String, BigDecimal> numbers) {

        /** What is said without money and names. */
        public Said(
                @Nullable String outcome,
                @Nullable String note,
                @Nullable BigDecimal number,
                @Nullable String link,
                @Nullable LocalDate day) {
            this(outcome, note, number, link, day, null, null);
        }
    }

    /** Keeps an answer; refuses one that lacks what the check asks for. */
    public Answer answer(Store store, String id, Said said, String who) {
        Routine routine = routines.of(store);
        Check check = routine.of(id);
        if (check.kind() == Kind.AUTOMATIC) {
            throw new RotinaException(Problem.CHECK_BY_DATA, id);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), store.zone());
        LocalDate day = Objects.requireNonNullElse(said.day(), today);
        if (day.isAfter(today)) {
            throw new RotinaException(Problem.BAD_ARGUMENT, day);
        }
        About about =
                new About(
                        id, check.cadence().id(), routine.turns().of(check.cadence(), day).first());
        boolean photo = !photos.of(store, id, day).isEmpty();
        Answer answer = answers.keep(store.id(), about, held(store, check, said, photo), who);
        if (isLog(check, answer)) {
            notes.write(store.id(), day, who, answer.said().note());
        }
        return answer;
    }

    /** What is answered is what happened on the day: explanations and charts know it too. */
    private static boolean isLog(Check check, Answer answer) {
        return check.trace().filter(kind -> kind == Traces.Kind.NOTE).isPresent()
                && Outcome.valueOf(answer.said().outcome()) == Outcome.PASS;
    }

    private static CheckAnswers.Said held(Store store, Check check, Said said, boolean photo) {
        Outcome outcome = outcome(said.outcome());
        String note = clean(said.note());
        String link = clean(said.link());
        if (note.length() > Notes.LONGEST) {
            throw new RotinaException(Problem.TEXT_TOO_LONG, note.length(), Notes.LONGEST);
        }
        if (!link.isEmpty() && !link.matches(LINK)) {
            throw new RotinaException(Problem.BAD_ARGUMENT, link);
        }
        if (said.stake() != null && !isMoney(said.stake(), store)) {
            throw new RotinaException(Problem.BAD_ARGUMENT, said.stake());
        }
        CheckAnswers.Said answer =
                new CheckAnswers.Said(
                        outcome.name(),
                        note,
                        said.number(),
                        numbers(check, said),
                        link,
                        said.stake());
        if (outcome == Outcome.FAIL || outcome == Outcome.ATTENTION) {
            refuseWithout(Ask.NOTE, !note.isEmpty());
        }
        if (outcome != Outcome.CANNOT_TELL) {
            for (Ask ask : check.asks()) {
                refuseWithout(
                        ask,
                        switch (ask) {
                            case NOTE -> !note.isEmpty();
                            case NUMBER -> isCounted(check, answer);
                            case LINK -> !link.isEmpty();
                            case PHOTO -> photo;
                        });
            }
        }
        return answer;
    }

    /** Something that the check asks for; what is not known is left out. */
    private static boolean isCounted(Check check, CheckAnswers.Said answer) {
        return check.numbers().stream().anyMatch(one -> answer.counted().containsKey(one.id()));
    }

    private static Map<String, BigDecimal> numbers(Check check, Said said) {
        Map<String, BigDecimal> numbers = new TreeMap<>();
        if (said.numbers() != null) {
            said.numbers()
                    .forEach((name, number) -> {
                        if (number != null) {
                            numbers.put(name, number);
                        }
                    });
        }
        Set<String> known =
                check.numbers().stream()
                        .map(Way.Named::id)
                        .filter(id -> !id.isEmpty())
                        .collect(Collectors.toSet());
        numbers.forEach((name, number) -> {
            if (!known.contains(name)
                    || number.abs().compareTo(MOST) >= 0
                    || number.scale() > MOST_DECIMALS) {
                throw new RotinaException(Problem.BAD_ARGUMENT, name);
            }
        });
        return numbers;
    }

    private static boolean isMoney(BigDecimal amount, Store store) {
        return amount.signum() >= 0
                && amount.compareTo(MOST) < 0
                && amount.stripTrailingZeros().scale()
                        <= store.currency().getDefaultFractionDigits();
    }

    private static void refuseWithout(Ask ask, boolean held) {
        if (!held) {
            throw new RotinaException(Problem.valueOf("ANSWER_WITHOUT_" + ask.name()));
        }
    }

    private static Outcome outcome(@Nullable String word) {
        return Stream.of(Outcome.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.BAD_ARGUMENT, "outcome " + word));
    }

    private static String clean(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n").strip();
    }

    /**
     * Takes an answer back, with its task where nobody has done it; the one before counts again.
     */
    @Transactional
    public Answer takeBack(Store store, long id, String who) {
        Answer answer = answers.of(store.id(), id);
        answers.takeBack(store.id(), id);
        results.drop(store.id(), answer.about().check(), answer.subject(), who);
        Routine routine = routines.of(store);
        Check check = routine.of(answer.about().check());
        if (isLog(check, answer)) {
            Turn turn = routine.turns().of(check.cadence(), answer.about().turn());
            notes.between(store.id(), turn.first(), turn.last()).stream()
                    .filter(note -> note.author().equals(answer.who()))
                    .filter(note -> note.text().equals(answer.said().note()))
                    .forEach(note -> notes.remove(store.id(), note.id()));
        }
        return answer;
    }

    /**
     * Makes a task of what an answer found wrong, for those whose job it is; gives the task. Each
     * answer has one of its own, so that what is found later overwrites nothing. Refuses an answer
     * that was taken back.
     */
    public long raise(Store store, long id, String who) {
        Answer answer = answers.standing(store.id(), id);
        Check check = routines.of(store).of(answer.about().check());
        Outcome outcome = Outcome.valueOf(answer.said().outcome());
        if (outcome != Outcome.FAIL && outcome != Outcome.ATTENTION) {
            throw new RotinaException(Problem.BAD_ARGUMENT, outcome);
        }
        Finding finding = Finding.said(answer.said(), words(store, check, answer));
        Found found = new Found(answer.subject(), finding.stake(), ResultJson.write(finding));
        Looked looked =
                new Looked(check.id(), check.job(), outcome.name(), true, "", List.of(found));
        return results.raise(store.id(), answer.about().turn(), looked, who);
    }

    /** What was written, and what was counted by name. */
    private static String words(Store store, Check check, Answer answer) {
        Texts texts = Texts.of(store.locale());
        Map<String, BigDecimal> numbers = answer.said().numbers();
        Stream<String> counted =
                check.numbers().stream()
                        .flatMap(one ->
                                Stream.ofNullable(numbers.get(one.id()))
                                        .map(number ->
                                                one.label(texts) + " " + number.toPlainString()));
        return Stream.concat(Stream.of(answer.said().note(), answer.said().link()), counted)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}

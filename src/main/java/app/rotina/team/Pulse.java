package app.rotina.team;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.routine.checks.Cadence;
import app.rotina.routine.checks.Routines;
import app.rotina.routine.checks.Turn;
import app.rotina.routine.checks.Turns;
import app.rotina.state.Climate;
import app.rotina.state.Climate.Question;
import app.rotina.state.Climate.Tally;
import app.rotina.state.Person;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The climate of a store's team: three questions a fortnight. What people answered is told once the
 * fortnight is over and enough of them did; before that, somebody who looks before and after an
 * answer could tell it.
 */
@Component
public final class Pulse {
    /** How many answers it takes for their mean to be told. */
    public static final int LEAST = 4;

    private static final String TOO_FEW = "too_few_answers";
    private static final int HIGHEST = 5;
    private static final int DIGITS = 12;
    private static final int FORTNIGHTS = 12;

    private final Climate climate;
    private final Routines routines;
    private final Clock clock;

    Pulse(Climate climate, Routines routines, Clock clock) {
        this.climate = climate;
        this.routines = routines;
        this.clock = clock;
    }

    /**
     * A fortnight that is over.
     *
     * @param answers how many people answered; missing where too few did
     * @param means from 1 to 5, by question; missing where too few answered
     */
    public record Fortnight(Days days, MetricValue answers, Map<Question, MetricValue> means) {}

    /** The fortnight that people are asked about now. */
    public Days now(Store store) {
        return turns(store).of(Cadence.FORTNIGHTLY, today(store)).days();
    }

    public boolean hasAnswered(Store store, Person person) {
        return climate.hasAnswered(store.id(), now(store).from(), person);
    }

    /** Takes somebody's answer, a score for every question; refuses a second one. */
    public void answer(Store store, Person person, Map<Question, Integer> scores) {
        for (Question question : Question.values()) {
            Integer score = scores.get(question);
            if (score == null || score < 1 || score > HIGHEST) {
                throw new RotinaException(Problem.BAD_ARGUMENT, question.id() + " " + score);
            }
        }
        climate.answer(store.id(), now(store).from(), person, scores);
    }

    /** The fortnights since the first answer, half a year at most, the earliest first. */
    public List<Fortnight> trend(Store store) {
        Turns turns = turns(store);
        Turn now = turns.of(Cadence.FORTNIGHTLY, today(store));
        List<Turn> over = new ArrayList<>();
        for (Turn turn = turns.before(now); over.size() < FORTNIGHTS; turn = turns.before(turn)) {
            over.addFirst(turn);
        }
        List<Tally> tallies =
                climate.between(store.id(), over.getFirst().first(), over.getLast().first());
        return over.stream()
                .filter(turn ->
                        !tallies.isEmpty() && !turn.first().isBefore(tallies.getFirst().begun()))
                .map(turn -> fortnight(turn, tallies))
                .toList();
    }

    private static Fortnight fortnight(Turn turn, List<Tally> all) {
        List<Tally> tallies = all.stream().filter(one -> one.begun().equals(turn.first())).toList();
        Map<Question, MetricValue> means = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            means.put(question, mean(of(question, tallies)));
        }
        int answers = answers(of(Question.MOOD, tallies));
        return new Fortnight(
                turn.days(),
                answers < LEAST
                        ? MetricValue.missing(TOO_FEW)
                        : MetricValue.known(BigDecimal.valueOf(answers)),
                means);
    }

    private static List<Tally> of(Question question, List<Tally> tallies) {
        return tallies.stream().filter(one -> one.question() == question).toList();
    }

    private static MetricValue mean(List<Tally> tallies) {
        int answers = answers(tallies);
        if (answers < LEAST) {
            return MetricValue.missing(TOO_FEW);
        }
        int sum = tallies.stream().mapToInt(one -> one.score() * one.answers()).sum();
        return MetricValue.known(
                BigDecimal.valueOf(sum)
                        .divide(BigDecimal.valueOf(answers), DIGITS, RoundingMode.HALF_UP));
    }

    private static int answers(List<Tally> tallies) {
        return tallies.stream().mapToInt(Tally::answers).sum();
    }

    private Turns turns(Store store) {
        return routines.turns(store);
    }

    private LocalDate today(Store store) {
        return LocalDate.ofInstant(clock.instant(), store.zone());
    }
}

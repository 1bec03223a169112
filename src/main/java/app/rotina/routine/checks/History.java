package app.rotina.routine.checks;

import app.rotina.routine.checks.Agenda.Known;
import app.rotina.routine.checks.Result.Outcome;
import app.rotina.state.CheckAnswers.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a check went in its latest periods.
 *
 * @param marks the latest first; periods in which it was not due are left out
 * @param streak in how many periods running it passed
 */
public record History(Check check, List<Mark> marks, int streak) {
    private static final int MOST = 30;

    /** How a period went. */
    public enum How {
        PASS,
        ATTENTION,
        FAIL,
        CANNOT_TELL,
        MUTED,
        MISSED,
        /** It is not over, and nobody has answered. */
        OPEN
    }

    /**
     * One period.
     *
     * @param result absence: data did not judge it
     * @param answer absence: nobody answered it
     */
    public record Mark(Turn turn, How how, @Nullable Result result, @Nullable Answer answer) {}

    static History of(Check check, Known known) {
        List<Mark> marks = new ArrayList<>();
        Turn turn = latest(check, known);
        LocalDate since = known.since(check);
        for (int back = 0; back < MOST * 2 && marks.size() < MOST; back++) {
            marks.addAll(mark(check, known, turn, back == 0));
            turn = known.routine().turns().before(turn);
            if (turn.last().isBefore(since) && known.results().isEmpty()) {
                break;
            }
        }
        return new History(check, List.copyOf(marks), streak(marks));
    }

    /** The first day that a history of a day can speak of. */
    static LocalDate earliest(Turns turns, Cadence cadence, LocalDate day) {
        Turn turn = turns.of(cadence, day);
        for (int back = 0; back < MOST; back++) {
            turn = turns.before(turn);
        }
        return turn.first();
    }

    private static Turn latest(Check check, Known known) {
        Turn now = known.routine().turns().of(check.cadence(), known.day());
        return check.rule().isPresent() ? known.routine().turns().before(now) : now;
    }

    /** Empty: it was not due. */
    private static List<Mark> mark(Check check, Known known, Turn turn, boolean latest) {
        Known.Key key = Known.Key.of(check, turn);
        @Nullable Result result = known.results().get(key);
        @Nullable Answer answer = known.answers().get(key);
        if (answer != null) {
            return List.of(new Mark(turn, How.valueOf(answer.said().outcome()), null, answer));
        }
        if (result != null) {
            return List.of(new Mark(turn, how(result.outcome()), result, null));
        }
        if (known.routine().mute(check, turn.last()).isPresent()) {
            return List.of(new Mark(turn, How.MUTED, null, null));
        }
        if (latest) {
            return List.of(new Mark(turn, How.OPEN, null, null));
        }
        return known.isMissed(check, turn)
                ? List.of(new Mark(turn, How.MISSED, null, null))
                : List.of();
    }

    private static How how(Outcome outcome) {
        return How.valueOf(outcome.name());
    }

    /** The one that is open, and those that were silent, neither count nor end it. */
    private static int streak(List<Mark> marks) {
        int passed = 0;
        for (Mark mark : marks) {
            if (mark.how() == How.PASS) {
                passed++;
            } else if (mark.how() != How.OPEN && mark.how() != How.MUTED) {
                return passed;
            }
        }
        return passed;
    }
}

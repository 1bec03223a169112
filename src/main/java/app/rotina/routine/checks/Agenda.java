package app.rotina.routine.checks;

import app.rotina.kernel.Days;
import app.rotina.state.CheckAnswers.Answer;
import app.rotina.state.RoutineChoices.Mute;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a store's routine asks for on a day: what is due, what was done, and what was missed. */
public record Agenda(Routine routine, LocalDate day, List<Item> items) {

    /** Where a check stands. */
    public enum State {
        /** It waits to be answered, or to be gone through. */
        DUE,
        /** It is not its day or hour yet. */
        LATER,
        /** The store has no data yet, and it begins with them. */
        WAITING,
        DONE,
        MUTED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One check in one period.
     *
     * @param due the day on which it is, or was, due
     * @param result how data judged it; absence: they did not yet, or a person judges
     * @param answer what a person answered; absence: nobody did
     * @param mute absence: it is not silent
     * @param missed earlier periods, the latest first, in which it was due and nobody did it
     * @param before the latest answer of a period before that counted something; absence: none did
     */
    public record Item(
            Check check,
            Turn turn,
            State state,
            LocalDate due,
            @Nullable Result result,
            @Nullable Answer answer,
            @Nullable Mute mute,
            List<Turn> missed,
            @Nullable Answer before) {

        /** The same once data judged it; nothing changes without a result. */
        public Item judged(@Nullable Result by) {
            return by == null
                    ? this
                    : new Item(check, turn, State.DONE, due, by, answer, mute, missed, before);
        }
    }

    public List<Item> in(State state) {
        return items.stream().filter(item -> item.state() == state).toList();
    }

    /**
     * How far a store's data reach.
     *
     * @param begun the day on which the first came; absence: none ever did
     * @param through the last day they are of; absence: of none
     */
    record Reach(@Nullable LocalDate begun, @Nullable LocalDate through) {}

    /** What is known when an agenda is made, about one moment of a day. */
    record Known(
            Routine routine,
            LocalDate day,
            LocalTime time,
            Reach data,
            Map<Key, Answer> answers,
            Map<Key, Result> results) {
        private static final int MISSED_BACK = 10;
        static final int DAYS_BACK = 120;

        /** A check in a period. */
        record Key(String check, Cadence cadence, LocalDate first) {
            static Key of(Check check, Turn turn) {
                return new Key(check.id(), check.cadence(), turn.first());
            }
        }

        Agenda agenda() {
            List<Item> items = new ArrayList<>();
            for (Check check : routine.checks()) {
                Turn turn = routine.turns().of(check.cadence(), day);
                if (check.rule().isPresent()) {
                    items.add(automatic(check, routine.turns().before(turn)));
                } else {
                    routine.due(check, turn).ifPresent(due -> items.add(asked(check, turn, due)));
                }
            }
            return new Agenda(routine, day, List.copyOf(items));
        }

        /** Of the last period that is over. */
        private Item automatic(Check check, Turn turn) {
            @Nullable Mute mute = routine.mute(check, turn.last()).orElse(null);
            @Nullable Result result = results.get(Key.of(check, turn));
            State none = isWaiting(check) ? State.WAITING : State.LATER;
            State open = hasData(turn) ? State.DUE : none;
            State state = result == null ? open : State.DONE;
            return new Item(
                    check,
                    turn,
                    mute == null ? state : State.MUTED,
                    turn.last().plusDays(1),
                    result,
                    null,
                    mute,
                    missed(check, turn),
                    null);
        }

        private boolean hasData(Turn turn) {
            return data.through() != null && !data.through().isBefore(turn.last());
        }

        private Item asked(Check check, Turn turn, LocalDate due) {
            @Nullable Mute mute = routine.mute(check, day).orElse(null);
            @Nullable Answer answer = answers.get(Key.of(check, turn));
            return new Item(
                    check,
                    turn,
                    state(check, due, answer, mute),
                    due,
                    null,
                    answer,
                    mute,
                    missed(check, turn),
                    before(check, turn));
        }

        private @Nullable Answer before(Check check, Turn now) {
            Turn turn = now;
            for (int back = 0; back < MISSED_BACK && !check.numbers().isEmpty(); back++) {
                turn = routine.turns().before(turn);
                @Nullable Answer answer = answers.get(Key.of(check, turn));
                if (answer != null && !answer.said().counted().isEmpty()) {
                    return answer;
                }
            }
            return null;
        }

        private State state(
                Check check, LocalDate due, @Nullable Answer answer, @Nullable Mute mute) {
            if (answer != null) {
                return State.DONE;
            }
            if (mute != null) {
                return State.MUTED;
            }
            if (isWaiting(check)) {
                return State.WAITING;
            }
            boolean early = due.isAfter(day) || (due.equals(day) && time.isBefore(check.at()));
            return early ? State.LATER : State.DUE;
        }

        private boolean isWaiting(Check check) {
            return data.through() == null && routine.beginsWithData(check);
        }

        /** The day from which it is expected. */
        LocalDate since(Check check) {
            LocalDate since = routine.since(check);
            return routine.beginsWithData(check)
                            && data.begun() != null
                            && data.begun().isAfter(since)
                    ? data.begun()
                    : since;
        }

        private List<Turn> missed(Check check, Turn now) {
            List<Turn> missed = new ArrayList<>();
            Turn turn = now;
            for (int back = 0; back < MISSED_BACK; back++) {
                turn = routine.turns().before(turn);
                if (isMissed(check, turn)) {
                    missed.add(turn);
                }
            }
            return missed;
        }

        /** A period that is over, in which the check was due and was not done. */
        boolean isMissed(Check check, Turn turn) {
            Key key = Key.of(check, turn);
            if (isWaiting(check)
                    || turn.first().isBefore(since(check))
                    || answers.containsKey(key)
                    || results.containsKey(key)) {
                return false;
            }
            if (check.rule().isPresent()) {
                return turn.first().isAfter(day.minusDays(DAYS_BACK))
                        && hasData(turn)
                        && routine.mute(check, turn.last()).isEmpty();
            }
            return routine.due(check, turn)
                    .filter(due -> routine.mute(check, due).isEmpty())
                    .isPresent();
        }
    }

    /** The days of whose answers an agenda of a day may speak. */
    static Days spoken(LocalDate day) {
        return new Days(day.minusYears(Known.MISSED_BACK + 1L), day);
    }
}

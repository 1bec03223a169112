package app.rotina.routine;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Action;
import app.rotina.state.ActionChanges;
import app.rotina.state.ActionChanges.Terms;
import app.rotina.state.Actions;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes down what somebody says of an action later, such as that it has ended, and judges it by
 * what holds then.
 */
@Component
public final class ActionRevising {
    private final Actions actions;
    private final ActionChanges changes;
    private final EffectBook book;

    ActionRevising(Actions actions, ActionChanges changes, EffectBook book) {
        this.actions = actions;
        this.changes = changes;
        this.book = book;
    }

    /**
     * What is said anew; an absent text leaves it as it is, an empty one empties it.
     *
     * @param time of its first day, as {@code 14:30}
     * @param to its last day, as {@code 2026-03-09}; empty: it goes on
     * @param became the value after, a decimal number for a bid, a budget, a price or a stock
     */
    public record Anew(
            @Nullable String time,
            @Nullable String to,
            @Nullable String became,
            @Nullable String reason) {}

    /** Answers with the change, which can be taken back; zero: nothing is otherwise. */
    public long revise(Store store, long id, Anew anew, String who) {
        Action action = actions.of(store.id(), id);
        Terms now = Terms.of(action);
        @Nullable LocalDate to = read(anew.to(), LocalDate::parse, now.to());
        if (to != null && to.isBefore(action.from())) {
            throw new RotinaException(Problem.BAD_ARGUMENT, action.from() + " … " + to);
        }
        Terms terms =
                new Terms(
                        read(anew.time(), LocalTime::parse, now.time()),
                        to,
                        anew.became() == null
                                ? now.became()
                                : ActionKeeping.value(action.change().kind(), anew.became()),
                        anew.reason() == null ? now.reason() : ActionKeeping.reason(anew.reason()));
        long change = changes.say(store.id(), id, terms, who);
        book.judge(store, actions.of(store.id(), id));
        return change;
    }

    public void takeBack(Store store, long id, long change) {
        changes.takeBack(store.id(), id, change);
        book.judge(store, actions.of(store.id(), id));
    }

    private static <T> @Nullable T read(
            @Nullable String said, Function<String, T> reading, @Nullable T now) {
        if (said == null) {
            return now;
        }
        try {
            return said.isBlank() ? null : reading.apply(said.strip());
        } catch (DateTimeException e) {
            throw new RotinaException(Problem.BAD_ARGUMENT, e, said);
        }
    }
}

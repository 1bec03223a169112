package app.rotina.routine;

import app.rotina.insight.effect.Finding.Measured;
import app.rotina.insight.effect.Verdict;
import app.rotina.kernel.Days;
import app.rotina.state.Action;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Whether an action worked, and what that rests on. Figures are per day, in the metric's unit.
 *
 * @param measured absence: nothing can be said, and the reason says why
 * @param reason a text key under {@code effect.reason.}; absence: there is a measurement
 * @param window the days of the action that were looked at; absence: none
 * @param dimension what the control group is values of; empty: there is no control group
 * @param control the untouched values that stand for what would have been
 * @param course the periods before and in the window, each a day or a week
 */
public record ActionEffect(
        Action action,
        Verdict verdict,
        @Nullable Measured measured,
        @Nullable String reason,
        @Nullable Days window,
        String dimension,
        List<String> control,
        List<Period> course) {

    public ActionEffect {
        control = List.copyOf(control);
        course = List.copyOf(course);
    }

    /** A day or a week; what was to be expected is known inside the window only. */
    public record Period(Days days, double actual, OptionalDouble expected) {}

    static ActionEffect unknown(Action action, String reason) {
        return new ActionEffect(
                action, Verdict.CANNOT_TELL, null, reason, null, "", List.of(), List.of());
    }
}

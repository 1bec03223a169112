package app.rotina.state;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner on trial: what for, by what it is judged, and by when somebody decides.
 *
 * @param job who decides
 */
public record Trial(
        long id,
        String store,
        String partner,
        String work,
        LocalDate begun,
        LocalDate decideBy,
        Job job,
        State state,
        List<Criterion> criteria,
        List<Decision> decisions) {

    public Trial {
        criteria = List.copyOf(criteria);
        decisions = List.copyOf(decisions);
    }

    /** Where it stands. */
    public enum State {
        RUNNING,
        PASSED,
        ENDED
    }

    /** How it is left. */
    public enum Exit {
        PASS,
        EXTEND,
        END
    }

    /**
     * One thing that it is judged by.
     *
     * @param met absence: nobody has judged it yet
     */
    public record Criterion(long id, String text, @Nullable Boolean met) {}

    /**
     * What was decided.
     *
     * @param until the new day to decide by; absence: it was not extended
     */
    public record Decision(
            long id, Exit exit, @Nullable LocalDate until, String why, String who, Instant at) {}

    public boolean isRunning() {
        return state == State.RUNNING;
    }
}

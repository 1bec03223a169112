package app.rotina.state;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody in a store has to do.
 *
 * @param title what to do; empty where the check that opened it says so
 * @param holder who of the store does it; absence: whoever has the job
 * @param due the day by which; absence: none was named
 * @param stake the money of one day that it is about; zero: it cannot be told
 * @param found what a check found; absence: a person opened it
 * @param plan what its effect is measured on once it is done; absence: nobody said
 * @param waits true while a task that it waits for is open
 * @param partOf the task that it was split off; absence: none
 * @param closed absence: it is open
 */
public record Task(
        long id,
        String store,
        String title,
        Job job,
        @Nullable Holder holder,
        @Nullable LocalDate due,
        BigDecimal stake,
        State state,
        @Nullable Found found,
        Details details,
        @Nullable Plan plan,
        boolean waits,
        @Nullable Long partOf,
        Done opened,
        @Nullable Done closed) {

    /** Where it stands. */
    public enum State {
        OPEN,
        /** Somebody did it. */
        DONE,
        /** What a check had found was no longer there. */
        RECOVERED,
        /** Somebody decided against it. */
        DROPPED
    }

    /** Who did something to it, and when; a person's name, or the product's. */
    public record Done(String who, Instant at) {}

    /** The person who does it. */
    public record Holder(long person, String name) {}

    /**
     * What a check found.
     *
     * @param subject the part of the store, the same on every day; empty: all of it
     * @param finding as the check wrote it down on the last day
     */
    public record Found(
            String check, String subject, String finding, LocalDate first, LocalDate last) {}

    /**
     * What else a person may say of it; empty texts: nothing.
     *
     * @param reason why it is to be done
     * @param address the page that shows why; follows the store's address
     * @param place where it is to be done
     * @param how the way to do it
     * @param cost what it may cost; absence: nobody said
     */
    public record Details(
            String reason, String address, String place, String how, @Nullable BigDecimal cost) {
        public static final Details NONE = new Details("", "", "", "", null);
    }

    /**
     * What it is expected to move.
     *
     * @param where {@code dimension=value} each; empty: the whole store
     */
    public record Plan(ActionKind kind, String metric, List<String> where) {
        public Plan {
            where = List.copyOf(where);
        }
    }

    /** What a person wants done. */
    public record Draft(
            String title,
            Job job,
            @Nullable Long person,
            @Nullable LocalDate due,
            BigDecimal stake,
            Details details,
            @Nullable Plan plan) {

        public Draft(String title, Job job, @Nullable LocalDate due, BigDecimal stake) {
            this(title, job, null, due, stake, Details.NONE, null);
        }
    }
}

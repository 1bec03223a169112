package app.rotina.state;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody in a store has to do.
 *
 * @param title what to do; empty where the check that opened it says so
 * @param due the day by which; absence: none was named
 * @param stake the money of one day that it is about; zero: it cannot be told
 * @param found what a check found; absence: a person opened it
 * @param closed absence: it is open
 */
public record Task(
        long id,
        String store,
        String title,
        Job job,
        @Nullable LocalDate due,
        BigDecimal stake,
        State state,
        @Nullable Found found,
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

    /**
     * What a check found.
     *
     * @param subject the part of the store, the same on every day; empty: all of it
     * @param finding as the check wrote it down on the last day
     */
    public record Found(
            String check, String subject, String finding, LocalDate first, LocalDate last) {}

    /** What a person wants done. */
    public record Draft(String title, Job job, @Nullable LocalDate due, BigDecimal stake) {}
}

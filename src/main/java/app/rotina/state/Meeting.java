package app.rotina.state;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of a store's team that was begun.
 *
 * @param present the names of those who were there
 * @param closed absence: its minutes are still being written
 */
public record Meeting(
        long id,
        String store,
        Cadence cadence,
        LocalDate day,
        List<String> present,
        Who opened,
        @Nullable Who closed,
        List<Item> items) {

    /** How often it is held. */
    public enum Cadence {
        WEEKLY,
        FORTNIGHTLY
    }

    /** Who did something, and when. */
    public record Who(String name, Instant at) {}

    /** What an item of an agenda is about. */
    public enum Kind {
        GOAL,
        REVIEW,
        FINDING,
        OVERDUE,
        TASK,
        SUGGESTION,
        /** What somebody brought up in the meeting. */
        POINT
    }

    /**
     * What there is to speak about.
     *
     * @param address of the page about it, after the store's; empty: there is none
     */
    public record Topic(Kind kind, String title, String detail, String address) {}

    /**
     * An item of the agenda with what was said about it.
     *
     * @param minutes empty: nothing was written
     * @param written absence: nobody wrote
     */
    public record Item(long id, Topic topic, String minutes, @Nullable Who written) {}

    public boolean isOpen() {
        return closed == null;
    }
}

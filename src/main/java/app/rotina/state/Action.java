package app.rotina.state;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a store did to move a metric, such as new photos of a product.
 *
 * @param time when on its first day it began, by the store's clock; absence: nobody said. Effects
 *     are judged by whole days
 * @param to its last day; absence: it goes on
 * @param where the parts of the store that it touched; empty: the whole store
 * @param task the task it was done for; absence: none
 * @param who who recorded it
 */
public record Action(
        long id,
        String store,
        String name,
        String metric,
        LocalDate from,
        @Nullable LocalTime time,
        @Nullable LocalDate to,
        List<Place> where,
        Change change,
        @Nullable Long task,
        String who,
        Instant at) {

    public Action {
        where = List.copyOf(where);
    }

    /** A value of a dimension, such as a product. */
    public record Place(String dimension, String value) {}

    /**
     * What was changed.
     *
     * @param was the value before, a plain decimal number where the kind's is a number; empty:
     *     nobody said
     * @param became the value after
     * @param reason why; empty: nobody said
     */
    public record Change(ActionKind kind, String was, String became, String reason) {
        public static final Change NONE = new Change(ActionKind.OTHER, "", "", "");
    }

    /** What is recorded about an action. */
    public record Draft(
            String name,
            String metric,
            LocalDate from,
            @Nullable LocalTime time,
            @Nullable LocalDate to,
            List<Place> where,
            Change change,
            @Nullable Long task) {}
}

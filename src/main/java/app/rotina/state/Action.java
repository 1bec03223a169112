package app.rotina.state;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a store did to move a metric, such as new photos of a product.
 *
 * @param to its last day; absence: it goes on
 * @param where the parts of the store that it touched; empty: the whole store
 * @param who who recorded it
 */
public record Action(
        long id,
        String store,
        String name,
        String metric,
        LocalDate from,
        @Nullable LocalDate to,
        List<Place> where,
        String who,
        Instant at) {

    public Action {
        where = List.copyOf(where);
    }

    /** A value of a dimension, such as a product. */
    public record Place(String dimension, String value) {}

    /** What is recorded about an action. */
    public record Draft(
            String name,
            String metric,
            LocalDate from,
            @Nullable LocalDate to,
            List<Place> where) {}
}

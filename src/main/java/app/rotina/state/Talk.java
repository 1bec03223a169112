package app.rotina.state;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A talk of two people as one of the two reads it; nobody else does.
 *
 * @param with the name of the other one
 * @param agreed what both promised; empty: nothing is written yet
 */
public record Talk(long id, LocalDate day, String with, Side mine, Side theirs, String agreed) {

    /**
     * How one of the two sees it, and the way they propose; empty texts: nothing.
     *
     * @param at absence: they wrote nothing yet
     */
    public record Side(String view, String proposal, @Nullable Instant at) {
        public static final Side SILENT = new Side("", "", null);
    }
}

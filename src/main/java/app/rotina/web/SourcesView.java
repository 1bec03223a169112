package app.rotina.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store's sources have brought, as its page shows it.
 *
 * @param connections the shops and services that rows are pulled from
 * @param waiting how many rows wait in quarantine
 * @param unsourced the names of figures that nothing brings
 * @param zone that days are still counted in another zone than the store's; absence: they are not
 * @param inbox the watched folder; absence: for people who bring no files
 */
record SourcesView(
        List<ConnectionView.Line> connections,
        List<Line> sources,
        long waiting,
        List<String> unsourced,
        @Nullable String zone,
        @Nullable Inbox inbox) {
    /**
     * The folder that is watched.
     *
     * @param waiting what is still to be taken in; absence: nothing
     */
    record Inbox(String folder, @Nullable String waiting, List<Refused> refused) {}

    /** A file that was not taken in. */
    record Refused(String name, String reason) {}

    /**
     * One kind of source.
     *
     * @param state {@code met}, {@code missed} where it is late, {@code no_goal} where it has no
     *     day
     * @param settled up to when it is settled and what is provisional; empty: nothing is
     * @param late how long nothing has come, and what is missing because of it; absence: up to date
     * @param warnings what a person should see of its last file
     * @param next what to do now; absence: nothing
     */
    record Line(
            String name,
            String last,
            String complete,
            String through,
            String settled,
            String state,
            String label,
            @Nullable String late,
            List<String> warnings,
            @Nullable Next next,
            List<Count> counts,
            long waiting) {}

    /** A plain next step. */
    record Next(String text, String path) {}

    /** A count of rows, and what it counts. */
    record Count(String label, String count) {}
}

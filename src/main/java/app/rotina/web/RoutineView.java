package app.rotina.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day of the routine.
 *
 * @param next absence: the day after has not begun
 * @param query what keeps the choice of job and cadence, to be put after {@code ?}
 * @param due how much waits to be answered
 * @param later what is not due yet
 * @param waiting what begins with the store's data, of which there are none
 */
record RoutineView(
        LocalDate date,
        String title,
        LocalDate previous,
        @Nullable LocalDate next,
        String query,
        int due,
        List<Choice> jobs,
        List<Choice> cadences,
        List<Row> wrong,
        List<Run> runs,
        List<Group> groups,
        List<Row> done,
        List<Row> missed,
        List<Row> later,
        List<Row> waiting,
        List<Row> muted) {

    /** A choice of whose or how often; its address follows the store's. */
    record Choice(String label, String address, boolean current) {}

    /** What data have not judged of a period that is over. */
    record Run(String label, String cadence, LocalDate day, int checks) {}

    /** Checks of one part of the routine that wait for a person. */
    record Group(String label, List<Due> checks) {}

    /**
     * A check that waits for a person.
     *
     * @param look what to look at; empty: the name says it
     * @param how what to do where it is wrong; empty: nobody says
     * @param whose who answers it, and how often
     * @param day a day of its period
     * @param page where it is looked at; empty: not in Rotina
     * @param of the days that the figures are of; empty: there are none
     * @param by which parts those are
     * @param parts the figures by parts of the store; empty: as a whole alone
     * @param tasks what was found before and is still to be done
     * @param remarks the records that it is about
     */
    record Due(
            String id,
            String label,
            String look,
            String how,
            String whose,
            LocalDate day,
            String page,
            List<Fact> facts,
            String of,
            String by,
            List<Part> parts,
            List<Open> tasks,
            List<Remark> remarks,
            boolean note,
            List<Counted> numbers,
            boolean link,
            boolean photo) {}

    /**
     * A number to be typed.
     *
     * @param name of its field
     * @param last what it was the last time; empty: nobody counted it
     */
    record Counted(String id, String name, String label, String last) {}

    /** A task that is open, and what it is about. */
    record Open(String reason, String address) {}

    /** The figures of a part of the store. */
    record Part(String name, List<Fact> facts) {}

    /** A record that a check is about, and how it stands; empty: it has no name. */
    record Remark(String name, String says, String address) {}

    /** A figure to decide by. */
    record Fact(String label, Shown value, String before, String address) {}

    /**
     * A check that nobody has to answer now.
     *
     * @param state {@code met}, {@code missed}, {@code pending} or {@code no_data}: its icon
     * @param said the same in words
     * @param detail what was found or written; empty: nothing to add
     * @param rows where the figures of the detail are; empty: nowhere
     * @param answer the one that can be made a task; 0: none
     */
    record Row(
            String label,
            String address,
            String state,
            String said,
            String detail,
            String rows,
            long answer) {}

    /** True where nobody has anything to look at. */
    boolean isEmpty() {
        return due == 0
                && wrong.isEmpty()
                && runs.isEmpty()
                && done.isEmpty()
                && missed.isEmpty()
                && later.isEmpty()
                && waiting.isEmpty()
                && muted.isEmpty();
    }
}

package app.rotina.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to do, seen one way, and what was done lately.
 *
 * @param open those that were asked for, the most money first
 * @param columns the same by department; empty: they are not asked for so
 * @param month the same by day; absence: they are not asked for so
 * @param outcomes what came of what was done, the latest judgement first
 * @param form what the new one begins with
 */
record TasksView(
        Ways ways,
        List<TodoView.Line> open,
        List<Column> columns,
        @Nullable Month month,
        List<Outcome> outcomes,
        List<Closed> closed,
        Form form) {

    /** A choice among others, and where it leads. */
    record Choice(String id, String label, boolean current) {}

    /**
     * How they are looked at; the state of the page's address.
     *
     * @param view {@code list}, {@code board} or {@code calendar}
     * @param filtered true where some are left out
     */
    record Ways(
            String view,
            List<Choice> views,
            List<Choice> jobs,
            List<Choice> holders,
            List<Choice> states,
            boolean mayBeMine,
            boolean mine,
            boolean overdue,
            boolean filtered) {}

    /** The tasks of one department. */
    record Column(String job, String label, List<TodoView.Line> lines, String worth) {}

    /**
     * A month by weeks; cells of other months are absent.
     *
     * @param undated those without a day
     */
    record Month(
            String label,
            String previous,
            String next,
            List<String> weekdays,
            List<List<Day>> weeks,
            List<TodoView.Line> late,
            List<TodoView.Line> undated) {

        /** True where nothing is due on any of its days. */
        boolean isBare() {
            return weeks.stream().flatMap(List::stream).allMatch(day -> day.lines().isEmpty());
        }
    }

    /** A day of the month; another month's has no number. */
    record Day(
            @Nullable LocalDate date,
            String number,
            String label,
            boolean today,
            List<TodoView.Line> lines) {}

    /**
     * A task that is closed.
     *
     * @param state {@code done}, {@code recovered} or {@code dropped}
     * @param said who closed it and when
     */
    record Closed(long id, String title, String reason, String state, String said) {}

    /** What a new task begins with, and whom it can be given to. */
    record Form(String title, String reason, List<Choice> team, List<Choice> people) {}
}

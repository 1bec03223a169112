package app.rotina.web;

import java.util.List;

/**
 * What there is to do, and what was done lately.
 *
 * @param job whose tasks they are; empty: everybody's
 * @param jobs those who have any
 * @param team everybody whom a new one can be given to
 */
record TasksView(
        String job,
        List<Choice> jobs,
        List<TodoView.Line> open,
        List<Closed> closed,
        List<Choice> team) {

    /** A job to choose. */
    record Choice(String id, String label, boolean current) {}

    /**
     * A task that is closed.
     *
     * @param state {@code done}, {@code recovered} or {@code dropped}
     * @param said who closed it and when
     */
    record Closed(long id, String title, String reason, String state, String said) {}
}

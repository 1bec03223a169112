package app.rotina.web;

import java.util.List;

/**
 * The first things to do.
 *
 * @param own true where only what is theirs is shown to whoever looks
 * @param more how many others of these are open
 * @param others how many of other people are open; none where all are shown
 * @param outcomes what came of what was done, the latest judgement first
 * @param due how many checks wait for whoever looks; empty: none
 */
record TodoView(
        boolean own, List<Line> lines, int more, int others, List<Outcome> outcomes, String due) {
    static final TodoView NOTHING = new TodoView(false, List.of(), 0, 0, List.of(), "");

    /** True where there is something to do, for whoever looks or for others. */
    boolean asks() {
        return !lines.isEmpty() || others > 0 || !due.isEmpty();
    }

    /**
     * One of them.
     *
     * @param how how it is done; empty: nobody said
     */
    record Line(long id, TaskCard card, String how) {}
}

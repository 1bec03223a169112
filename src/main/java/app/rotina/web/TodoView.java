package app.rotina.web;

import java.util.List;

/**
 * The first things to do.
 *
 * @param more how many others are open
 * @param outcomes what came of what was done, the latest judgement first
 * @param due how many checks wait for whoever looks; empty: none
 */
record TodoView(List<Line> lines, int more, List<Outcome> outcomes, String due) {
    static final TodoView NOTHING = new TodoView(List.of(), 0, List.of(), "");

    /**
     * One of them.
     *
     * @param how how it is done; empty: nobody said
     */
    record Line(long id, TaskCard card, String how) {}
}

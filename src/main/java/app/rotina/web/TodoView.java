package app.rotina.web;

import java.util.List;

/**
 * The first things to do.
 *
 * @param more how many others are open
 */
record TodoView(List<Line> lines, int more) {

    /**
     * One of them.
     *
     * @param how how it is done; empty: nobody said
     */
    record Line(long id, TaskCard card, String how) {}
}

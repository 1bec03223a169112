package app.rotina.web;

import java.util.List;

/**
 * Who changed what.
 *
 * @param address of this page, which its form asks again
 * @param stores to choose from; none: the page is of one store
 * @param older where the rows before these are; empty: there are none
 */
record AuditView(
        String address,
        String lead,
        List<Choice> stores,
        List<Choice> people,
        List<Choice> actions,
        List<Line> lines,
        String older,
        boolean later) {
    /** Something the rows can be narrowed to. */
    record Choice(String value, String label, boolean chosen) {}

    /**
     * One change.
     *
     * @param store empty: it is of no store, or the page is of one
     */
    record Line(String number, String at, String who, String store, String what, String about) {}
}

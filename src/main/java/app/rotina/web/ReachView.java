package app.rotina.web;

import app.rotina.state.ReachChoices.Choice;
import app.rotina.state.ReachChoices.Hours;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reaches whom of a store.
 *
 * @param email of the one who looks; empty: a program
 * @param mailReady false where no mail server is set up
 * @param calendar the address of the reader's calendar; empty: there is none
 * @param webcal the same as calendar programs open it
 * @param hooks empty for those who may not change them
 * @param log what was sent lately, the latest first; empty for those who only read
 * @param note what was just tried; absence: nothing was
 * @param secret shown this once; absence: none was made
 */
record ReachView(
        String email,
        Choice choice,
        Hours hours,
        boolean mailReady,
        String calendar,
        String webcal,
        List<Hook> hooks,
        List<Line> log,
        @Nullable Note note,
        @Nullable Secret secret) {

    /** A chat or program. */
    record Hook(long id, String name, String detail) {}

    /**
     * A message.
     *
     * @param tone of its badge: {@code met}, {@code missed}, {@code open} or none
     * @param why it stands there; empty: nothing is to be said
     * @param repeatable true where a person may send it again
     * @param risky true where it may have arrived already
     */
    record Line(
            long id,
            String what,
            String detail,
            String state,
            String tone,
            String why,
            boolean repeatable,
            boolean risky) {}

    /** How a test went. */
    record Note(boolean good, String text) {}

    /** What a program checks signatures with. */
    record Secret(String name, String value) {}
}

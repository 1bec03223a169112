package app.rotina.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shops and services a store is connected to, as its pages show them. */
final class ConnectionView {
    private ConnectionView() {}

    /**
     * One of them.
     *
     * @param where what tells it apart from another of its kind
     * @param state {@code met}, {@code missed} where somebody has to do something, {@code no_goal}
     * @param running what a fetch is doing; absence: none is under way
     * @param why what is wrong, in plain words; absence: nothing is
     * @param notes what does not come, and why
     * @param next when it is fetched by itself next
     * @param anew true where it has to be connected anew
     * @param held what its source has, or that it cannot be asked
     * @param told when the shop told of a change last; absence: it is not asked to
     */
    record Line(
            long id,
            String name,
            String where,
            String state,
            String label,
            @Nullable String running,
            @Nullable String why,
            List<String> notes,
            String complete,
            String through,
            String next,
            List<SourcesView.Count> counts,
            boolean anew,
            Held held,
            @Nullable String told) {}

    /**
     * What its source has, held against what came from it.
     *
     * @param countable false where its source cannot say what it has
     * @param icon how it stands, as an icon
     * @param drift the days that differ
     * @param note what may be why; empty: nothing is known
     * @param days the same days, as a form sends them
     */
    record Held(
            boolean countable,
            String text,
            String icon,
            List<DriftDay> drift,
            String note,
            String days) {

        /** Something is said, and there is no day to show. */
        static Held saying(String text, String icon) {
            return new Held(true, text, icon, List.of(), "", "");
        }
    }

    /** A day that differs: what the source has, what is here, and what is wrong with it. */
    record DriftDay(
            String day,
            String sourceCount,
            String sourceSum,
            String ourCount,
            String ourSum,
            String what,
            String difference) {}

    /**
     * What somebody who connects has to say.
     *
     * @param id absence: a connection is made
     * @param kinds what can be connected; none where there is nothing to choose
     * @param promise what happens to what is typed
     * @param go what the button says
     * @param hook absence: the shop does not tell of what changes
     */
    record Form(
            @Nullable Long id,
            String connector,
            String title,
            List<Kind> kinds,
            List<Field> fields,
            String promise,
            String go,
            @Nullable Hook hook) {
        Form telling(Hook how) {
            return new Form(id, connector, title, kinds, fields, promise, go, how);
        }
    }

    /**
     * How the shop tells at once of what changes.
     *
     * @param last when it told of anything last; absence: it has no address to tell it at
     * @param address what is entered in the shop; empty: it was shown before, or we told the shop
     * @param secret what is entered besides; empty: nothing
     * @param topics what is to be chosen there
     */
    record Hook(
            @Nullable String last,
            String steps,
            String address,
            String secret,
            List<String> topics) {}

    /** A kind of shop or service. */
    record Kind(String connector, String title, boolean chosen) {}

    /**
     * One field of the form.
     *
     * @param needed false where it may be left empty
     * @param value what was typed; always empty for what is secret
     * @param error what is wrong with it; absence: nothing
     */
    record Field(
            String name,
            String label,
            boolean secret,
            boolean needed,
            String value,
            @Nullable String error) {}

    /**
     * The way to the shop's page where its owner agrees.
     *
     * @param shop what it is called
     * @param address where to go; empty: they came back, and it was not connected
     * @param again where it is begun again
     */
    record Way(String shop, String address, String again) {}
}

package app.rotina.web;

import app.rotina.access.Caller;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Person;
import app.rotina.state.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/**
 * What stands around every page: who looks at it, in which store and language, with which menu.
 *
 * @param csrf the token that every form carries
 * @param path where this page is, with its state
 * @param caller absence: nobody has signed in
 * @param here absence: the page belongs to no store
 * @param done absence: nothing was just done
 */
record Screen(
        Words words,
        String csrf,
        Preferences preferences,
        String path,
        @Nullable Caller caller,
        @Nullable Here here,
        @Nullable Done done) {

    /**
     * What was just done, and can be undone.
     *
     * @param key of its text {@code web.done.<key>}; {@code web.partly.<key>}: more is to do
     * @param undo what follows the store's address where it is undone; absence: it cannot be
     */
    record Done(String key, @Nullable String undo) {
        /** An address of this store that only brings something back. */
        private static final String RESTORING = "(/[a-z0-9_-]+)+/restoration";

        static @Nullable Done of(@Nullable String key, @Nullable String undo) {
            return key == null
                    ? null
                    : new Done(key, undo != null && undo.matches(RESTORING) ? undo : null);
        }
    }

    /**
     * The store a page belongs to, what the caller may do there, and where they can go.
     *
     * @param sample true where its figures are invented
     * @param way to its first close; absence: it has arrived, or is not the caller's to walk
     */
    record Here(
            Store store,
            Role role,
            Menu menu,
            List<Store> others,
            boolean sample,
            FirstStepsGuide.@Nullable Way way) {}

    Store store() {
        return Objects.requireNonNull(here).store();
    }

    Caller who() {
        return Objects.requireNonNull(caller);
    }

    /** What they sign in with, for the browser's keeper of passwords. */
    String email() {
        @Nullable Person person = who().person();
        return person == null ? "" : person.email();
    }

    boolean may(Role role) {
        return here != null && here.role().covers(role);
    }

    boolean mayWork() {
        return may(Role.MEMBER);
    }

    boolean mayManage() {
        return may(Role.MANAGER);
    }

    String say(String key, Object... values) {
        return words.say(key, values);
    }

    /** True where the first steps stand above and ask for data: a page need not ask again. */
    boolean isAskedForData() {
        FirstStepsGuide.@Nullable Way way = here == null ? null : here.way();
        return way != null && way.steps().next().id().equals("data");
    }

    Figures figures() {
        return new Figures(words, store().currency());
    }

    /** The address of a page of this store. */
    String address(String path) {
        return "/s/" + store().id() + path;
    }

    /** This page, as a view of its store is saved. */
    String view() {
        return path.substring(address("").length());
    }

    /** Which of red and green is a gain. */
    String market() {
        return preferences.risesInRed(here == null ? null : here.store().locale())
                ? "red"
                : "green";
    }

    boolean hasKeys() {
        return preferences.of(Preferences.KEYS).equals("on");
    }

    /** The same page with every number in full. */
    Screen exactly() {
        return new Screen(words.inFull(), csrf, preferences, path, caller, here, done);
    }

    Optional<String> doneText() {
        return said("web.done.").or(() -> said("web.partly."));
    }

    /** Whether something is still to be done for what was just done to be whole. */
    boolean donePartly() {
        return said("web.partly.").isPresent();
    }

    private Optional<String> said(String prefix) {
        return Optional.ofNullable(done)
                .map(each -> prefix + each.key())
                .filter(words.texts()::knows)
                .map(words::say);
    }

    /** Where what was just done is undone, by whoever did it; empty: nowhere. */
    String undo() {
        return done == null || done.undo() == null ? "" : address(done.undo());
    }

    ModelAndView show(String template, Object page) {
        return new ModelAndView(template, Map.of("screen", this, "page", page));
    }

    /** The page again, with what was wrong. */
    ModelAndView refuse(String template, Object page, RotinaException problem) {
        ModelAndView again = show(template, page);
        again.addObject("error", problem.in(words.texts()));
        again.setStatus(HttpStatusCode.valueOf(problem.problem().category().httpStatus()));
        return again;
    }
}

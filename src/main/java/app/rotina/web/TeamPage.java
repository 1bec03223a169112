package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.access.InPerson;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.team.ExpectationBook;
import app.rotina.team.Pulse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The people of a store with each other: climate, expectations, and partners on trial. */
@Controller
class TeamPage implements Page {
    private static final String EXPECTATION = "/s/{store}/team/expectations/{expectation}";

    private final TeamReading reading;
    private final Pulse pulse;
    private final ExpectationBook book;
    private final Audit audit;

    TeamPage(TeamReading reading, Pulse pulse, ExpectationBook book, Audit audit) {
        this.reading = reading;
        this.pulse = pulse;
        this.book = book;
        this.audit = audit;
    }

    @Override
    public Entry entry() {
        return new Entry(Group.DAY, 55, "team", "/team", Role.VIEWER);
    }

    @GetMapping("/s/{store}/team")
    @Access(Role.VIEWER)
    ModelAndView show(Screen screen) {
        return screen.show("team", reading.view(screen));
    }

    /** One's own answer to the pulse; the audit does not hear of it. */
    @PostMapping("/s/{store}/team/pulse")
    @Access(Role.VIEWER)
    @InPerson
    ModelAndView answer(
            Screen screen,
            Caller caller,
            Store store,
            @RequestParam(required = false) @Nullable Integer mood,
            @RequestParam(required = false) @Nullable Integer load,
            @RequestParam(required = false) @Nullable Integer voice) {
        return did(
                screen,
                "pulse",
                () -> pulse.answer(store, caller.self(), TeamReading.scores(mood, load, voice)));
    }

    /**
     * What was typed.
     *
     * @param whom a person's id, or a job's
     */
    record Typed(
            @Nullable String whom,
            @Nullable String text,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate review) {
        ExpectationBook.Wish wish() {
            String of = whom == null ? "" : whom;
            boolean person = of.matches("\\d{1,18}");
            return new ExpectationBook.Wish(
                    person ? Long.valueOf(of) : null, person ? null : of, text, review);
        }
    }

    @PostMapping("/s/{store}/team/expectations")
    @Access(Role.MANAGER)
    ModelAndView expect(Screen screen, Caller caller, Store store, Typed typed) {
        return did(
                screen,
                "expectation",
                () -> {
                    long id = book.add(store, typed.wish(), caller.name()).id();
                    note(caller, store, "expectation", id);
                });
    }

    @PostMapping(EXPECTATION + "/review")
    @Access(Role.MANAGER)
    ModelAndView review(
            Screen screen,
            Caller caller,
            Store store,
            @PathVariable long expectation,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate next) {
        return did(
                screen,
                "expectation_review",
                () -> {
                    book.review(store, expectation, next, caller.name());
                    note(caller, store, "expectation.review", expectation);
                });
    }

    @PostMapping(EXPECTATION + "/removal")
    @Access(Role.MANAGER)
    ModelAndView remove(Screen screen, Caller caller, Store store, @PathVariable long expectation) {
        return did(
                screen,
                "expectation_removed&undo=/team/expectations/" + expectation + "/restoration",
                () -> {
                    book.remove(store, expectation, caller.name());
                    note(caller, store, "expectation.remove", expectation);
                });
    }

    @PostMapping(EXPECTATION + "/restoration")
    @Access(Role.MANAGER)
    ModelAndView restore(
            Screen screen, Caller caller, Store store, @PathVariable long expectation) {
        return did(
                screen,
                "restored",
                () -> {
                    book.restore(store, expectation, caller.name());
                    note(caller, store, "expectation.restore", expectation);
                });
    }

    private void note(Caller caller, Store store, String action, long id) {
        audit.note(caller.name(), store.id(), action, String.valueOf(id));
    }

    private ModelAndView did(Screen screen, String done, Runnable deed) {
        try {
            deed.run();
            return new ModelAndView("redirect:" + screen.address("/team?done=" + done));
        } catch (RotinaException e) {
            return screen.refuse("team", reading.view(screen), e);
        }
    }
}

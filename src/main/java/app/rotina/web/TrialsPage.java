package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.Trial;
import app.rotina.team.TrialBook;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is done about partners on trial, on the page of the team. */
@Controller
class TrialsPage {
    private final TeamReading reading;
    private final TrialBook book;
    private final Audit audit;

    TrialsPage(TeamReading reading, TrialBook book, Audit audit) {
        this.reading = reading;
        this.book = book;
        this.audit = audit;
    }

    /** A trial as it was typed, a criterion on each line. */
    record Begun(
            @Nullable String partner,
            @Nullable String work,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate begun,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate decideBy,
            @Nullable String job,
            @Nullable String criteria) {
        TrialBook.Wish wish() {
            return new TrialBook.Wish(
                    partner,
                    work,
                    begun,
                    decideBy,
                    job,
                    criteria == null ? List.of() : List.of(criteria));
        }
    }

    @PostMapping("/s/{store}/team/trials")
    @Access(Role.MANAGER)
    ModelAndView begin(Screen screen, Caller caller, Store store, Begun typed) {
        return did(
                screen,
                "trial",
                () -> {
                    Trial trial = book.begin(store, typed.wish(), caller.name());
                    audit.note(
                            caller.name(), store.id(), "trial", trial.id() + " " + trial.partner());
                });
    }

    /** Takes one away that was begun by mistake. */
    @PostMapping("/s/{store}/team/trials/{trial}/removal")
    @Access(Role.MANAGER)
    ModelAndView remove(Screen screen, Caller caller, Store store, @PathVariable long trial) {
        return did(
                screen,
                "trial_removed&undo=/team/trials/" + trial + "/restoration",
                () -> {
                    book.remove(store, trial, caller.name());
                    note(caller, store, "trial.remove", trial);
                });
    }

    @PostMapping("/s/{store}/team/trials/{trial}/restoration")
    @Access(Role.MANAGER)
    ModelAndView restore(Screen screen, Caller caller, Store store, @PathVariable long trial) {
        return did(
                screen,
                "restored",
                () -> {
                    book.restore(store, trial, caller.name());
                    note(caller, store, "trial.restore", trial);
                });
    }

    @PostMapping("/s/{store}/team/trials/{trial}/criteria/{criterion}")
    @Access(Role.MEMBER)
    ModelAndView judge(
            Screen screen,
            Store store,
            @PathVariable long trial,
            @PathVariable long criterion,
            @RequestParam(defaultValue = "") String met) {
        @Nullable Boolean judged = met.isEmpty() ? null : Boolean.valueOf(met.equals("yes"));
        return did(screen, "trial_judged", () -> book.judge(store, trial, criterion, judged));
    }

    /** How it is left, as it was typed. */
    record Decided(
            @Nullable String exit,
            @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate until,
            @Nullable String why) {}

    @PostMapping("/s/{store}/team/trials/{trial}/decision")
    @Access(Role.MANAGER)
    ModelAndView decide(
            Screen screen, Caller caller, Store store, @PathVariable long trial, Decided typed) {
        return did(
                screen,
                () -> {
                    Trial decided =
                            book.decide(
                                    store,
                                    trial,
                                    new TrialBook.Decided(typed.exit(), typed.until(), typed.why()),
                                    caller.name());
                    audit.note(
                            caller.name(), store.id(), "trial.decide", trial + " " + typed.exit());
                    return "trial_decided&undo=/team/trials/%d/decision/%d/restoration"
                            .formatted(trial, decided.decisions().getFirst().id());
                });
    }

    /** Takes the latest decision back. */
    @PostMapping("/s/{store}/team/trials/{trial}/decision/{decision}/restoration")
    @Access(Role.MANAGER)
    ModelAndView undecide(
            Screen screen,
            Caller caller,
            Store store,
            @PathVariable long trial,
            @PathVariable long decision) {
        return did(
                screen,
                "trial_undecided",
                () -> {
                    book.undecide(store, trial, decision, caller.name());
                    note(caller, store, "trial.undecide", trial);
                });
    }

    private void note(Caller caller, Store store, String what, long trial) {
        audit.note(caller.name(), store.id(), what, String.valueOf(trial));
    }

    private ModelAndView did(Screen screen, String done, Runnable deed) {
        return did(
                screen,
                () -> {
                    deed.run();
                    return done;
                });
    }

    private ModelAndView did(Screen screen, Supplier<String> deed) {
        try {
            String done = deed.get();
            return new ModelAndView("redirect:" + screen.address("/team?done=" + done + "#trials"));
        } catch (RotinaException e) {
            return screen.refuse("team", reading.view(screen), e);
        }
    }
}

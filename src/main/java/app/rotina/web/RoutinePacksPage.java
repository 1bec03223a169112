package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.routine.checks.Arranging;
import app.rotina.routine.checks.Cadence;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Checks;
import app.rotina.routine.checks.Pack;
import app.rotina.routine.checks.Packs;
import app.rotina.routine.checks.Routine;
import app.rotina.routine.checks.Routines;
import app.rotina.state.Audit;
import app.rotina.state.Job;
import app.rotina.state.Role;
import app.rotina.web.CheckView.Choice;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which packs of checks a store goes by, with those of its own. */
@Controller
class RoutinePacksPage {
    private final Routines routines;
    private final Packs packs;
    private final Checks checks;
    private final Arranging arranging;
    private final Audit audit;

    RoutinePacksPage(
            Routines routines, Packs packs, Checks checks, Arranging arranging, Audit audit) {
        this.routines = routines;
        this.packs = packs;
        this.checks = checks;
        this.arranging = arranging;
        this.audit = audit;
    }

    /** The packs there are, and what a new check of one's own can be. */
    record View(List<PackRow> packs, List<Choice> own, List<Choice> jobs, List<Choice> cadences) {}

    /** One pack, and the checks in it. */
    record PackRow(
            String id,
            String label,
            String about,
            String count,
            boolean chosen,
            List<Choice> checks) {}

    /** What was typed about a check of one's own. */
    record Typing(
            @Nullable String name,
            @Nullable String look,
            @Nullable String job,
            @Nullable String cadence,
            @DateTimeFormat(iso = ISO.TIME) @Nullable LocalTime at,
            @Nullable List<String> asks) {
        Arranging.OwnWish wish() {
            return new Arranging.OwnWish(name, look, job, cadence, at, asks);
        }
    }

    @GetMapping("/s/{store}/routine/packs")
    @Access(Role.VIEWER)
    ModelAndView show(Screen screen) {
        return screen.show("routine_packs", view(screen));
    }

    @PostMapping("/s/{store}/routine/packs")
    @Access(Role.MANAGER)
    ModelAndView choose(
            Screen screen,
            Caller caller,
            Store store,
            @RequestParam(required = false) @Nullable List<String> pack) {
        List<String> wanted = pack == null ? List.of() : pack;
        arranging.choose(store, wanted);
        audit.note(caller.name(), store.id(), "routine.packs", String.join(" ", wanted));
        return to(screen, "/packs?done=packs");
    }

    @PostMapping("/s/{store}/routine/own")
    @Access(Role.MANAGER)
    ModelAndView add(Screen screen, Caller caller, Store store, Typing typed) {
        try {
            String id = arranging.add(store, typed.wish(), caller.name());
            audit.note(caller.name(), store.id(), "check.add", id);
            return to(screen, "/" + id + "?done=check_added");
        } catch (RotinaException e) {
            return screen.refuse("routine_packs", view(screen), e);
        }
    }

    @PostMapping("/s/{store}/routine/{check}/removal")
    @Access(Role.MANAGER)
    ModelAndView remove(Screen screen, Caller caller, Store store, @PathVariable String check) {
        long number = arranging.remove(store, check);
        audit.note(caller.name(), store.id(), "check.remove", check);
        return to(screen, "/packs?done=check_removed&undo=/routine/own/" + number + "/restoration");
    }

    @PostMapping("/s/{store}/routine/own/{number}/restoration")
    @Access(Role.MANAGER)
    ModelAndView restore(Screen screen, Caller caller, Store store, @PathVariable long number) {
        arranging.restore(store, number);
        audit.note(caller.name(), store.id(), "check.restore", String.valueOf(number));
        return to(screen, "/packs?done=restored");
    }

    private View view(Screen screen) {
        Routine routine = routines.of(screen.store());
        return new View(
                packs.all().stream().map(pack -> row(screen, pack, routine)).toList(),
                routine.checks().stream()
                        .filter(check -> check.area().equals(Checks.OWN))
                        .map(check -> choice(screen, check))
                        .toList(),
                CheckReading.jobs(screen, Job.MANAGER),
                CheckReading.cadences(screen, Cadence.DAILY));
    }

    private PackRow row(Screen screen, Pack pack, Routine routine) {
        Texts texts = screen.words().texts();
        List<Choice> inside =
                checks.all().stream()
                        .filter(check -> check.packs().contains(pack.id()))
                        .map(check -> choice(screen, check))
                        .toList();
        return new PackRow(
                pack.id(),
                pack.label(texts),
                pack.about(texts),
                screen.say("routine.pack.count", inside.size()),
                routine.packs().contains(pack.id()),
                inside);
    }

    private static Choice choice(Screen screen, Check check) {
        return new Choice(
                check.id(),
                screen.say(
                        "routine.pack.line",
                        check.label(screen.words().texts()),
                        screen.say("routine.cadence." + check.cadence().id())),
                false);
    }

    private static ModelAndView to(Screen screen, String path) {
        return new ModelAndView("redirect:" + screen.address("/routine" + path));
    }
}

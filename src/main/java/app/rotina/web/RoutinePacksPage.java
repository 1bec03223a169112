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
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    private final CheckSettings settings;
    private final Audit audit;

    RoutinePacksPage(
            Routines routines,
            Packs packs,
            Checks checks,
            Arranging arranging,
            CheckSettings settings,
            Audit audit) {
        this.routines = routines;
        this.packs = packs;
        this.checks = checks;
        this.arranging = arranging;
        this.settings = settings;
        this.audit = audit;
    }

    /** The packs there are, and what a new check of one's own can be. */
    record View(
            List<PackRow> packs,
            List<Line> own,
            List<Choice> jobs,
            List<Choice> cadences,
            CheckView.Own asks) {}

    /**
     * A check.
     *
     * @param looked true where the store looks at it
     * @param leftOut true where the store could, and does without it
     */
    record Line(String id, String label, boolean looked, boolean leftOut) {}

    /** One pack, and the checks in it. */
    record PackRow(
            String id,
            String label,
            String about,
            String count,
            boolean chosen,
            List<Line> checks) {}

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
        long choice = arranging.choose(store, wanted);
        audit.note(caller.name(), store.id(), "routine.packs", String.join(" ", wanted));
        String undo = choice == 0 ? "" : "&undo=/routine/packs/" + choice + "/restoration";
        return to(screen, "/packs?done=packs" + undo);
    }

    /** Takes a choice of packs back. */
    @PostMapping("/s/{store}/routine/packs/{choice}/restoration")
    @Access(Role.MANAGER)
    ModelAndView takeBack(Screen screen, Caller caller, Store store, @PathVariable long choice) {
        arranging.takeBackChoice(store, choice);
        audit.note(caller.name(), store.id(), "routine.packs_back", String.valueOf(choice));
        return to(screen, "/packs?done=restored");
    }

    @PostMapping("/s/{store}/routine/own")
    @Access(Role.MANAGER)
    ModelAndView add(Screen screen, Caller caller, Store store, CheckPage.Typing typed) {
        try {
            String id = arranging.add(store, typed.added(), caller.name());
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
                lines(screen, routine, Check::isOwn),
                CheckSettings.jobs(screen, Job.MANAGER),
                CheckSettings.cadences(screen, Cadence.DAILY),
                settings.own(screen));
    }

    private PackRow row(Screen screen, Pack pack, Routine routine) {
        Texts texts = screen.words().texts();
        boolean chosen = routine.packs().contains(pack.id());
        List<Line> inside =
                chosen
                        ? lines(screen, routine, check -> check.packs().contains(pack.id()))
                        : checks.all().stream()
                                .filter(check -> check.packs().contains(pack.id()))
                                .map(check -> line(screen, check, false, false))
                                .toList();
        return new PackRow(
                pack.id(),
                pack.label(texts),
                pack.about(texts),
                screen.say("routine.pack.count", inside.size()),
                chosen,
                inside);
    }

    /** Those that the store looks at, and behind them those it does without. */
    private static List<Line> lines(Screen screen, Routine routine, Predicate<Check> those) {
        return Stream.concat(
                        routine.checks().stream()
                                .filter(those)
                                .map(check -> line(screen, check, true, false)),
                        routine.leftOut().stream()
                                .filter(those)
                                .map(check -> line(screen, check, false, true)))
                .toList();
    }

    private static Line line(Screen screen, Check check, boolean looked, boolean leftOut) {
        return new Line(
                check.id(),
                screen.say(
                        "routine.pack.line",
                        check.label(screen.words().texts()),
                        screen.say("routine.cadence." + check.cadence().id())),
                looked,
                leftOut);
    }

    private static ModelAndView to(Screen screen, String path) {
        return new ModelAndView("redirect:" + screen.address("/routine" + path));
    }
}

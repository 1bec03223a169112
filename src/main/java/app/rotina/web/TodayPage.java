package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metrics;
import app.rotina.routine.Closing;
import app.rotina.routine.DataReach;
import app.rotina.routine.DaySoFar;
import app.rotina.routine.TodayWork;
import app.rotina.state.Audit;
import app.rotina.state.Notes;
import app.rotina.state.Role;
import app.rotina.warehouse.Warehouse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The day: did it meet its target, and why; the first page of every morning. */
@Controller
class TodayPage implements Page {
    private static final int MOST_TASKS = 3;

    private final Closing closing;
    private final Catalog catalog;
    private final Metrics metrics;
    private final Warehouse warehouse;
    private final DataReach data;
    private final DaySoFar soFar;
    private final TodayWork work;
    private final TasksReading tasks;
    private final Notes notes;
    private final ReachReading reach;
    private final Audit audit;
    private final BulletinReading bulletin;
    private final Clock clock;

    TodayPage(
            Closing closing,
            Catalog catalog,
            Metrics metrics,
            Warehouse warehouse,
            DataReach data,
            DaySoFar soFar,
            TodayWork work,
            TasksReading tasks,
            Notes notes,
            ReachReading reach,
            Audit audit,
            BulletinReading bulletin,
            Clock clock) {
        this.closing = closing;
        this.catalog = catalog;
        this.metrics = metrics;
        this.warehouse = warehouse;
        this.data = data;
        this.soFar = soFar;
        this.work = work;
        this.tasks = tasks;
        this.notes = notes;
        this.reach = reach;
        this.audit = audit;
        this.bulletin = bulletin;
        this.clock = clock;
    }

    @Override
    public Entry entry() {
        return new Entry(Group.DAY, 10, "today", "", Role.VIEWER);
    }

    /** Yesterday; where no data reaches that far, the last day that has any. */
    @GetMapping("/s/{store}")
    @Access(Role.VIEWER)
    ModelAndView today(Screen screen, Store store) {
        Optional<LocalDate> through = warehouse.dataThrough(store.id());
        LocalDate yesterday = yesterday(store);
        LocalDate day = through.filter(last -> last.isBefore(yesterday)).orElse(yesterday);
        return show(screen, store, day, true);
    }

    /** Where the calendar of the page leads. */
    @GetMapping("/s/{store}/day")
    @Access(Role.VIEWER)
    String go(Store store, @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate date) {
        return "redirect:" + path(store, date);
    }

    @GetMapping("/s/{store}/day/{date}")
    @Access(Role.VIEWER)
    ModelAndView day(
            Screen screen,
            Store store,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date) {
        requireBegun(store, date);
        return show(screen, store, date, false);
    }

    @PostMapping("/s/{store}/day/{date}/notes")
    @Access(Role.MEMBER)
    String note(
            Caller caller,
            Store store,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String back) {
        notes.write(store.id(), date, caller.name(), text);
        audit.note(caller.name(), store.id(), "note", date.toString());
        return "redirect:" + back(store, date, back) + "done=note#notes";
    }

    @PostMapping("/s/{store}/day/{date}/notes/{note}/removal")
    @Access(Role.MEMBER)
    String removeNote(
            Caller caller,
            Store store,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date,
            @PathVariable long note,
            @RequestParam(defaultValue = "") String back) {
        notes.remove(store.id(), note);
        audit.note(caller.name(), store.id(), "note.remove", date.toString());
        String undo = "&undo=/day/" + date + "/notes/" + note + "/restoration";
        return "redirect:" + back(store, date, back) + "done=note_removed" + undo + "#notes";
    }

    @PostMapping("/s/{store}/day/{date}/notes/{note}/restoration")
    @Access(Role.MEMBER)
    String restoreNote(
            Caller caller,
            Store store,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate date,
            @PathVariable long note) {
        notes.restore(store.id(), note);
        audit.note(caller.name(), store.id(), "note.restore", date.toString());
        return "redirect:" + path(store, date) + "?done=restored#notes";
    }

    /** The page that the form stood on, open to what was done. */
    private static String back(Store store, LocalDate date, String page) {
        return page.equals("why")
                ? "/s/" + store.id() + "/why?from=" + date + "&to=" + date + "&"
                : path(store, date) + "?";
    }

    private void requireBegun(Store store, LocalDate date) {
        if (date.isAfter(yesterday(store).plusDays(1))) {
            throw new RotinaException(Problem.BAD_ARGUMENT, date);
        }
    }

    private ModelAndView show(Screen screen, Store store, LocalDate date, boolean latest) {
        DayView.Around around =
                new DayView.Around(
                        yesterday(store),
                        warehouse.dataThrough(store.id()),
                        reach(store),
                        metrics.daily(
                                store,
                                catalog.shown().stream().map(Metric::id).toList(),
                                DayView.course(date)),
                        latest,
                        work.of(store, date),
                        date.isBefore(yesterday(store)) && !latest
                                ? TodoView.NOTHING
                                : tasks.first(screen, MOST_TASKS));
        DayView day = DayView.of(closing.look(store, date), around, catalog, screen);
        return screen.show("today", day)
                .addObject("troubles", latest ? reach.troubles(screen) : 0)
                .addObject("soFar", latest ? soFar(screen) : SoFarCards.NONE)
                .addObject("notices", latest ? bulletin.open(screen) : List.of());
    }

    private SoFarCards soFar(Screen screen) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, screen.store().zone());
        return soFar.at(screen.store(), today, now)
                .map(told -> SoFarCards.of(told, today, catalog, screen))
                .orElse(SoFarCards.NONE);
    }

    private Map<String, LocalDate> reach(Store store) {
        Map<String, LocalDate> known = new HashMap<>();
        for (Metric metric : catalog.shown()) {
            data.through(store, metric.id()).ifPresent(last -> known.put(metric.id(), last));
        }
        return known;
    }

    private LocalDate yesterday(Store store) {
        return LocalDate.ofInstant(clock.instant(), store.zone()).minusDays(1);
    }

    private static String path(Store store, LocalDate date) {
        return "/s/" + store.id() + "/day/" + date;
    }
}

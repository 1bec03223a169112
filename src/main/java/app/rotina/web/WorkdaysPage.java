package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.routine.checks.Arranging;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.StoreSettings;
import app.rotina.state.StoreSettings.WorkingDays;
import app.rotina.web.CheckView.Choice;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** On which days a store's people work: what checks and meetings come round by. */
@Controller
class WorkdaysPage {
    private final Arranging arranging;
    private final StoreSettings settings;
    private final Audit audit;

    WorkdaysPage(Arranging arranging, StoreSettings settings, Audit audit) {
        this.arranging = arranging;
        this.settings = settings;
        this.audit = audit;
    }

    /** The week, and the days that are not like it, a line each. */
    record View(List<Choice> weekdays, String closed, String open) {}

    @GetMapping("/s/{store}/routine/days")
    @Access(Role.VIEWER)
    ModelAndView show(Screen screen) {
        return screen.show("workdays", view(screen));
    }

    private View view(Screen screen) {
        WorkingDays days = settings.workingDays(screen.store().id());
        return new View(
                Arrays.stream(DayOfWeek.values())
                        .map(day ->
                                new Choice(
                                        day.name().toLowerCase(Locale.ROOT),
                                        screen.words().weekdayName(day),
                                        days.weekdays().contains(day)))
                        .toList(),
                lines(days.closed()),
                lines(days.open()));
    }

    private static String lines(Collection<LocalDate> dates) {
        return dates.stream().map(LocalDate::toString).collect(Collectors.joining("\n"));
    }

    /** What was typed: dates as 2026-12-24, a line each. */
    record Typed(@Nullable List<String> weekday, @Nullable String closed, @Nullable String open) {
        Arranging.DaysWish wish() {
            return new Arranging.DaysWish(weekday, dates(closed), dates(open));
        }

        private static List<LocalDate> dates(@Nullable String typed) {
            return Stream.of((typed == null ? "" : typed).split("[\\s,;]+"))
                    .filter(word -> !word.isEmpty())
                    .map(Typed::date)
                    .toList();
        }

        private static LocalDate date(String word) {
            try {
                return LocalDate.parse(word);
            } catch (DateTimeParseException e) {
                throw new RotinaException(Problem.BAD_ARGUMENT, e, word);
            }
        }
    }

    @PostMapping("/s/{store}/routine/days")
    @Access(Role.MANAGER)
    ModelAndView work(Screen screen, Caller caller, Store store, Typed typed) {
        try {
            arranging.workOn(store, typed.wish());
            audit.note(caller.name(), store.id(), "routine.days", "");
            return new ModelAndView(
                    "redirect:" + screen.address("/routine/days?done=routine_days"));
        } catch (RotinaException e) {
            return screen.refuse("workdays", view(screen), e);
        }
    }
}

package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.goals.MonthGoal;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.routine.Closing;
import app.rotina.routine.GoalSetting;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.state.Audit;
import app.rotina.state.Goals;
import app.rotina.state.Notes;
import app.rotina.state.Notes.DayNote;
import app.rotina.state.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The routine of a store: its goals, its closed days, and its notes. */
@RestController
@RequestMapping("/api/stores/{store}")
class RoutineApi {
    private final Catalog catalog;
    private final Closing closing;
    private final GoalSetting setting;
    private final Goals goals;
    private final Notes notes;
    private final Audit audit;

    RoutineApi(
            Catalog catalog,
            Closing closing,
            GoalSetting setting,
            Goals goals,
            Notes notes,
            Audit audit) {
        this.catalog = catalog;
        this.closing = closing;
        this.setting = setting;
        this.goals = goals;
        this.notes = notes;
        this.audit = audit;
    }

    record GoalValue(String value) {}

    /** A month's goal with its days, which sum to it. */
    record GoalCard(
            String metric,
            @Nullable String channel,
            YearMonth month,
            @Nullable Object value,
            List<DayCard> days) {}

    record DayCard(LocalDate date, @Nullable Object value, boolean pinned) {}

    record NoteText(String text) {}

    /** The day as it stands; nothing is kept, and its target stays open. */
    @GetMapping("/closes/{date}")
    @Access(Role.VIEWER)
    CloseCard look(Store store, @PathVariable LocalDate date) {
        return CloseCard.of(closing.look(store, date), catalog);
    }

    /**
     * Closes the day, which freezes its target; closing it again restates it where data changed.
     */
    @PostMapping("/closes/{date}")
    @Access(Role.MANAGER)
    CloseCard close(Caller caller, Store store, @PathVariable LocalDate date) {
        CloseCard close = CloseCard.of(closing.close(store, date), catalog);
        audit.note(caller.name(), store.id(), "close", date + " " + close.verdict());
        return close;
    }

    @GetMapping("/goals/{month}")
    @Access(Role.VIEWER)
    List<GoalCard> goals(Store store, @PathVariable YearMonth month) {
        return goals.of(store.id(), month).stream().map(goal -> card(store, goal)).toList();
    }

    @PutMapping("/goals/{month}/{metric}")
    @Access(Role.MANAGER)
    GoalCard setGoal(
            Caller caller,
            Store store,
            @PathVariable YearMonth month,
            @PathVariable String metric,
            @RequestBody GoalValue goal) {
        MonthGoal set =
                setting.set(
                        store, new Aim(metric, null, month), amount(goal.value()), caller.name());
        audit.note(caller.name(), store.id(), "goal", month + " " + metric + " " + goal.value());
        return card(store, set);
    }

    @GetMapping("/notes/{date}")
    @Access(Role.VIEWER)
    List<DayNote> notes(Store store, @PathVariable LocalDate date) {
        return notes.between(store.id(), date, date);
    }

    @PostMapping("/notes/{date}")
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.CREATED)
    DayNote write(
            Caller caller, Store store, @PathVariable LocalDate date, @RequestBody NoteText note) {
        return notes.write(store.id(), date, caller.name(), note.text());
    }

    private GoalCard card(Store store, MonthGoal goal) {
        Figures figures = new Figures(catalog, store.currency());
        return new GoalCard(
                goal.metric(),
                goal.channel(),
                goal.month(),
                figures.of(goal.metric(), known(goal.value())),
                goal.days().stream()
                        .map(day ->
                                new DayCard(
                                        day.date(),
                                        figures.of(goal.metric(), known(day.value())),
                                        day.pinned()))
                        .toList());
    }

    private static MetricValue known(BigDecimal value) {
        return MetricValue.known(value);
    }

    private static BigDecimal amount(String text) {
        try {
            BigDecimal amount = new BigDecimal(text);
            if (amount.scale() <= 4 && amount.precision() <= 15) {
                return amount;
            }
        } catch (NumberFormatException e) {
            throw new RotinaException(Problem.BAD_ARGUMENT, e, text);
        }
        throw new RotinaException(Problem.BAD_ARGUMENT, text);
    }
}

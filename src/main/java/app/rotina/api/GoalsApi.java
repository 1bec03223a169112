package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.goals.MonthGoal;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.routine.GoalSetting;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.routine.GoalSuggestions;
import app.rotina.state.Audit;
import app.rotina.state.Goals;
import app.rotina.state.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A store's goals: of its months, of channels in them, of single days; and what one could be. */
@RestController
@RequestMapping("/api/stores/{store}/goals/{month}")
class GoalsApi {
    private static final int AMOUNT_DECIMALS = 4;
    private static final int RATE_DECIMALS = 8;

    private final Catalog catalog;
    private final GoalSetting setting;
    private final GoalSuggestions suggestions;
    private final Goals goals;
    private final Audit audit;

    GoalsApi(
            Catalog catalog,
            GoalSetting setting,
            GoalSuggestions suggestions,
            Goals goals,
            Audit audit) {
        this.catalog = catalog;
        this.setting = setting;
        this.suggestions = suggestions;
        this.goals = goals;
        this.audit = audit;
    }

    record GoalValue(@Nullable String value) {}

    @GetMapping
    @Access(Role.VIEWER)
    List<GoalCard> goals(Store store, @PathVariable YearMonth month) {
        return Stream.concat(
                        goals.of(store.id(), month).stream()
                                .map(goal -> GoalCard.of(goal, figures(store))),
                        goals.steady(store.id(), month).stream()
                                .map(goal -> GoalCard.of(goal, figures(store))))
                .toList();
    }

    /** Sets the month's goal; for a rate, what it is to be on every day. */
    @PutMapping("/{metric}")
    @Access(Role.MANAGER)
    GoalCard setGoal(Caller caller, Store store, AimPath path, @RequestBody GoalValue goal) {
        Aim aim = aim(path);
        boolean phased = setting.isPhased(aim.metric());
        BigDecimal value = amount(goal.value(), phased ? AMOUNT_DECIMALS : RATE_DECIMALS);
        GoalCard card =
                phased
                        ? GoalCard.of(setting.set(store, aim, value, caller.name()), figures(store))
                        : GoalCard.of(
                                setting.setSteady(store, aim, value, caller.name()),
                                figures(store));
        audit.note(caller.name(), store.id(), "goal", aim.said() + " " + setting.said(aim, value));
        return card;
    }

    @DeleteMapping("/{metric}")
    @Access(Role.MANAGER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeGoal(Caller caller, Store store, AimPath path) {
        Aim aim = aim(path);
        setting.remove(store, aim);
        audit.note(caller.name(), store.id(), "goal.remove", aim.said());
    }

    /** Sets one day's target by hand; the month keeps its value. */
    @PutMapping("/{metric}/days/{date}")
    @Access(Role.MANAGER)
    GoalCard setDay(Caller caller, Store store, AimPath path, @RequestBody GoalValue goal) {
        Aim aim = aim(path);
        LocalDate date = Objects.requireNonNull(path.date());
        BigDecimal value = amount(goal.value(), AMOUNT_DECIMALS);
        MonthGoal set = setting.pin(store, aim, date, value, caller.name());
        String to = date + " " + setting.said(aim, value);
        audit.note(caller.name(), store.id(), "goal.day", aim.said() + " " + to);
        return GoalCard.of(set, figures(store));
    }

    /** What a goal could be; its value is null where too little is known. */
    @GetMapping("/{metric}/suggestion")
    @Access(Role.VIEWER)
    SuggestionCard suggestion(Store store, AimPath path) {
        Aim aim = aim(path);
        return suggestions
                .of(store, aim)
                .map(one -> SuggestionCard.of(aim, one, figures(store)))
                .orElseGet(() -> SuggestionCard.none(aim));
    }

    private Aim aim(AimPath path) {
        return new Aim(catalog.of(path.metric()).id(), path.channel(), path.month());
    }

    private Figures figures(Store store) {
        return new Figures(catalog, store.currency());
    }

    private static BigDecimal amount(@Nullable String text, int decimals) {
        try {
            BigDecimal amount = new BigDecimal(String.valueOf(text));
            if (amount.scale() <= decimals && amount.precision() <= 15) {
                return amount;
            }
        } catch (NumberFormatException e) {
            throw new RotinaException(Problem.BAD_ARGUMENT, e, String.valueOf(text));
        }
        throw new RotinaException(Problem.BAD_ARGUMENT, String.valueOf(text));
    }
}

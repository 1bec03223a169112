package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.goals.DayTarget;
import app.rotina.goals.MonthGoal;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metric.Over;
import app.rotina.metrics.Metric.Unit;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.routine.GoalSetting;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.state.Audit;
import app.rotina.state.Goals;
import app.rotina.state.Role;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A month's goals, phased to days; a day can be set by hand, and the month keeps its sum. */
@Controller
class GoalsPage implements Page {
    private final Catalog catalog;
    private final Metrics metrics;
    private final Goals goals;
    private final GoalSetting setting;
    private final Audit audit;
    private final Clock clock;

    GoalsPage(
            Catalog catalog,
            Metrics metrics,
            Goals goals,
            GoalSetting setting,
            Audit audit,
            Clock clock) {
        this.catalog = catalog;
        this.metrics = metrics;
        this.goals = goals;
        this.setting = setting;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which month and metric; where nothing is said the current month and the store's revenue. */
    record Asked(@Nullable YearMonth month, @Nullable String metric) {}

    @Override
    public Entry entry() {
        return new Entry(40, "goals", "/goals", Role.VIEWER);
    }

    @GetMapping("/s/{store}/goals")
    @Access(Role.VIEWER)
    ModelAndView show(Screen screen, Store store, Asked asked) {
        return screen.show("goals", view(screen, store, aim(store, asked), null));
    }

    @PostMapping("/s/{store}/goals")
    @Access(Role.MANAGER)
    ModelAndView set(
            Screen screen, Caller caller, Store store, Asked asked, @RequestParam String value) {
        Aim aim = aim(store, asked);
        try {
            BigDecimal amount = Typed.number(label(screen, aim.metric()), value, screen.words());
            setting.set(store, aim, amount, caller.name());
            audit.note(
                    caller.name(),
                    store.id(),
                    "goal",
                    aim.month() + " " + aim.metric() + " " + amount);
            return redirect(screen, aim, "goal");
        } catch (RotinaException e) {
            return screen.refuse("goals", view(screen, store, aim, value), e);
        }
    }

    /** Pins the days whose numbers differ from the plan. */
    @PostMapping("/s/{store}/goals/days")
    @Access(Role.MANAGER)
    ModelAndView days(
            Screen screen,
            Caller caller,
            Store store,
            Asked asked,
            @RequestParam Map<String, String> typed) {
        Aim aim = aim(store, asked);
        try {
            for (DayTarget day : goal(store, aim).map(MonthGoal::days).orElse(List.of())) {
                @Nullable String text = typed.get("day-" + day.date());
                if (text == null) {
                    continue;
                }
                String name = screen.words().shortDay(day.date());
                BigDecimal amount = Typed.number(name, text, screen.words());
                if (GoalsView.changed(day, amount)) {
                    setting.pin(store, aim, day.date(), amount, caller.name());
                    audit.note(caller.name(), store.id(), "goal.day", day.date() + " " + amount);
                }
            }
            return redirect(screen, aim, "goal");
        } catch (RotinaException e) {
            return screen.refuse("goals", view(screen, store, aim, null), e);
        }
    }

    @PostMapping("/s/{store}/goals/release")
    @Access(Role.MANAGER)
    ModelAndView release(
            Screen screen, Caller caller, Store store, Asked asked, @RequestParam LocalDate day) {
        Aim aim = aim(store, asked);
        try {
            setting.unpin(store, aim, day, caller.name());
            audit.note(caller.name(), store.id(), "goal.release", day.toString());
            return redirect(screen, aim, "goal");
        } catch (RotinaException e) {
            return screen.refuse("goals", view(screen, store, aim, null), e);
        }
    }

    private static ModelAndView redirect(Screen screen, Aim aim, String done) {
        return new ModelAndView(
                "redirect:"
                        + screen.address(
                                "/goals?done="
                                        + done
                                        + "&month="
                                        + aim.month()
                                        + "&metric="
                                        + aim.metric()));
    }

    private Aim aim(Store store, Asked asked) {
        YearMonth month =
                asked.month() == null
                        ? YearMonth.from(LocalDate.ofInstant(clock.instant(), store.zone()))
                        : asked.month();
        String metric = asked.metric() == null ? store.basis().metric() : asked.metric();
        return new Aim(catalog.of(metric).id(), null, month);
    }

    private GoalsView view(Screen screen, Store store, Aim aim, @Nullable String typed) {
        Optional<MonthGoal> goal = goal(store, aim);
        Metric metric = catalog.of(aim.metric());
        Words words = screen.words();
        String value = goal.map(one -> Typed.text(one.value(), words)).orElse("");
        return new GoalsView(
                aim.month(),
                words.month(aim.month()),
                aim.metric(),
                choices(screen, store, aim),
                typed == null ? value : typed,
                goal.map(one -> screen.figures().text(one.value(), metric.unit())).orElse(null),
                goal.map(one -> GoalsView.days(one, metric, known(store, aim), screen.figures()))
                        .orElse(List.of()));
    }

    private List<GoalsView.Choice> choices(Screen screen, Store store, Aim aim) {
        List<String> set =
                goals.whole(store.id(), aim.month()).stream().map(MonthGoal::metric).toList();
        return catalog.shown().stream()
                .filter(GoalsPage::canHaveAGoal)
                .map(metric ->
                        new GoalsView.Choice(
                                metric.id(),
                                metric.label(screen.words().texts()),
                                set.contains(metric.id()),
                                metric.id().equals(aim.metric())))
                .toList();
    }

    /** Only what adds up over days can be spread over them. */
    private static boolean canHaveAGoal(Metric metric) {
        boolean adds = metric.unit() == Unit.MONEY || metric.unit() == Unit.COUNT;
        boolean divides = metric.formula() != null && metric.formula().divides();
        return adds && metric.upIsGood() && metric.over() == Over.SUM && !divides;
    }

    private GoalsView.Known known(Store store, Aim aim) {
        Map<LocalDate, MetricValue> actual = new HashMap<>();
        metrics.answer(store, Question.daily(List.of(aim.metric()), Days.of(aim.month())))
                .rows()
                .forEach(row ->
                        actual.put(
                                LocalDate.parse(row.keys().getOrDefault("day", "")),
                                row.values()
                                        .getOrDefault(
                                                aim.metric(), MetricValue.missing("not_yet"))));
        return new GoalsView.Known(actual, setting.openFrom(store, aim.month()));
    }

    private Optional<MonthGoal> goal(Store store, Aim aim) {
        return goals.find(store.id(), aim.metric(), null, aim.month());
    }

    private String label(Screen screen, String metric) {
        return catalog.of(metric).label(screen.words().texts());
    }
}

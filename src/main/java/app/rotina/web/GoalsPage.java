package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.goals.DayTarget;
import app.rotina.goals.MonthGoal;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.routine.GoalSetting;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A month's goals, phased to days; a day can be set by hand, and the month keeps its sum. */
@Controller
class GoalsPage implements Page {
    private final Catalog catalog;
    private final GoalsReading reading;
    private final GoalSetting setting;
    private final Frames frames;
    private final Audit audit;
    private final Clock clock;

    GoalsPage(
            Catalog catalog,
            GoalsReading reading,
            GoalSetting setting,
            Frames frames,
            Audit audit,
            Clock clock) {
        this.catalog = catalog;
        this.reading = reading;
        this.setting = setting;
        this.frames = frames;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where nothing is said the current month, the store's revenue, and the whole store. */
    record Asked(@Nullable YearMonth month, @Nullable String metric, @Nullable String channel) {}

    @Override
    public Entry entry() {
        return new Entry(Group.MONTH, 30, "goals", "/goals", Role.VIEWER);
    }

    @GetMapping("/s/{store}/goals")
    @Access(Role.VIEWER)
    ModelAndView show(Screen screen, Store store, Asked asked) {
        Aim aim = aim(store, asked);
        return screen.show("goals", reading.view(screen, aim, null))
                .addObject("frame", frames.of(screen, aim.metric()));
    }

    @PostMapping("/s/{store}/goals")
    @Access(Role.MANAGER)
    ModelAndView set(Screen screen, Caller caller, Asked asked, @RequestParam String value) {
        Store store = screen.store();
        Aim aim = aim(store, asked);
        try {
            BigDecimal amount = Typed.number(label(screen, aim.metric()), value, screen.words());
            boolean percent = catalog.of(aim.metric()).unit() == Metric.Unit.RATIO;
            BigDecimal goal = percent ? amount.movePointLeft(2) : amount;
            if (setting.isPhased(aim.metric())) {
                setting.set(store, aim, goal, caller.name());
            } else {
                setting.setSteady(store, aim, goal, caller.name());
            }
            note(caller, store, "goal", aim.said() + " " + setting.said(aim, goal));
            return redirect(screen, aim, "goal");
        } catch (RotinaException e) {
            return screen.refuse("goals", reading.view(screen, aim, value), e);
        }
    }

    @PostMapping("/s/{store}/goals/removal")
    @Access(Role.MANAGER)
    ModelAndView remove(Screen screen, Caller caller, Store store, Asked asked) {
        Aim aim = aim(store, asked);
        String undo =
                setting.remove(store, aim)
                        .map(goal -> "&undo=/goals/" + goal + "/restoration")
                        .orElse("");
        note(caller, store, "goal.remove", aim.said());
        return redirect(screen, aim, "goal_removed" + undo);
    }

    @PostMapping("/s/{store}/goals/{goal}/restoration")
    @Access(Role.MANAGER)
    ModelAndView restore(Screen screen, Caller caller, Store store, @PathVariable long goal) {
        Aim aim = setting.restore(store, goal);
        note(caller, store, "goal.restore", aim.said());
        return redirect(screen, aim, "restored");
    }

    /** Pins the days whose numbers differ from the plan. */
    @PostMapping("/s/{store}/goals/days")
    @Access(Role.MANAGER)
    ModelAndView days(
            Screen screen, Caller caller, Asked asked, @RequestParam Map<String, String> typed) {
        Store store = screen.store();
        Aim aim = aim(store, asked);
        try {
            for (DayTarget day :
                    reading.phased(store, aim).map(MonthGoal::days).orElse(List.of())) {
                @Nullable String text = typed.get("day-" + day.date());
                if (text == null) {
                    continue;
                }
                String name = screen.words().shortDay(day.date());
                BigDecimal amount = Typed.number(name, text, screen.words());
                if (GoalsView.changed(day, amount)) {
                    setting.pin(store, aim, day.date(), amount, caller.name());
                    String to = day.date() + " " + setting.said(aim, amount);
                    note(caller, store, "goal.day", aim.said() + " " + to);
                }
            }
            return redirect(screen, aim, "goal");
        } catch (RotinaException e) {
            return screen.refuse("goals", reading.view(screen, aim, null), e);
        }
    }

    @PostMapping("/s/{store}/goals/release")
    @Access(Role.MANAGER)
    ModelAndView release(Screen screen, Caller caller, Asked asked, @RequestParam LocalDate day) {
        Store store = screen.store();
        Aim aim = aim(store, asked);
        try {
            setting.unpin(store, aim, day, caller.name());
            note(caller, store, "goal.release", day.toString());
            return redirect(screen, aim, "goal");
        } catch (RotinaException e) {
            return screen.refuse("goals", reading.view(screen, aim, null), e);
        }
    }

    private void note(Caller caller, Store store, String action, String subject) {
        audit.note(caller.name(), store.id(), action, subject);
    }

    private static ModelAndView redirect(Screen screen, Aim aim, String done) {
        String channel = Objects.requireNonNullElse(aim.channel(), "");
        String query = GoalsView.query(aim.month(), aim.metric(), channel);
        return new ModelAndView("redirect:" + screen.address("/goals?done=" + done + "&" + query));
    }

    private Aim aim(Store store, Asked asked) {
        YearMonth month =
                asked.month() == null
                        ? YearMonth.from(LocalDate.ofInstant(clock.instant(), store.zone()))
                        : asked.month();
        String metric = asked.metric() == null ? store.basis().metric() : asked.metric();
        String id = catalog.of(metric).id();
        @Nullable String channel = asked.channel();
        boolean whole = channel == null || channel.isBlank() || !setting.isPhased(id);
        return new Aim(id, whole ? null : channel, month);
    }

    private String label(Screen screen, String metric) {
        return catalog.of(metric).label(screen.words().texts());
    }
}

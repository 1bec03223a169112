package app.rotina.routine;

import app.rotina.insight.effect.DidItWork;
import app.rotina.insight.effect.Finding;
import app.rotina.insight.effect.Trial;
import app.rotina.kernel.Days;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.state.Action;
import app.rotina.state.Actions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says whether an action worked: beside the parts of the store that it did not touch, else against
 * the touched part's own pattern.
 */
@Component
public final class ActionEffects {
    private static final int DAYS_BEFORE = 730;
    private static final int DAYS_LOOKED_AT = 91;

    private final Catalog catalog;
    private final Actions actions;
    private final TouchedDays touched;
    private final Clock clock;

    ActionEffects(Catalog catalog, Actions actions, TouchedDays touched, Clock clock) {
        this.catalog = catalog;
        this.actions = actions;
        this.touched = touched;
        this.clock = clock;
    }

    /**
     * The effect by what was known at the end of a day.
     *
     * @param asOf absence: the end of yesterday
     */
    public ActionEffect of(Store store, long id, @Nullable LocalDate asOf) {
        Action action = actions.of(store.id(), id);
        Metric metric = catalog.of(action.metric());
        boolean divides = metric.formula() != null && metric.formula().divides();
        if (metric.over() != Metric.Over.SUM || (divides && !action.where().isEmpty())) {
            return ActionEffect.unknown(action, "rate");
        }
        LocalDate last = last(store, action, asOf);
        if (last.isBefore(action.from())) {
            return ActionEffect.unknown(action, "not_begun");
        }
        Days days = new Days(action.from().minusDays(DAYS_BEFORE), last);
        return judge(touched.of(store, action, days), metric);
    }

    private LocalDate last(Store store, Action action, @Nullable LocalDate asOf) {
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), store.zone()).minusDays(1);
        LocalDate end = action.from().plusDays(DAYS_LOOKED_AT - 1L);
        @Nullable LocalDate to = action.to();
        for (LocalDate limit :
                new LocalDate[] {to == null ? end : to, asOf == null ? yesterday : asOf}) {
            end = limit.isBefore(end) ? limit : end;
        }
        return end;
    }

    private static ActionEffect judge(TouchedDays.Beside beside, Metric metric) {
        Action action = beside.action();
        TrialPeriods periods = TrialPeriods.of(beside);
        if (periods.after() == 0 || periods.before() == 0) {
            return ActionEffect.unknown(
                    action, periods.after() == 0 ? "no_days" : "too_little_before");
        }
        return switch (DidItWork.of(periods.trial())) {
            case Finding.CannotTell(Finding.Reason reason) ->
                    ActionEffect.unknown(action, reason.name().toLowerCase(Locale.ROOT));
            case Finding.Measured found ->
                    new ActionEffect(
                            action,
                            found.verdict(metric.upIsGood()),
                            found,
                            null,
                            periods.window(found.expected().length),
                            beside.controls().isEmpty() ? "" : beside.dimension(),
                            List.copyOf(beside.controls().keySet()),
                            course(periods, found));
        };
    }

    /** The window, and up to three times its length before it. */
    private static List<ActionEffect.Period> course(TrialPeriods periods, Finding.Measured found) {
        Trial trial = periods.trial();
        int looked = found.expected().length;
        int first = Math.max(0, trial.before() - Math.max(14, 3 * looked));
        List<ActionEffect.Period> course = new ArrayList<>();
        IntStream.range(first, trial.before() + looked)
                .forEach(t -> {
                    int at = t - trial.before();
                    OptionalDouble expected =
                            at < 0
                                    ? OptionalDouble.empty()
                                    : OptionalDouble.of(found.expected()[at]);
                    course.add(
                            new ActionEffect.Period(
                                    periods.days().get(t), trial.touched()[t], expected));
                });
        return course;
    }
}

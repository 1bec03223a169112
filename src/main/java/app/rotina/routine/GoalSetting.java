package app.rotina.routine;

import app.rotina.goals.MonthGoal;
import app.rotina.goals.Phasing;
import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.state.Closes;
import app.rotina.state.Goals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sets goals: a month's value is phased to days by weights learned from the days before the month;
 * days that were closed keep the target their verdict was told against.
 */
@Component
public final class GoalSetting {
    private final Catalog catalog;
    private final Seasons seasons;
    private final Goals goals;
    private final Closes closes;

    GoalSetting(Catalog catalog, Seasons seasons, Goals goals, Closes closes) {
        this.catalog = catalog;
        this.seasons = seasons;
        this.goals = goals;
        this.closes = closes;
    }

    /**
     * Which goal is meant.
     *
     * @param channel the order channel it is for; absence: the whole store
     */
    public record Aim(String metric, @Nullable String channel, YearMonth month) {}

    /** Sets the month's value; the days that are still open take up the change. */
    public MonthGoal set(Store store, Aim aim, BigDecimal value, String who) {
        Phasing phasing = phasing(store, aim);
        MonthGoal goal =
                goals.find(store.id(), aim.metric(), aim.channel(), aim.month())
                        .map(old -> phasing.revalue(old, value))
                        .orElseGet(() ->
                                phasing.phase(
                                        store.id(),
                                        aim.metric(),
                                        aim.channel(),
                                        aim.month(),
                                        value));
        goals.keep(goal, who);
        return goal;
    }

    /** Pins one day's target; the month keeps its value. */
    public MonthGoal pin(Store store, Aim aim, LocalDate day, BigDecimal value, String who) {
        MonthGoal goal = phasing(store, aim).pin(known(store, aim), day, value);
        goals.keep(goal, who);
        return goal;
    }

    /** Gives one day back to the phasing. */
    public MonthGoal unpin(Store store, Aim aim, LocalDate day, String who) {
        MonthGoal goal = phasing(store, aim).unpin(known(store, aim), day);
        goals.keep(goal, who);
        return goal;
    }

    /** The first day of the month that no verdict has been told about. */
    public LocalDate openFrom(Store store, YearMonth month) {
        return closes.lastDay(store.id(), Days.of(month))
                .map(day -> day.plusDays(1))
                .orElse(month.atDay(1));
    }

    private MonthGoal known(Store store, Aim aim) {
        return goals.find(store.id(), aim.metric(), aim.channel(), aim.month())
                .orElseThrow(() ->
                        new RotinaException(
                                Problem.BAD_ARGUMENT, aim.metric() + " " + aim.month()));
    }

    private Phasing phasing(Store store, Aim aim) {
        int decimals = decimals(store, catalog.of(aim.metric()));
        return new Phasing(
                seasons.weights(store, aim).of(aim.month()),
                openFrom(store, aim.month()),
                decimals);
    }

    private static int decimals(Store store, Metric metric) {
        return switch (metric.unit()) {
            case MONEY -> store.currency().getDefaultFractionDigits();
            case COUNT -> 0;
            case NUMBER, RATIO, MINUTES ->
                    throw new RotinaException(Problem.NOT_PHASED, metric.id());
        };
    }
}

package app.rotina.routine;

import app.rotina.goals.DriverModel;
import app.rotina.goals.MonthGoal;
import app.rotina.goals.Phasing;
import app.rotina.goals.SteadyGoal;
import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.state.Closes;
import app.rotina.state.Goals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    public record Aim(String metric, @Nullable String channel, YearMonth month) {
        /** As the audit calls it. */
        public String said() {
            return month + " " + metric + (channel == null ? "" : " " + channel);
        }
    }

    /** A value of it as the audit says it: in the store's currency, units or percent. */
    public String said(Aim aim, BigDecimal value) {
        boolean percent = catalog.of(aim.metric()).unit() == Metric.Unit.RATIO;
        return percent ? plain(value.movePointRight(2)) + "%" : plain(value);
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** Sets the month's value; the days that are still open take up the change. */
    public MonthGoal set(Store store, Aim aim, BigDecimal value, String who) {
        Phasing phasing = phasing(store, aim);
        requireChannel(store, aim);
        requireFreedom(store, aim);
        MonthGoal goal =
                find(store, aim)
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

    /** True where days add up, so that a month's goal can be phased to them. */
    public boolean isPhased(String metric) {
        Metric of = catalog.of(metric);
        boolean adds = of.unit() == Metric.Unit.MONEY || of.unit() == Metric.Unit.COUNT;
        boolean divides = of.formula() != null && of.formula().divides();
        return adds && of.over() == Metric.Over.SUM && !divides;
    }

    /** Sets what a metric whose days do not add up is to be on every day of the month. */
    public SteadyGoal setSteady(Store store, Aim aim, BigDecimal value, String who) {
        if (aim.channel() != null) {
            throw new RotinaException(Problem.NO_CHANNELS, aim.metric());
        }
        if (isPhased(aim.metric()) || value.signum() < 0) {
            throw new RotinaException(Problem.BAD_ARGUMENT, aim.metric() + " " + value);
        }
        requireFreedom(store, aim);
        SteadyGoal goal = new SteadyGoal(store.id(), aim.metric(), aim.month(), value);
        goals.keep(goal, who);
        return goal;
    }

    /**
     * Takes the goal away; a new one is phased over the whole month.
     *
     * @return the number it is restored by; empty: there was none
     */
    public Optional<Long> remove(Store store, Aim aim) {
        return find(store, aim)
                .map(goals::remove)
                .or(() ->
                        goals.steady(store.id(), aim.month()).stream()
                                .filter(goal -> goal.metric().equals(aim.metric()))
                                .filter(_ -> aim.channel() == null)
                                .findFirst()
                                .map(goals::remove));
    }

    /** Brings a goal back that was taken away. */
    public Aim restore(Store store, long id) {
        Aim aim =
                goals.removed(store.id(), id)
                        .map(one -> new Aim(one.metric(), one.channel(), one.month()))
                        .orElseThrow(
                                () -> new RotinaException(Problem.NOT_FOUND, String.valueOf(id)));
        requireFreedom(store, aim);
        goals.restore(store.id(), id);
        return aim;
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

    /**
     * What a goal would be with days set by hand, or given back to the phasing where no value is
     * set; nothing is kept.
     */
    public MonthGoal edited(
            Store store,
            MonthGoal goal,
            Map<LocalDate, Optional<BigDecimal>> edits,
            boolean keepsMonth) {
        Aim aim = new Aim(goal.metric(), goal.channel(), goal.month());
        return phasing(store, aim).set(goal, edits, keepsMonth);
    }

    /** What a goal would be with another value of its month; nothing is kept. */
    public MonthGoal revalued(Store store, MonthGoal goal, BigDecimal value) {
        return phasing(store, new Aim(goal.metric(), goal.channel(), goal.month()))
                .revalue(goal, value);
    }

    /** The first day of the month that no verdict has been told about. */
    public LocalDate openFrom(Store store, YearMonth month) {
        return closes.lastDay(store.id(), Days.of(month))
                .map(day -> day.plusDays(1))
                .orElse(month.atDay(1));
    }

    private MonthGoal known(Store store, Aim aim) {
        return find(store, aim)
                .orElseThrow(() ->
                        new RotinaException(
                                Problem.BAD_ARGUMENT, aim.metric() + " " + aim.month()));
    }

    private Optional<MonthGoal> find(Store store, Aim aim) {
        return goals.find(store.id(), aim.metric(), aim.channel(), aim.month());
    }

    private void requireChannel(Store store, Aim aim) {
        if (aim.channel() == null) {
            return;
        }
        if (!QuickEntry.CHANNELS.contains(aim.channel())) {
            throw new RotinaException(
                    Problem.UNKNOWN_CHANNEL, aim.channel(), String.join(", ", QuickEntry.CHANNELS));
        }
        if (!seasons.hasChannels(store, aim.metric())) {
            throw new RotinaException(Problem.NO_CHANNELS, aim.metric());
        }
    }

    /** Revenue and all its drivers cannot be set together: one has to follow from the others. */
    private void requireFreedom(Store store, Aim aim) {
        if (aim.channel() != null) {
            return;
        }
        Set<String> set = new TreeSet<>(Set.of(aim.metric()));
        goals.whole(store.id(), aim.month()).forEach(goal -> set.add(goal.metric()));
        goals.steady(store.id(), aim.month()).forEach(goal -> set.add(goal.metric()));
        boolean together =
                set.contains(store.basis().metric())
                        && DriverModel.of(store.identity(), false).fixes(set);
        if (together) {
            set.remove(aim.metric());
            Texts texts = Texts.of(store.locale());
            throw new RotinaException(
                    Problem.DRIVERS_ALL_SET,
                    catalog.of(aim.metric()).label(texts),
                    set.stream()
                            .map(metric -> catalog.of(metric).label(texts))
                            .collect(Collectors.joining(", ")));
        }
    }

    private Phasing phasing(Store store, Aim aim) {
        Metric metric = catalog.of(aim.metric());
        if (!isPhased(aim.metric())) {
            throw new RotinaException(Problem.NOT_PHASED, metric.id());
        }
        int decimals =
                metric.unit() == Metric.Unit.MONEY
                        ? store.currency().getDefaultFractionDigits()
                        : 0;
        return new Phasing(
                seasons.weights(store, aim).of(aim.month()),
                openFrom(store, aim.month()),
                decimals);
    }
}

package app.rotina.routine;

import app.rotina.goals.DayWeights;
import app.rotina.goals.DriverModel;
import app.rotina.insight.projection.Projection;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metrics;
import app.rotina.routine.DailyClose.Changes;
import app.rotina.routine.DailyClose.MetricLine;
import app.rotina.routine.DailyClose.MonthStanding;
import app.rotina.routine.DailyClose.Verdict;
import app.rotina.routine.DailyClose.Why;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Computes one day's close from its figures and goals; keeps nothing.
 *
 * @param open whether the day is not over, so that nothing whole can be held against it
 */
record DayComputation(
        Catalog catalog,
        Metrics metrics,
        Explanations explanations,
        Store store,
        DayFigures figures,
        boolean open,
        Targets targets,
        String goalMetric,
        Supplier<DayWeights> weights,
        Supplier<Optional<Projection>> ahead) {
    static final MetricValue NOT_YET = MetricValue.missing("not_yet");

    /**
     * The day told.
     *
     * @param unsettled metrics whose figure of the day may still change
     * @param noted days that people wrote about
     * @param explained whether the causes of its gap are told
     */
    DailyClose close(Set<String> unsettled, Set<LocalDate> noted, boolean explained) {
        Drivers drivers = Drivers.of(store, goalMetric, figures);
        Optional<DriverPlan> plan = plan(drivers);
        Map<String, MetricValue> planned =
                hasGoal()
                        ? plan.map(one -> one.lines(drivers.model(), figures)).orElse(Map.of())
                        : Map.of();
        return new DailyClose(
                store.id(),
                figures.date(),
                store.currency(),
                goalMetric,
                verdict(),
                unsettled.contains(goalMetric),
                unsettled,
                1,
                null,
                catalog.shown().stream().map(metric -> line(metric, planned)).toList(),
                why(gap(drivers, plan).filter(any -> explained)),
                month(),
                open ? Changes.NONE : changes(drivers.model(), noted),
                open
                        ? List.of()
                        : new ChannelLines(catalog, metrics, store, figures, targets).all(),
                figures.on("pending_amount"),
                List.of());
    }

    private Verdict verdict() {
        Optional<BigDecimal> value = actual().known();
        if (value.isEmpty()) {
            return Verdict.NO_DATA;
        }
        if (open) {
            return Verdict.OPEN;
        }
        Optional<BigDecimal> target = targets.on(figures.date(), goalMetric);
        if (target.isEmpty()) {
            return Verdict.NO_GOAL;
        }
        return value.get().compareTo(target.get()) >= 0 ? Verdict.MET : Verdict.MISSED;
    }

    /**
     * What the verdict is about. Approvals and refunds reach days whose orders have not been
     * delivered; they are no day to judge.
     */
    MetricValue actual() {
        boolean undelivered =
                figures.on("orders").missing().filter("not_delivered"::equals).isPresent();
        return undelivered && Drivers.REVENUES.contains(goalMetric)
                ? figures.on("orders")
                : figures.on(goalMetric);
    }

    private MetricLine line(Metric metric, Map<String, MetricValue> planned) {
        MetricValue value = figures.on(metric.id());
        MetricValue target =
                targets.on(figures.date(), metric.id())
                        .map(MetricValue::known)
                        .orElseGet(() -> planned.getOrDefault(metric.id(), Targets.NO_GOAL));
        return new MetricLine(
                metric.id(),
                metric.unit().id(),
                value,
                target,
                open ? NOT_YET : minus(value, target),
                open ? NOT_YET : figures.previousDay(metric.id()),
                open ? NOT_YET : figures.sameWeekday(metric.id()),
                open ? NOT_YET : figures.lastYear(metric.id()));
    }

    static MetricValue minus(MetricValue value, MetricValue other) {
        return value.known()
                .map(known ->
                        other.known().map(o -> MetricValue.known(known.subtract(o))).orElse(other))
                .orElse(value);
    }

    private boolean hasGoal() {
        return targets.on(figures.date(), goalMetric).isPresent();
    }

    /** The target; without one what the same weekdays let expect. */
    private MetricValue against() {
        if (open) {
            return NOT_YET;
        }
        return targets.on(figures.date(), goalMetric)
                .map(MetricValue::known)
                .orElseGet(this::expected);
    }

    private Why why(Optional<Explanation.Gap> known) {
        return known.map(gap -> why(comparison(), gap))
                .orElseGet(() -> new Why(name(), unknownGap(), List.of(), List.of(), List.of()));
    }

    /** Why there is no gap to explain. */
    MetricValue unknownGap() {
        return minus(actual(), against());
    }

    private String name() {
        return hasGoal() ? "target" : "expected";
    }

    /** Why days together brought what they brought. */
    Why why(Comparison days, Explanation.Gap gap) {
        return explanations.why(new Explanation(metrics, store, goalMetric, days, decimals()), gap);
    }

    /** The day and those that tell what it usually is. */
    Comparison comparison() {
        return Comparison.of(figures.date(), figures.sameWeekdays(goalMetric));
    }

    /** Empty where the day, or what it is held to, is not known. */
    Optional<Explanation.Gap> gap() {
        Drivers drivers = Drivers.of(store, goalMetric, figures);
        return gap(drivers, plan(drivers));
    }

    private Optional<DriverPlan> plan(Drivers drivers) {
        return against().known().flatMap(target -> drivers.plan(target, targets, decimals()));
    }

    private Optional<Explanation.Gap> gap(Drivers drivers, Optional<DriverPlan> plan) {
        Optional<BigDecimal> actual = actual().known();
        Optional<BigDecimal> expected = against().known();
        if (actual.isEmpty() || expected.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal exact = actual.get().subtract(expected.get());
        return Optional.of(
                new Explanation.Gap(
                        name(),
                        actual.get(),
                        expected.get(),
                        plan.map(one -> drivers.parts(one, exact, decimals())).orElse(List.of()),
                        plan.map(one -> drivers.made(one))));
    }

    /** What the same weekdays let expect, and the day's event makes of it. */
    private MetricValue expected() {
        MetricValue usual = figures.sameWeekday(goalMetric);
        if (figures.calendar().special(figures.date()).isEmpty()) {
            return usual;
        }
        return usual.known()
                .map(mean -> mean.multiply(weights.get().effect(figures.date())))
                .map(MetricValue::known)
                .orElse(usual);
    }

    int decimals() {
        return catalog.of(goalMetric).unit() == Metric.Unit.MONEY
                ? store.currency().getDefaultFractionDigits()
                : 0;
    }

    /** In money, whatever the goal is on. */
    private Changes changes(DriverModel model, Set<LocalDate> noted) {
        String revenue =
                Drivers.REVENUES.contains(goalMetric) ? goalMetric : store.basis().metric();
        int cents = store.currency().getDefaultFractionDigits();
        return new RealChanges(catalog, model, figures, revenue, noted, cents).changes();
    }

    /** At the end of the day, or of the one before where it is not over. */
    private MonthStanding month() {
        boolean first = figures.date().getDayOfMonth() == 1;
        return new Standing(
                        open && !first ? figures.dayBefore() : figures,
                        goalMetric,
                        targets.whole(goalMetric),
                        weights,
                        ahead,
                        decimals())
                .month();
    }
}

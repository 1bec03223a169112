package app.rotina.routine;

import app.rotina.goals.DayWeights;
import app.rotina.insight.DimensionSplit;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metrics;
import app.rotina.routine.DailyClose.Cut;
import app.rotina.routine.DailyClose.DriverPart;
import app.rotina.routine.DailyClose.MetricLine;
import app.rotina.routine.DailyClose.MonthStanding;
import app.rotina.routine.DailyClose.Verdict;
import app.rotina.routine.DailyClose.Why;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Computes one day's close from its figures and goals; keeps nothing. */
record DayComputation(
        Catalog catalog,
        Metrics metrics,
        Store store,
        DayFigures figures,
        Targets targets,
        String goalMetric,
        Supplier<DayWeights> weights) {

    DailyClose close(boolean provisional) {
        Drivers drivers = Drivers.of(store, goalMetric, figures);
        MetricValue against = against();
        Optional<DriverPlan> plan =
                against.known().flatMap(target -> drivers.plan(target, targets, decimals()));
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
                provisional,
                1,
                null,
                catalog.shown().stream().map(metric -> line(metric, planned)).toList(),
                why(against, drivers, plan),
                month(),
                new ChannelLines(catalog, metrics, store, figures, targets).all(),
                figures.on("pending_amount"),
                List.of());
    }

    private Verdict verdict() {
        Optional<BigDecimal> value = actual().known();
        if (value.isEmpty()) {
            return Verdict.NO_DATA;
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
    private MetricValue actual() {
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
                minus(value, target),
                figures.previousDay(metric.id()),
                figures.sameWeekday(metric.id()),
                figures.lastYear(metric.id()));
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
        return targets.on(figures.date(), goalMetric)
                .map(MetricValue::known)
                .orElseGet(this::expected);
    }

    private Why why(MetricValue against, Drivers drivers, Optional<DriverPlan> plan) {
        MetricValue gap = rounded(minus(actual(), against));
        String name = hasGoal() ? "target" : "expected";
        if (gap.known().isEmpty()) {
            return new Why(name, gap, List.of(), List.of());
        }
        BigDecimal actual = actual().known().orElseThrow();
        BigDecimal expected = against.known().orElseThrow();
        List<DriverPart> parts =
                plan.map(one -> drivers.parts(one, actual.subtract(expected), decimals()))
                        .orElse(List.of());
        return new Why(name, gap, parts, cuts(actual, expected));
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

    private List<Cut> cuts(BigDecimal actual, BigDecimal expected) {
        return new Cuts(metrics, store, goalMetric)
                .of(
                        figures.date(),
                        figures.sameWeekdays(goalMetric),
                        new DimensionSplit.Day(actual, expected, decimals()));
    }

    private MetricValue rounded(MetricValue value) {
        return value.known()
                .map(known -> MetricValue.known(known.setScale(decimals(), RoundingMode.HALF_UP)))
                .orElse(value);
    }

    private int decimals() {
        return catalog.of(goalMetric).unit() == Metric.Unit.MONEY
                ? store.currency().getDefaultFractionDigits()
                : 0;
    }

    private MonthStanding month() {
        return new Standing(figures, goalMetric, targets.whole(goalMetric), weights, decimals())
                .month();
    }
}

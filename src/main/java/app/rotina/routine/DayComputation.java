package app.rotina.routine;

import app.rotina.goals.DayWeights;
import app.rotina.goals.MonthGoal;
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
import app.rotina.routine.DailyClose.Note;
import app.rotina.routine.DailyClose.Verdict;
import app.rotina.routine.DailyClose.Why;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Computes one day's close from its figures and goals; keeps nothing. */
record DayComputation(
        Catalog catalog,
        Metrics metrics,
        Store store,
        DayFigures figures,
        List<MonthGoal> goals,
        String goalMetric,
        Supplier<DayWeights> weights) {

    private static final MetricValue NO_GOAL = MetricValue.missing("no_goal");

    DailyClose close(boolean provisional, List<Note> notes) {
        return new DailyClose(
                store.id(),
                figures.date(),
                store.currency(),
                goalMetric,
                verdict(),
                provisional,
                1,
                null,
                catalog.shown().stream().map(this::line).toList(),
                why(),
                month(),
                figures.on("pending_amount"),
                notes);
    }

    private Verdict verdict() {
        Optional<BigDecimal> value = figures.on(goalMetric).known();
        if (value.isEmpty()) {
            return Verdict.NO_DATA;
        }
        Optional<BigDecimal> target = target(goalMetric).known();
        if (target.isEmpty()) {
            return Verdict.NO_GOAL;
        }
        return value.get().compareTo(target.get()) >= 0 ? Verdict.MET : Verdict.MISSED;
    }

    private MetricLine line(Metric metric) {
        MetricValue value = figures.on(metric.id());
        MetricValue target = target(metric.id());
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

    private MetricValue target(String metric) {
        return goal(metric)
                .flatMap(goal -> goal.on(figures.date()))
                .map(MetricValue::known)
                .orElse(NO_GOAL);
    }

    private Optional<MonthGoal> goal(String metric) {
        return goals.stream().filter(goal -> goal.metric().equals(metric)).findFirst();
    }

    private static MetricValue minus(MetricValue value, MetricValue other) {
        return value.known()
                .map(known ->
                        other.known().map(o -> MetricValue.known(known.subtract(o))).orElse(other))
                .orElse(value);
    }

    /** Against the target; without one against what the same weekdays let expect. */
    private Why why() {
        boolean hasGoal = target(goalMetric).known().isPresent();
        MetricValue against = hasGoal ? target(goalMetric) : expected();
        MetricValue gap = rounded(minus(figures.on(goalMetric), against));
        String name = hasGoal ? "target" : "expected";
        if (gap.known().isEmpty()) {
            return new Why(name, gap, List.of(), List.of());
        }
        BigDecimal actual = figures.on(goalMetric).known().orElseThrow();
        BigDecimal expected = against.known().orElseThrow();
        List<DriverPart> drivers =
                new Reasons(goalMetric, figures)
                        .drivers(expected, actual.subtract(expected), decimals());
        return new Why(name, gap, drivers, cuts(actual, expected));
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
        return new Standing(figures, goalMetric, goal(goalMetric), weights, decimals()).month();
    }
}

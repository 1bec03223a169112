package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric;
import app.rotina.routine.DailyClose;
import app.rotina.routine.DailyClose.MonthStanding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the month stands: so far, where it is heading, what it still needs, and its curve.
 *
 * @param share how much of the goal is there, in percent; absence: no goal
 * @param surplus projection less goal; absence: one of them is missing
 */
record MonthCard(
        String name,
        Shown toDate,
        Shown goal,
        @Nullable String share,
        Shown projection,
        @Nullable Shown surplus,
        Shown requiredTomorrow,
        Shown requiredPerDay,
        MonthCurve curve) {

    static MonthCard of(DailyClose close, Metric metric, Figures figures) {
        MonthStanding month = close.month();
        return new MonthCard(
                figures.words().month(YearMonth.from(close.date())),
                figures.value(month.toDate(), metric.unit()),
                figures.value(month.goal(), metric.unit()),
                share(month, figures.words()).orElse(null),
                figures.value(month.projection(), metric.unit()),
                surplus(month, metric, figures).orElse(null),
                figures.value(month.requiredTomorrow(), metric.unit()),
                figures.value(month.requiredPerDay(), metric.unit()),
                MonthCurve.of(close, metric, figures));
    }

    private static Optional<String> share(MonthStanding month, Words words) {
        return month.goal()
                .known()
                .filter(goal -> goal.signum() > 0)
                .flatMap(goal ->
                        month.toDate()
                                .known()
                                .map(done -> done.divide(goal, MathContext.DECIMAL64)))
                .map(ratio -> words.percent(ratio, 1));
    }

    private static Optional<Shown> surplus(MonthStanding month, Metric metric, Figures figures) {
        Optional<BigDecimal> goal = month.goal().known();
        return month.projection()
                .known()
                .flatMap(end -> goal.map(end::subtract))
                .map(MetricValue::known)
                .map(value -> figures.difference(value, metric));
    }
}

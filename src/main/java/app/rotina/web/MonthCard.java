package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric;
import app.rotina.routine.DailyClose;
import app.rotina.routine.DailyClose.MonthStanding;
import app.rotina.routine.Outlook;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the month stands: so far, where it is heading, what it still needs, and its curve.
 *
 * @param share how much of the goal is there, in percent; absence: no goal
 * @param chance how likely the goal is, in words; absence: no goal, or the month is over
 * @param range where the month ends in four of five cases; absence: it cannot be told
 * @param surplus projection less goal; absence: one of them is missing
 */
record MonthCard(
        String name,
        Shown toDate,
        Shown goal,
        @Nullable String share,
        Shown projection,
        @Nullable Shown surplus,
        @Nullable String chance,
        @Nullable String range,
        Shown requiredTomorrow,
        Shown requiredPerDay,
        MonthCurve curve) {
    private static final BigDecimal LEAST = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("0.99");

    static MonthCard of(DailyClose close, Metric metric, Figures figures) {
        MonthStanding month = close.month();
        return new MonthCard(
                figures.words().month(YearMonth.from(close.date())),
                figures.value(month.toDate(), metric.unit()),
                figures.value(month.goal(), metric.unit()),
                share(month, figures.words()).orElse(null),
                figures.value(month.projection(), metric.unit()),
                surplus(month, metric, figures).orElse(null),
                chance(close, figures.words()).orElse(null),
                range(close, metric, figures).orElse(null),
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

    private static Optional<String> chance(DailyClose close, Words words) {
        MonthStanding month = close.month();
        if (isOver(close) || month.goal().known().isEmpty()) {
            return Optional.empty();
        }
        MetricValue probability = month.outlook().probability();
        return probability
                .known()
                .map(value -> value.max(LEAST).min(MOST))
                .map(value -> words.say("web.month.chance", words.percent(value, 0)))
                .or(() -> month.projection().known().map(end -> words.say("web.month.no_chance")));
    }

    private static Optional<String> range(DailyClose close, Metric metric, Figures figures) {
        Outlook outlook = close.month().outlook();
        if (isOver(close) || outlook.low().known().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                figures.words()
                        .say(
                                "web.month.range",
                                figures.value(outlook.low(), metric.unit()).text(),
                                figures.value(outlook.high(), metric.unit()).text()));
    }

    private static boolean isOver(DailyClose close) {
        return close.date().equals(YearMonth.from(close.date()).atEndOfMonth());
    }
}

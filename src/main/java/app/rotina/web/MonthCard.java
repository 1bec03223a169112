package app.rotina.web;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric;
import app.rotina.routine.DailyClose;
import app.rotina.routine.DailyClose.MonthStanding;
import app.rotina.routine.Outlook;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the month stands: so far, where it is heading, what it still needs, and its curve.
 *
 * @param share how much of the goal is there, in percent; absence: no goal
 * @param chance how likely the goal is, in words; absence: no goal, or the month is over
 * @param range where the month ends in four of five cases; absence: it cannot be told
 * @param surplus projection less goal; absence: one of them is missing
 * @param through the last day that is known of it; absence: none
 */
record MonthCard(
        YearMonth month,
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
        MonthCurve curve,
        String metric,
        @Nullable LocalDate through) {
    private static final BigDecimal LEAST = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("0.99");

    static MonthCard of(DailyClose close, Metric metric, Figures figures) {
        MonthStanding month = close.month();
        return of(
                YearMonth.from(close.date()),
                month,
                MonthCurve.of(month, Map.of(), metric, figures),
                metric,
                figures,
                close.date());
    }

    static MonthCard of(
            YearMonth of,
            MonthStanding month,
            MonthCurve curve,
            Metric metric,
            Figures figures,
            @Nullable LocalDate through) {
        return new MonthCard(
                of,
                figures.words().month(of),
                figures.value(month.toDate(), metric.unit()),
                figures.value(month.goal(), metric.unit()),
                share(month, figures.words()).orElse(null),
                figures.value(month.projection(), metric.unit()),
                surplus(month, metric, figures).orElse(null),
                chance(month, figures.words()).orElse(null),
                range(month, metric, figures).orElse(null),
                figures.value(month.requiredTomorrow(), metric.unit()),
                figures.value(month.requiredPerDay(), metric.unit()),
                curve,
                metric.id(),
                through);
    }

    /** The rows of what is there so far; absence: nothing is known. */
    @Nullable String rows() {
        return through == null ? null : rows(new Days(month.atDay(1), through));
    }

    /** The rows of a day of it, by itself. */
    String rows(MonthCurve.Row day) {
        return rows(Days.only(day.date()));
    }

    /** The rows of its days up to one. */
    String rowsUntil(MonthCurve.Row day) {
        return rows(new Days(month.atDay(1), day.date()));
    }

    private String rows(Days days) {
        return "/rows?metric=" + metric + "&" + MonthView.span(days);
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

    private static Optional<String> chance(MonthStanding month, Words words) {
        if (isOver(month) || month.goal().known().isEmpty()) {
            return Optional.empty();
        }
        MetricValue probability = month.outlook().probability();
        return probability
                .known()
                .map(value -> words.say("web.month.chance", likely(value, words)))
                .or(() -> month.projection().known().map(end -> words.say("web.month.no_chance")));
    }

    /** A probability in per cent; never nought nor all, as nothing ahead is certain. */
    static String likely(BigDecimal probability, Words words) {
        return words.percent(probability.max(LEAST).min(MOST), 0);
    }

    private static Optional<String> range(MonthStanding month, Metric metric, Figures figures) {
        Outlook outlook = month.outlook();
        if (isOver(month) || outlook.low().known().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                figures.words()
                        .say(
                                "web.month.range",
                                figures.value(outlook.low(), metric.unit()).text(),
                                figures.value(outlook.high(), metric.unit()).text()));
    }

    /** No day of it is still to come, as far as its days are told. */
    private static boolean isOver(MonthStanding month) {
        return !month.days().isEmpty()
                && !month.days().getLast().actual().equals(MetricValue.missing("not_yet"));
    }
}

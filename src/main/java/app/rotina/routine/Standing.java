package app.rotina.routine;

import app.rotina.goals.DayTarget;
import app.rotina.goals.DayWeights;
import app.rotina.goals.MonthGoal;
import app.rotina.goals.Pace;
import app.rotina.insight.projection.Projection;
import app.rotina.insight.projection.WeekdayProjection;
import app.rotina.kernel.MetricValue;
import app.rotina.routine.DailyClose.MonthDay;
import app.rotina.routine.DailyClose.MonthStanding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How the month of one metric stands at the end of a day.
 *
 * @param weights what days weigh; asked only where an event lies ahead
 * @param ahead what the rest of the month will bring; empty: the history is too short
 * @param decimals of the metric's unit
 */
record Standing(
        DayFigures figures,
        String metric,
        Optional<MonthGoal> goal,
        Supplier<DayWeights> weights,
        Supplier<Optional<Projection>> ahead,
        int decimals) {

    MonthStanding month() {
        MetricValue toDate = toDate();
        Optional<Pace> pace = goal.map(month -> Pace.of(month, toDate, date(), targets()));
        return new MonthStanding(
                toDate,
                goal.map(month -> MetricValue.known(month.value())).orElse(Targets.NO_GOAL),
                outlook(toDate),
                pace.map(Pace::mean).map(this::rounded).orElse(Targets.NO_GOAL),
                pace.map(Pace::tomorrow).map(this::rounded).orElse(Targets.NO_GOAL),
                days());
    }

    private MetricValue toDate() {
        List<LocalDate> known = figures.daily().known(figures.monthSoFar(), metric);
        if (known.isEmpty()) {
            return figures.on(metric);
        }
        return MetricValue.known(
                known.stream()
                        .map(day -> figures.daily().on(day, metric).known().orElseThrow())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private Outlook outlook(MetricValue toDate) {
        Optional<BigDecimal> sum = toDate.known();
        if (sum.isEmpty()) {
            return Outlook.unsure(toDate);
        }
        Optional<BigDecimal> aim = goal.map(MonthGoal::value);
        if (date().equals(YearMonth.from(date()).atEndOfMonth())) {
            return Outlook.over(sum.get(), aim);
        }
        return ahead.get()
                .map(rest -> Outlook.of(sum.get(), rest, aim, decimals))
                .orElseGet(() -> Outlook.unsure(rounded(projection(toDate))));
    }

    /** Days of events teach nothing about ordinary days, and are not projected as such. */
    private MetricValue projection(MetricValue toDate) {
        return new WeekdayProjection(
                        history(), day -> figures.calendar().main(day).isEmpty(), this::effect)
                .month(YearMonth.from(date()), date(), toDate);
    }

    private BigDecimal effect(LocalDate day) {
        return figures.calendar().main(day).isEmpty() ? BigDecimal.ONE : weights.get().effect(day);
    }

    private Map<LocalDate, BigDecimal> history() {
        Map<LocalDate, BigDecimal> history = new HashMap<>();
        for (LocalDate day : DayFigures.recent(date())) {
            figures.daily().on(day, metric).known().ifPresent(value -> history.put(day, value));
        }
        return history;
    }

    /** A day's target is its weight in money, a hand-set one included. */
    private Map<LocalDate, BigDecimal> targets() {
        Map<LocalDate, BigDecimal> targets = new HashMap<>();
        goal.map(MonthGoal::days)
                .orElse(List.of())
                .forEach((DayTarget day) -> targets.put(day.date(), day.value()));
        return targets;
    }

    private List<MonthDay> days() {
        Map<LocalDate, BigDecimal> targets = targets();
        return YearMonth.from(date())
                .atDay(1)
                .datesUntil(date().withDayOfMonth(1).plusMonths(1))
                .map(day ->
                        new MonthDay(
                                day,
                                Optional.ofNullable(targets.get(day))
                                        .map(MetricValue::known)
                                        .orElse(Targets.NO_GOAL),
                                actual(day)))
                .toList();
    }

    private MetricValue actual(LocalDate day) {
        return day.isAfter(date())
                ? MetricValue.missing("not_yet")
                : figures.daily().on(day, metric);
    }

    private MetricValue rounded(MetricValue value) {
        return value.known()
                .map(known -> MetricValue.known(known.setScale(decimals, RoundingMode.HALF_UP)))
                .orElse(value);
    }

    private LocalDate date() {
        return figures.date();
    }
}

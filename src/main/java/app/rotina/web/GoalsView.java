package app.rotina.web;

import app.rotina.goals.DayTarget;
import app.rotina.goals.MonthGoal;
import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The goals of a month: one of them in full, day by day.
 *
 * @param choices the metrics a goal can be set for
 * @param value what stands in the field of the month's goal; empty: there is none yet
 * @param days empty where the metric has no goal yet
 */
record GoalsView(
        YearMonth month,
        String monthName,
        String metric,
        List<Choice> choices,
        String value,
        @Nullable String total,
        List<Day> days) {

    /** A metric, and whether the month has a goal for it. */
    record Choice(String id, String label, boolean set, boolean current) {}

    /**
     * One day's target.
     *
     * @param value what stands in its field
     * @param open false once a verdict was told about it
     */
    record Day(
            LocalDate date,
            String label,
            String value,
            Shown target,
            boolean pinned,
            boolean open,
            Shown actual,
            Shown gap) {}

    /** What a day brought, by day, and from which day on targets can be changed. */
    record Known(Map<LocalDate, MetricValue> actual, LocalDate openFrom) {}

    static List<Day> days(MonthGoal goal, Metric metric, Known known, Figures figures) {
        return goal.days().stream().map(day -> day(day, metric, known, figures)).toList();
    }

    private static Day day(DayTarget day, Metric metric, Known known, Figures figures) {
        MetricValue actual =
                known.actual().getOrDefault(day.date(), MetricValue.missing("not_yet"));
        MetricValue gap =
                actual.known()
                        .map(done -> MetricValue.known(done.subtract(day.value())))
                        .orElse(actual);
        return new Day(
                day.date(),
                figures.words().weekday(day.date()),
                Typed.text(day.value(), figures.words()),
                figures.value(MetricValue.known(day.value()), metric.unit()),
                day.pinned(),
                !day.date().isBefore(known.openFrom()),
                figures.value(actual, metric.unit()),
                figures.difference(gap, metric));
    }

    static boolean changed(DayTarget day, BigDecimal typed) {
        return day.value().compareTo(typed) != 0;
    }
}

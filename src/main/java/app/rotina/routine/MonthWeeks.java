package app.rotina.routine;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.routine.DailyClose.MonthDay;
import app.rotina.routine.MonthAccount.Week;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A month's days by week, from the day that the store's weeks begin with. */
record MonthWeeks(List<MonthDay> days, Map<LocalDate, BigDecimal> expected, DayOfWeek weekStart) {

    List<Week> all() {
        SortedMap<LocalDate, List<MonthDay>> weeks =
                days.stream()
                        .collect(
                                Collectors.groupingBy(
                                        this::first, TreeMap::new, Collectors.toList()));
        return weeks.values().stream().map(this::week).toList();
    }

    private LocalDate first(MonthDay day) {
        return day.date().with(TemporalAdjusters.previousOrSame(weekStart));
    }

    private Week week(List<MonthDay> week) {
        Days span = new Days(week.getFirst().date(), week.getLast().date());
        return new Week(
                span,
                sum(week, MonthDay::target),
                sum(week, MonthDay::actual),
                sum(week, this::projected));
    }

    private MetricValue projected(MonthDay day) {
        return Optional.ofNullable(expected.get(day.date()))
                .map(MetricValue::known)
                .orElseGet(day::actual);
    }

    /** Of the days that are known; missing where none is. */
    private static MetricValue sum(List<MonthDay> week, Function<MonthDay, MetricValue> figure) {
        List<BigDecimal> known =
                week.stream().map(figure).flatMap(one -> one.known().stream()).toList();
        return known.isEmpty()
                ? figure.apply(week.getFirst())
                : MetricValue.known(known.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}

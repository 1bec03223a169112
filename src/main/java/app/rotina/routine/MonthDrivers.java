package app.rotina.routine;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Formula;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.routine.ExpectedDrivers.Expected;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.routine.MonthAccount.DriverMonth;
import app.rotina.routine.MonthOutlook.DriverNeed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What drives a month of revenue: so far, at its end, and on the days that remain. */
record MonthDrivers(
        Catalog catalog,
        Metrics metrics,
        MonthOutlooks outlooks,
        Seasons seasons,
        Store store,
        MonthOutlook month) {
    private static final MetricValue NOT_YET = MetricValue.missing("not_yet");
    private static final MetricValue MONTH_OVER = MetricValue.missing("month_over");

    List<DriverMonth> all() {
        if (!Drivers.REVENUES.contains(month.metric())) {
            return List.of();
        }
        List<Expected> expected = outlooks.expected(store, month.month(), month.asOf());
        Map<String, MetricValue> toDate = toDate(expected.stream().map(Expected::metric).toList());
        return expected.stream()
                .map(driver ->
                        new DriverMonth(
                                driver.metric(),
                                toDate.getOrDefault(driver.metric(), NOT_YET),
                                projection(driver.metric()),
                                driver.value(),
                                needed(driver),
                                driver.isLever()))
                .toList();
    }

    private Map<String, MetricValue> toDate(List<String> drivers) {
        LocalDate first = month.month().atDay(1);
        return month.asOf().isBefore(first)
                ? Map.of()
                : metrics.answer(store, Question.of(drivers, new Days(first, month.asOf())))
                        .total();
    }

    private MetricValue needed(Expected driver) {
        return month.drivers().stream()
                .filter(need -> need.metric().equals(driver.metric()))
                .map(DriverNeed::needed)
                .findFirst()
                .orElseGet(() -> unneeded(driver.value()));
    }

    private MetricValue unneeded(MetricValue expected) {
        if (month.goal().known().isEmpty()) {
            return month.goal();
        }
        Optional<BigDecimal> open =
                month.goal().known().flatMap(goal -> month.toDate().known().map(goal::subtract));
        return open.filter(left -> left.signum() <= 0).isPresent()
                ? MetricValue.missing("goal_reached")
                : expected.known().map(any -> MetricValue.missing("follows")).orElse(expected);
    }

    /** What adds up is projected by itself; a rate is the quotient of its projected parts. */
    private MetricValue projection(String driver) {
        if (month.asOf().equals(month.month().atEndOfMonth())) {
            return MONTH_OVER;
        }
        Metric metric = catalog.of(driver);
        @Nullable Formula formula = metric.formula();
        return formula != null && formula.divides() ? formula.value(this::total) : total(driver);
    }

    private MetricValue total(String metric) {
        Aim aim = new Aim(metric, null, month.month());
        SortedMap<LocalDate, BigDecimal> ahead = outlooks.byDay(store, aim, month.asOf());
        LocalDate first = month.month().atDay(1);
        BigDecimal known =
                month.asOf().isBefore(first)
                        ? BigDecimal.ZERO
                        : sum(seasons.daily(store, aim, new Days(first, month.asOf())));
        return ahead.isEmpty()
                ? MetricValue.missing("short_history")
                : MetricValue.known(known.add(sum(ahead)));
    }

    private static BigDecimal sum(Map<LocalDate, BigDecimal> days) {
        return days.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

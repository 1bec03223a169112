package app.rotina.routine;

import app.rotina.goals.DriverModel;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Daily;
import app.rotina.metrics.Formula;
import app.rotina.metrics.Metrics;
import app.rotina.routine.GoalSetting.Aim;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The drivers of a store's revenue as they are expected on the days that remain of a month.
 *
 * @param byDay what days still to come are projected to bring of something that adds up
 */
record ExpectedDrivers(
        Catalog catalog,
        Metrics metrics,
        BiFunction<Aim, LocalDate, SortedMap<LocalDate, BigDecimal>> byDay,
        Store store,
        YearMonth month) {
    private static final int RECENT_DAYS = 28;

    /**
     * One driver.
     *
     * @param value as projected, of a day where its days add up; where it cannot be projected as it
     *     was over the last four weeks; missing where nothing tells or no day remains
     * @param lever false: it follows from the others
     */
    record Expected(String metric, MetricValue value, boolean lever) {
        boolean isLever() {
            return lever && value.known().filter(one -> one.signum() > 0).isPresent();
        }
    }

    /** Those of the store's identity, in its order. */
    List<Expected> after(LocalDate asOf) {
        DriverModel model = DriverModel.of(store.identity(), false);
        List<String> ids = List.of(model.traffic(), model.rate(), model.count(), model.value());
        List<LocalDate> recent = new Days(asOf.minusDays(RECENT_DAYS - 1L), asOf).stream().toList();
        Daily daily = metrics.daily(store, ids, recent);
        boolean traffic = daily.mean(recent, model.rate()).known().isPresent();
        List<String> following =
                traffic ? List.of(model.count()) : List.of(model.traffic(), model.rate());
        return ids.stream()
                .map(id ->
                        new Expected(
                                id,
                                value(id, asOf, daily.mean(recent, id)),
                                !following.contains(id)))
                .toList();
    }

    private MetricValue value(String metric, LocalDate asOf, MetricValue usual) {
        if (asOf.equals(month.atEndOfMonth())) {
            return MetricValue.missing("month_over");
        }
        @Nullable Formula formula = catalog.of(metric).formula();
        // what was not counted lately is not expected either
        MetricValue projected =
                formula != null && formula.divides()
                        ? formula.value(part -> perDay(part, asOf))
                        : perDay(metric, asOf);
        boolean counted = usual.known().isPresent();
        return counted && projected.known().isPresent() ? projected : usual;
    }

    private MetricValue perDay(String metric, LocalDate asOf) {
        SortedMap<LocalDate, BigDecimal> ahead = byDay.apply(new Aim(metric, null, month), asOf);
        return ahead.isEmpty()
                ? MetricValue.missing("short_history")
                : MetricValue.known(
                        ahead.values().stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .divide(BigDecimal.valueOf(ahead.size()), MathContext.DECIMAL64));
    }
}

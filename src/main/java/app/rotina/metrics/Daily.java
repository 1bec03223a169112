package app.rotina.metrics;

import app.rotina.kernel.MetricValue;
import app.rotina.warehouse.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Metrics day by day, which can be put together over days that do not follow each other. */
public final class Daily {
    private final Map<LocalDate, Function<String, MetricValue>> measured;
    private final BiFunction<String, Function<String, MetricValue>, MetricValue> formulas;
    private final Catalog catalog;

    Daily(
            Catalog catalog,
            Map<LocalDate, Function<String, MetricValue>> measured,
            BiFunction<String, Function<String, MetricValue>, MetricValue> formulas) {
        this.catalog = catalog;
        this.measured = measured;
        this.formulas = formulas;
    }

    public MetricValue on(LocalDate day, String metric) {
        return formulas.apply(metric, measured(day));
    }

    private Function<String, MetricValue> measured(LocalDate day) {
        return measured.getOrDefault(day, name -> MetricValue.missing("no_source"));
    }

    /** The days of these on which the metric is known. */
    public List<LocalDate> known(List<LocalDate> days, String metric) {
        return days.stream().filter(day -> on(day, metric).known().isPresent()).toList();
    }

    /**
     * The mean of a metric over the days on which it is known; a ratio is the sum of its numerator
     * divided by the sum of its denominator.
     */
    public MetricValue mean(List<LocalDate> days, String metric) {
        List<LocalDate> known = known(days, metric);
        if (known.isEmpty()) {
            return MetricValue.missing("no_history");
        }
        if (isReported(catalog.of(metric).measure())) {
            return MetricValue.missing("as_reported");
        }
        @Nullable Formula formula = catalog.of(metric).formula();
        if (formula != null && formula.divides()) {
            return formulas.apply(metric, name -> added(known, name));
        }
        BigDecimal sum =
                known.stream()
                        .map(day -> on(day, metric).known().orElseThrow())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return MetricValue.known(
                sum.divide(
                        BigDecimal.valueOf(known.size()),
                        Formula.RATIO_SCALE,
                        RoundingMode.HALF_UP));
    }

    private static boolean isReported(@Nullable Measure measure) {
        return measure != null && measure.aggregate() == Measure.Aggregate.REPORTED;
    }

    private MetricValue added(List<LocalDate> days, String name) {
        return days.stream()
                .map(day -> measured(day).apply(name))
                .reduce(Daily::plus)
                .orElseThrow();
    }

    private static MetricValue plus(MetricValue a, MetricValue b) {
        return a.known()
                .flatMap(x -> b.known().map(y -> MetricValue.known(x.add(y))))
                .orElse(a.known().isPresent() ? a : b);
    }
}

package app.rotina.api;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.MetricValue.Known;
import app.rotina.kernel.MetricValue.Missing;
import app.rotina.kernel.Money;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric.Unit;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures as the interface carries them: amounts and rates as decimal texts, counts as integers, a
 * missing one as null with its reason beside it.
 */
record Figures(Catalog catalog, Currency currency) {

    /** A flat row: its keys, its figures, and the reasons of those that are missing. */
    Map<String, @Nullable Object> row(Map<String, String> keys, Map<String, MetricValue> values) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(keys);
        Map<String, String> missing = new LinkedHashMap<>();
        values.forEach((metric, value) -> {
            row.put(metric, of(metric, value));
            value.missing().ifPresent(reason -> missing.put(metric, reason));
        });
        if (!missing.isEmpty()) {
            row.put("missing", missing);
        }
        return row;
    }

    @Nullable Object of(String metric, MetricValue value) {
        return of(catalog.of(metric).unit(), value);
    }

    @Nullable Object of(String metric, BigDecimal value) {
        return of(metric, MetricValue.known(value));
    }

    /** True where days of the metric add up: amounts and counts. */
    boolean adds(String metric) {
        Unit unit = catalog.of(metric).unit();
        return unit == Unit.MONEY || unit == Unit.COUNT;
    }

    @Nullable Object money(MetricValue value) {
        return of(Unit.MONEY, value);
    }

    String money(BigDecimal amount) {
        return Money.plain(amount, currency);
    }

    private @Nullable Object of(Unit unit, MetricValue value) {
        return switch (value) {
            case Missing missing -> null;
            case Known(BigDecimal known) ->
                    switch (unit) {
                        case MONEY -> money(known);
                        case COUNT -> count(known);
                        case NUMBER, RATIO, MINUTES -> plain(known);
                    };
        };
    }

    /** A mean of counts has decimals, a count has none. */
    private static Object count(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        return shortest.scale() <= 0 ? (Object) shortest.longValueExact() : plain(value);
    }

    static @Nullable String plain(MetricValue value) {
        return value.known().map(Figures::plain).orElse(null);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}

package app.rotina.metrics;

import app.rotina.kernel.Days;
import app.rotina.kernel.Definitions;
import app.rotina.kernel.MetricValue;
import app.rotina.warehouse.StoreForTests;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A metric's golden case, as {@code cases/<id>.yaml} writes it.
 *
 * @param value of the Ipê shop's week, worked out by hand
 * @param missing the days without a value, and why
 * @param check a query over the facts that gives the same another way; {@code local(x)} is the
 *     store's day of an instant, {@code days(x)} tells whether it is one of those asked for
 */
record MetricCase(String metric, BigDecimal value, Map<LocalDate, String> missing, String check) {

    static List<MetricCase> all() {
        return Definitions.in("cases").stream().map(MetricCase::of).toList();
    }

    private static MetricCase of(JsonNode yaml) {
        Map<LocalDate, String> missing = new TreeMap<>();
        yaml.path("missing")
                .properties()
                .forEach(day ->
                        missing.put(LocalDate.parse(day.getKey()), day.getValue().asString()));
        return new MetricCase(
                yaml.path("metric").asString(),
                new BigDecimal(yaml.path("value").asString()),
                missing,
                yaml.path("check").asString());
    }

    /** What the metric has to say about the days. */
    MetricValue expected(StoreForTests shop, Days days) {
        boolean oneDay = days.count() == 1;
        if (oneDay && missing.containsKey(days.from())) {
            return MetricValue.missing(missing.getOrDefault(days.from(), ""));
        }
        return MetricValue.known(plain(shop.number(query(days))));
    }

    private String query(Days days) {
        String from = "DATE '%s'".formatted(days.from());
        String to = "DATE '%s'".formatted(days.to());
        return check.replaceAll(
                        "days\\(([^()]+(?:\\([^()]*\\))?)\\)", "local($1) BETWEEN :from AND :to")
                .replaceAll(
                        "local\\(([^()]+(?:\\([^()]*\\))?)\\)",
                        "CAST($1 - INTERVAL 3 HOUR AS DATE)")
                .replace(":from", from)
                .replace(":to", to);
    }

    /** Figures are compared to ten decimals: one side may have divided where the other summed. */
    static BigDecimal plain(BigDecimal value) {
        return value.setScale(10, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    static MetricValue plain(MetricValue value) {
        return value.known().map(known -> MetricValue.known(plain(known))).orElse(value);
    }
}

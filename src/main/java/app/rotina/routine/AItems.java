package app.rotina.routine;

import app.rotina.insight.demand.Abc;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A store's products by what they brought in a quarter, and those that bring most of it. */
public record AItems(Map<String, Sold> products) {
    public static final int WEEKS = 13;

    /** What a product sold, and its class among all. */
    public record Sold(BigDecimal revenue, BigDecimal units, Abc abc) {}

    /** The thirteen weeks up to a day. */
    public static Days days(LocalDate day) {
        return new Days(day.minusWeeks(WEEKS).plusDays(1), day);
    }

    /** Of the thirteen weeks up to a day. */
    public static AItems upTo(Metrics metrics, Store store, LocalDate day) {
        String revenue = store.basis().metric();
        Question question =
                new Question(List.of(revenue, "units"), List.of("product"), days(day), Map.of());
        List<Answer.Row> rows =
                metrics.rows(store, question).stream()
                        .filter(row -> !row.keys().getOrDefault("product", "").isEmpty())
                        .toList();
        List<Abc> classes = Abc.of(rows.stream().map(row -> amount(row, revenue)).toList());
        Map<String, Sold> products = new LinkedHashMap<>();
        for (int at = 0; at < rows.size(); at++) {
            Answer.Row row = rows.get(at);
            products.put(
                    row.keys().getOrDefault("product", ""),
                    new Sold(amount(row, revenue), amount(row, "units"), classes.get(at)));
        }
        return new AItems(products);
    }

    /** The names of those that bring most. */
    public List<String> a() {
        List<String> names = new ArrayList<>();
        products.forEach((name, sold) -> {
            if (sold.abc() == Abc.A) {
                names.add(name);
            }
        });
        return names;
    }

    public boolean isEmpty() {
        return products.isEmpty();
    }

    /** What one piece brought; zero where none was sold. */
    public BigDecimal price(String product) {
        Sold sold =
                products.getOrDefault(product, new Sold(BigDecimal.ZERO, BigDecimal.ZERO, Abc.C));
        return sold.units().signum() == 0
                ? BigDecimal.ZERO
                : sold.revenue().divide(sold.units(), MathContext.DECIMAL64);
    }

    private static BigDecimal amount(Answer.Row row, String metric) {
        return row.values()
                .getOrDefault(metric, MetricValue.missing("no_source"))
                .known()
                .orElse(BigDecimal.ZERO);
    }
}

package app.rotina.web;

import app.rotina.insight.demand.Abc;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.routine.DemandOutlook;
import app.rotina.warehouse.Assortment;
import app.rotina.warehouse.Assortment.Missing;
import app.rotina.warehouse.Hero;
import app.rotina.warehouse.Warehouse;
import app.rotina.web.Breakdown.Line;
import app.rotina.web.Breakdown.Lines;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a span brought by product, beside what lies in stock now and what will be wanted. */
@Component
final class ProductsReading {
    private static final int MOST_MISSING = 2000;
    private static final BigDecimal DAYS_AHEAD = BigDecimal.valueOf(7L * DemandOutlook.WEEKS_AHEAD);

    private final Breakdown breakdown;
    private final Metrics metrics;
    private final Warehouse warehouse;
    private final DemandOutlook outlook;

    ProductsReading(
            Breakdown breakdown, Metrics metrics, Warehouse warehouse, DemandOutlook outlook) {
        this.breakdown = breakdown;
        this.metrics = metrics;
        this.warehouse = warehouse;
        this.outlook = outlook;
    }

    /**
     * All products that sold in the span, by revenue.
     *
     * @param stockDay the last day whose stock is known; absence: none
     * @param told false while expected units are being worked out
     */
    record Products(Lines lines, List<Product> all, @Nullable LocalDate stockDay, boolean told) {}

    /**
     * One product.
     *
     * @param chosen true where somebody chose by hand whether it is a hero
     * @param missing its variants without stock on the last day that is known
     * @param expected units of the next four weeks
     * @param cover days that the stock lasts at that pace
     */
    record Product(
            Line line,
            Abc abc,
            Hero hero,
            boolean chosen,
            MetricValue stock,
            MetricValue out,
            List<Missing> missing,
            MetricValue expected,
            MetricValue cover) {
        String name() {
            return line.value();
        }
    }

    static List<String> figures(Store store) {
        return List.of(store.basis().metric(), "units", "gross_margin", "refunds");
    }

    Products of(Store store, Period period) {
        Lines lines = breakdown.by(store, figures(store), "product", period, Map.of());
        @Nullable LocalDate day = stockDay(store, period.now()).orElse(null);
        Map<String, Map<String, MetricValue>> stock =
                day == null ? Map.of() : stock(store, List.of("product"), Map.of(), day);
        Optional<Map<String, BigDecimal>> outlooks = outlook.units(store, period.now().lastWhole());
        Map<String, BigDecimal> expected = outlooks.orElse(Map.of());
        Map<String, List<Missing>> missing = missing(store, day);
        Map<String, Assortment.Product> offered = warehouse.assortment().products(store.id());
        List<Abc> classes = classes(lines);
        List<Product> all = new ArrayList<>();
        for (int at = 0; at < lines.lines().size(); at++) {
            Line line = lines.lines().get(at);
            Map<String, MetricValue> now = stock.getOrDefault(line.value(), Map.of());
            MetricValue units = known(now, "stock_on_hand");
            MetricValue wanted = told(expected.get(line.value()));
            Assortment.@Nullable Product product = offered.get(line.value());
            all.add(
                    new Product(
                            line,
                            classes.get(at),
                            product == null ? Hero.NONE : product.hero(),
                            product != null && product.chosen(),
                            units,
                            known(now, "variants_out"),
                            missing.getOrDefault(line.value(), List.of()),
                            wanted,
                            cover(units, wanted)));
        }
        return new Products(lines, all, day, outlooks.isPresent());
    }

    private static List<Abc> classes(Lines lines) {
        String revenue = lines.first().id();
        return Abc.of(
                lines.lines().stream()
                        .map(line -> line.now(revenue).known().orElse(BigDecimal.ZERO))
                        .toList());
    }

    private static MetricValue told(@Nullable BigDecimal units) {
        return units == null ? MetricValue.missing("short_history") : MetricValue.known(units);
    }

    static MetricValue cover(MetricValue stock, MetricValue wanted) {
        BigDecimal pace = wanted.known().orElse(BigDecimal.ZERO);
        if (stock.known().isEmpty()) {
            return stock;
        }
        if (wanted.known().isEmpty()) {
            return wanted;
        }
        return pace.signum() == 0
                ? MetricValue.missing("nothing_to_divide_by")
                : MetricValue.known(
                        stock.known()
                                .get()
                                .max(BigDecimal.ZERO)
                                .multiply(DAYS_AHEAD)
                                .divide(pace, 0, RoundingMode.HALF_UP));
    }

    private static MetricValue known(Map<String, MetricValue> values, String metric) {
        return values.getOrDefault(metric, MetricValue.missing("no_source"));
    }

    /** The last day whose stock is known. */
    Optional<LocalDate> stockDay(Store store, Period.Now now) {
        return warehouse.coverages().of(store.id()).getOrDefault("stock_day", List.of()).stream()
                .map(Days::to)
                .filter(day -> !day.isAfter(now.today()))
                .max(LocalDate::compareTo);
    }

    /** Stock at the end of a day, by the values of dimensions joined by a unit separator. */
    Map<String, Map<String, MetricValue>> stock(
            Store store, List<String> by, Map<String, String> where, LocalDate day) {
        Map<String, Map<String, MetricValue>> stock = new HashMap<>();
        Question question =
                new Question(List.of("stock_on_hand", "variants_out"), by, Days.only(day), where);
        for (Answer.Row row : metrics.answer(store, question).rows()) {
            stock.put(
                    String.join("\u001f", by.stream().map(row.keys()::get).toList()), row.values());
        }
        return stock;
    }

    private Map<String, List<Missing>> missing(Store store, @Nullable LocalDate day) {
        Map<String, List<Missing>> missing = new HashMap<>();
        if (day != null) {
            warehouse
                    .assortment()
                    .missing(store.id(), day, MOST_MISSING)
                    .forEach(one ->
                            missing.computeIfAbsent(one.product(), any -> new ArrayList<>())
                                    .add(one));
        }
        return missing;
    }
}

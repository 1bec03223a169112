package app.rotina.web;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.warehouse.Measure.Aggregate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a platform reports of a product by itself: never of several days or products together. */
@Component
class ProductReported {
    private final Metrics metrics;
    private final List<Metric> reported;

    ProductReported(Metrics metrics, Catalog catalog) {
        this.metrics = metrics;
        this.reported = catalog.all().stream().filter(ProductReported::isReported).toList();
    }

    /** All there is of one day. */
    record Of(String day, List<ProductsPage.Fact> facts) {}

    /** The last of the days with any; empty: there is none. */
    Optional<Of> last(Screen screen, Days days, Map<String, String> where) {
        List<String> ids = reported.stream().map(Metric::id).toList();
        Question question = new Question(ids, List.of("day"), days, where);
        return metrics.rows(screen.store(), question).reversed().stream()
                .filter(row -> !facts(screen, row).isEmpty())
                .findFirst()
                .map(row -> new Of(day(screen, row), facts(screen, row)));
    }

    private static boolean isReported(Metric metric) {
        return metric.measure() != null
                && metric.measure().aggregate() == Aggregate.REPORTED
                && metric.measure().from().equals("product_day");
    }

    private static String day(Screen screen, Answer.Row row) {
        return screen.words().day(LocalDate.parse(row.keys().getOrDefault("day", "")));
    }

    private List<ProductsPage.Fact> facts(Screen screen, Answer.Row row) {
        return reported.stream()
                .filter(each -> value(row, each).known().isPresent())
                .map(each -> fact(screen, each, value(row, each)))
                .toList();
    }

    private static MetricValue value(Answer.Row row, Metric metric) {
        return row.values().getOrDefault(metric.id(), MetricValue.missing("no_source"));
    }

    private static ProductsPage.Fact fact(Screen screen, Metric metric, MetricValue value) {
        return new ProductsPage.Fact(
                metric.label(screen.words().texts()),
                metric.about(screen.words().texts()),
                screen.figures().value(value, metric.unit()));
    }
}

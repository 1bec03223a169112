package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Drill;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.state.Role;
import app.rotina.state.StoreSettings;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about a store's metrics, and the rows behind a figure. */
@RestController
class FiguresApi {
    private static final int PAGE = 1000;
    private static final int MOST_ROWS = 10_000;

    private final Catalog catalog;
    private final Metrics metrics;
    private final Drill drill;
    private final StoreSettings settings;

    FiguresApi(Catalog catalog, Metrics metrics, Drill drill, StoreSettings settings) {
        this.catalog = catalog;
        this.metrics = metrics;
        this.drill = drill;
        this.settings = settings;
    }

    /**
     * A metric as people see it.
     *
     * @param internal it only serves other metrics; no list shows it
     */
    record MetricCard(
            String id,
            String unit,
            boolean internal,
            boolean upIsGood,
            String label,
            String about) {}

    /**
     * The answer to a question: flat rows with the keys and metrics that were asked for; {@code
     * missing} in a row gives the reason of each null.
     */
    record AnswerCard(
            String currency,
            List<Map<String, @Nullable Object>> rows,
            Map<String, @Nullable Object> total) {}

    /** A page of the rows behind a figure, and the count and sum of all of them. */
    record RowsCard(
            String currency,
            String metric,
            long count,
            @Nullable Object total,
            List<Map<String, @Nullable String>> rows) {}

    /** A question as query parameters; metrics and days are needed. */
    record Asking(
            @Nullable List<String> metrics,
            @Nullable List<String> by,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        Days days() {
            return new Days(needed("from", from), needed("to", to));
        }
    }

    /** Which rows, as query parameters; 1000 from the first where nothing is said. */
    record RowsAsking(
            @Nullable String metric,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Integer limit,
            @Nullable Integer offset) {
        Days days() {
            return new Days(needed("from", from), needed("to", to));
        }
    }

    @GetMapping("/api/metrics")
    @Access(Role.VIEWER)
    List<MetricCard> list(Locale locale) {
        Texts texts = Texts.of(locale);
        return catalog.all().stream().map(metric -> card(metric, texts)).toList();
    }

    @GetMapping("/api/stores/{store}/query")
    @Access(Role.VIEWER)
    AnswerCard query(
            Store store, Asking asking, @RequestParam MultiValueMap<String, String> where) {
        Answer answer =
                metrics.answer(
                        store,
                        new Question(
                                        needed("metrics", asking.metrics()),
                                        asking.by() == null ? List.of() : asking.by(),
                                        asking.days(),
                                        conditions(where))
                                .weeksFrom(settings.weekStart(store.id())));
        Figures figures = new Figures(catalog, store.currency());
        return new AnswerCard(
                store.currency().getCurrencyCode(),
                answer.rows().stream().map(row -> figures.row(row.keys(), row.values())).toList(),
                figures.row(Map.of(), answer.total()));
    }

    @GetMapping("/api/stores/{store}/rows")
    @Access(Role.VIEWER)
    RowsCard rows(
            Store store, RowsAsking asking, @RequestParam MultiValueMap<String, String> where) {
        String metric = needed("metric", asking.metric());
        Drill.Page page = drill.rows(store, wish(metric, asking, conditions(where)));
        Figures figures = new Figures(catalog, store.currency());
        return new RowsCard(
                store.currency().getCurrencyCode(),
                metric,
                page.count(),
                figures.of(metric, page.total()),
                page.rows());
    }

    private static Drill.Wish wish(String metric, RowsAsking asking, Map<String, String> where) {
        int limit = asking.limit() == null ? PAGE : asking.limit();
        int offset = asking.offset() == null ? 0 : asking.offset();
        if (limit < 1 || limit > MOST_ROWS || offset < 0) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "limit " + limit);
        }
        return new Drill.Wish(metric, asking.days(), where, limit, offset);
    }

    private static <T> T needed(String name, @Nullable T value) {
        if (value == null) {
            throw new RotinaException(Problem.BAD_ARGUMENT, name);
        }
        return value;
    }

    /** From parameters such as {@code where=country=France}; a value may hold commas. */
    private static Map<String, String> conditions(MultiValueMap<String, String> parameters) {
        Map<String, String> conditions = new LinkedHashMap<>();
        for (String one : parameters.getOrDefault("where", List.of())) {
            int at = one.indexOf('=');
            if (at < 1) {
                throw new RotinaException(Problem.BAD_ARGUMENT, "where " + one);
            }
            conditions.put(one.substring(0, at).strip(), one.substring(at + 1));
        }
        return conditions;
    }

    private static MetricCard card(Metric metric, Texts texts) {
        return new MetricCard(
                metric.id(),
                metric.unit().id(),
                metric.internal(),
                metric.upIsGood(),
                metric.label(texts),
                metric.about(texts));
    }
}

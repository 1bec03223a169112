package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.kernel.Days;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metrics;
import app.rotina.state.Role;
import app.rotina.warehouse.Measures;
import app.rotina.web.Breakdown.Line;
import app.rotina.web.Breakdown.Lines;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One metric: what it means, how it went, against its goal and what happened, and its parts. */
@Controller
class MetricPage {
    private static final int MOST_PARTS = 15;

    private final Catalog catalog;
    private final Metrics metrics;
    private final Periods periods;
    private final Breakdown breakdown;
    private final GoalLine goals;
    private final Marks marks;
    private final Frames frames;

    MetricPage(
            Catalog catalog,
            Metrics metrics,
            Periods periods,
            Breakdown breakdown,
            GoalLine goals,
            Marks marks,
            Frames frames) {
        this.catalog = catalog;
        this.metrics = metrics;
        this.periods = periods;
        this.breakdown = breakdown;
        this.goals = goals;
        this.marks = marks;
        this.frames = frames;
    }

    /**
     * The page.
     *
     * @param change absence: nothing is compared
     * @param parts absence: it is not known by any dimension
     */
    record View(
            PeriodBar bar,
            Meaning meaning,
            Shown value,
            String rows,
            @Nullable SpanChange change,
            Trend trend,
            List<PeriodBar.Link> dimensions,
            @Nullable LinesTable parts) {}

    @GetMapping("/s/{store}/metric/{id}")
    @Access(Role.VIEWER)
    ModelAndView show(
            Screen screen,
            Store store,
            Period.AskedSpan asked,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String by) {
        Metric metric = catalog.of(id);
        Period period = periods.of(store, asked);
        List<String> dimensions = dimensions(store, metric);
        String dimension =
                dimensions.contains(by) ? by : dimensions.isEmpty() ? "" : dimensions.getFirst();
        Line whole = breakdown.whole(store, metric.id(), period);
        Map<String, String> kept = by.isEmpty() ? Map.of() : Map.of("by", dimension);
        return screen.show(
                "metric",
                new View(
                        PeriodBar.of(screen, period, frames.of(screen, id), "/metric/" + id, kept),
                        Meaning.of(metric, catalog, screen),
                        screen.figures().value(whole.now(id), metric.unit()),
                        screen.address("/rows?metric=" + id + period.rows()),
                        period.before() == null
                                ? null
                                : SpanChange.of(
                                        whole.now(id), whole.before(id), metric, screen.figures()),
                        trend(screen, period, metric, whole),
                        links(screen, period, metric, dimensions, dimension),
                        dimension.isEmpty() ? null : parts(screen, period, metric, dimension)));
    }

    private List<String> dimensions(Store store, Metric metric) {
        return Measures.DIMENSIONS.stream()
                .filter(each -> metrics.has(store, metric.id(), each))
                .toList();
    }

    private static List<PeriodBar.Link> links(
            Screen screen, Period period, Metric metric, List<String> dimensions, String chosen) {
        return dimensions.stream()
                .map(each ->
                        new PeriodBar.Link(
                                each,
                                "",
                                screen.words().sayOr("dimension." + each, each),
                                screen.address(
                                        "/metric/"
                                                + metric.id()
                                                + "?by="
                                                + each
                                                + "&"
                                                + period.query()
                                                + "#parts"),
                                each.equals(chosen)))
                .toList();
    }

    private Trend trend(Screen screen, Period period, Metric metric, Line whole) {
        Store store = screen.store();
        List<Days> points = period.buckets().stream().map(Period.Bucket::days).toList();
        return Trend.of(
                new Trend.Drawn(
                        metric,
                        period,
                        breakdown.along(store, metric.id(), period, Map.of()),
                        goals.of(store, period.days()).of(metric.id(), null, points),
                        marks.of(screen, period, metric),
                        Map.of()),
                Summary.of(whole, metric, period, screen.figures()),
                screen.figures());
    }

    private LinesTable parts(Screen screen, Period period, Metric metric, String dimension) {
        Lines lines =
                breakdown.by(screen.store(), List.of(metric.id()), dimension, period, Map.of());
        return LinesTable.of(
                lines,
                LinesTable.Style.plain(screen, period, Map.of(), MOST_PARTS),
                screen.words().sayOr("dimension." + dimension, dimension));
    }
}

package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.goals.CalendarEvent.Kind;
import app.rotina.goals.EventDays;
import app.rotina.kernel.Days;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metrics;
import app.rotina.state.Notes;
import app.rotina.state.Role;
import app.rotina.warehouse.Measures;
import app.rotina.web.Breakdown.Line;
import app.rotina.web.Breakdown.Lines;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private static final int MOST_MARKS = 60;

    private final Catalog catalog;
    private final Metrics metrics;
    private final Periods periods;
    private final Breakdown breakdown;
    private final GoalLine goals;
    private final Notes notes;

    MetricPage(
            Catalog catalog,
            Metrics metrics,
            Periods periods,
            Breakdown breakdown,
            GoalLine goals,
            Notes notes) {
        this.catalog = catalog;
        this.metrics = metrics;
        this.periods = periods;
        this.breakdown = breakdown;
        this.goals = goals;
        this.notes = notes;
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
                        PeriodBar.of(screen, period, catalog, "/metric/" + id, kept),
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
                        marks(screen, period, metric),
                        Map.of()),
                Summary.of(whole, metric, period, screen.figures()),
                screen.figures());
    }

    /** What was noted, and the calendar's events, at the points they belong to. */
    private List<Trend.Mark> marks(Screen screen, Period period, Metric metric) {
        Map<LocalDate, List<String>> texts = new TreeMap<>();
        Map<LocalDate, String> paths = new HashMap<>();
        for (EventDays each : events(period)) {
            LocalDate first = each.days().from();
            LocalDate day = first.isBefore(period.days().from()) ? period.days().from() : first;
            texts.computeIfAbsent(day, any -> new ArrayList<>())
                    .add(screen.say(each.event().textKey()));
            paths.putIfAbsent(day, MonthView.beside(metric, each.days()));
        }
        Days days = period.days();
        notes.between(screen.store().id(), days.from(), days.to())
                .forEach(note ->
                        texts.computeIfAbsent(note.day(), any -> new ArrayList<>())
                                .add(note.text()));
        Plot plot = Plot.over(period.buckets().size(), List.of());
        return texts.entrySet().stream()
                .limit(MOST_MARKS)
                .map(each ->
                        new Trend.Mark(
                                plot.x(at(period, each.getKey())),
                                screen.words().shortDay(each.getKey()),
                                screen.words().list(each.getValue()),
                                paths.get(each.getKey())))
                .sorted(Comparator.comparing(Trend.Mark::at))
                .toList();
    }

    /** The events that can be told from ordinary days at this grain; wages alone never. */
    private static List<EventDays> events(Period period) {
        BigDecimal least =
                switch (period.grain()) {
                    case DAY -> BigDecimal.ZERO;
                    case WEEK -> new BigDecimal("0.20");
                    case MONTH -> new BigDecimal("0.35");
                };
        return period.now().calendar().in(period.days()).stream()
                .filter(each -> each.event().kind() != Kind.PAYDAY)
                .filter(each ->
                        each.event().prior().subtract(BigDecimal.ONE).abs().compareTo(least) >= 0)
                .toList();
    }

    private static int at(Period period, LocalDate day) {
        List<Period.Bucket> buckets = period.buckets();
        for (int at = 0; at < buckets.size(); at++) {
            if (buckets.get(at).days().contains(day)) {
                return at;
            }
        }
        return 0;
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

package app.rotina.web;

import app.rotina.access.Access;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Store.DriverIdentity;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.state.Role;
import app.rotina.web.Breakdown.Line;
import app.rotina.web.Breakdown.Lines;
import app.rotina.web.Breakdown.Wanted;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a span's revenue came from: every order channel and every marketing channel. */
@Controller
class ChannelsPage implements Page {
    static final List<String> DIMENSIONS = List.of("channel", "marketing_channel");
    private static final int MOST_LINES = 40;
    private static final int MOST_CURVES = 8;
    private static final int MOST_PARTS = 12;

    private final Catalog catalog;
    private final Periods periods;
    private final Breakdown breakdown;
    private final GoalLine goals;
    private final Marks marks;
    private final Frames frames;

    ChannelsPage(
            Catalog catalog,
            Periods periods,
            Breakdown breakdown,
            GoalLine goals,
            Marks marks,
            Frames frames) {
        this.marks = marks;
        this.frames = frames;
        this.catalog = catalog;
        this.periods = periods;
        this.breakdown = breakdown;
        this.goals = goals;
    }

    /**
     * The page.
     *
     * @param curves of the order channels, each on its own scale
     */
    record View(PeriodBar bar, List<LinesTable> tables, List<Curve> curves) {}

    /** One channel along the span. */
    record Curve(String name, String address, Trend trend) {}

    /** One channel: along the span, and what it is made of. */
    record One(
            PeriodBar bar, String name, LinesTable figures, Trend trend, List<LinesTable> parts) {}

    @Override
    public Entry entry() {
        return new Entry(Group.CLOSER, 10, "channels", "/channels", Role.VIEWER);
    }

    static List<String> figures(Store store) {
        String basis = store.basis().metric();
        return store.identity() == DriverIdentity.SESSIONS_CONVERSION_TICKET
                ? List.of(
                        basis,
                        "orders",
                        "average_order_value",
                        "sessions",
                        "conversion_rate",
                        "ad_spend",
                        "blended_roas")
                : List.of(
                        basis,
                        "buyers",
                        "spend_per_buyer",
                        "visitors",
                        "buyer_conversion_rate",
                        "ad_spend",
                        "blended_roas");
    }

    @GetMapping("/s/{store}/channels")
    @Access(Role.VIEWER)
    ModelAndView show(Screen screen, Store store, Period.AskedSpan asked) {
        Period period = periods.of(store, asked);
        GoalLine.Known known = goals.of(store, period.days());
        Map<String, List<MetricValue>> series =
                breakdown.alongBy(store, store.basis().metric(), period, "channel");
        List<Wanted> wanted =
                DIMENSIONS.stream().map(each -> new Wanted(figures(store), each)).toList();
        return screen.show(
                "channel_list",
                new View(
                        PeriodBar.of(screen, period, frames.of(screen), "/channels", Map.of()),
                        breakdown.by(store, wanted, period, Map.of()).stream()
                                .map(each -> table(screen, period, each, series, known))
                                .toList(),
                        curves(screen, period, series, known)));
    }

    private LinesTable table(
            Screen screen,
            Period period,
            Lines lines,
            Map<String, List<MetricValue>> series,
            GoalLine.Known known) {
        String dimension = lines.dimension();
        boolean orders = dimension.equals("channel");
        return LinesTable.of(
                lines,
                new LinesTable.Style(
                        screen,
                        period,
                        Map.of(),
                        MOST_LINES,
                        line -> address(screen, dimension, line.value(), period),
                        line -> orders ? goal(screen, period, line, known) : null,
                        line ->
                                orders && series.containsKey(line.value())
                                        ? Spark.of(series.getOrDefault(line.value(), List.of()))
                                        : null),
                screen.say("explore.by." + dimension));
    }

    private static void requireChannels(String by) {
        if (!DIMENSIONS.contains(by)) {
            throw new RotinaException(Problem.UNKNOWN_DIMENSION, by, String.join(", ", DIMENSIONS));
        }
    }

    static String address(Screen screen, String dimension, String value, Period period) {
        return screen.address(
                "/channels/one?by="
                        + dimension
                        + "&value="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8)
                        + "&"
                        + period.query());
    }

    /** How much of a channel's own goal of the span is there. */
    private @Nullable String goal(Screen screen, Period period, Line line, GoalLine.Known known) {
        Metric metric = catalog.of(screen.store().basis().metric());
        return known.target(metric.id(), line.value(), period.days())
                .known()
                .map(goal ->
                        screen.say(
                                "explore.goal",
                                screen.figures().text(goal, metric.unit()),
                                screen.figures()
                                        .difference(
                                                line.now(metric.id())
                                                        .known()
                                                        .map(now -> now.subtract(goal))
                                                        .map(MetricValue::known)
                                                        .orElse(MetricValue.missing("no_source")),
                                                metric)
                                        .text()))
                .orElse(null);
    }

    private List<Curve> curves(
            Screen screen,
            Period period,
            Map<String, List<MetricValue>> series,
            GoalLine.Known known) {
        Metric metric = catalog.of(screen.store().basis().metric());
        return series.entrySet().stream()
                .limit(MOST_CURVES)
                .map(each -> {
                    String name = screen.words().texts().value("channel", each.getKey());
                    Trend.Drawn drawn =
                            new Trend.Drawn(
                                    metric,
                                    period,
                                    new Breakdown.Series(each.getValue(), List.of()),
                                    known.of(metric.id(), each.getKey(), points(period)),
                                    List.of(),
                                    Map.of("channel", each.getKey()));
                    return new Curve(
                            name,
                            address(screen, "channel", each.getKey(), period),
                            Trend.of(drawn, name, screen.figures()));
                })
                .toList();
    }

    private static List<Days> points(Period period) {
        return period.buckets().stream().map(Period.Bucket::days).toList();
    }

    @GetMapping("/s/{store}/channels/one")
    @Access(Role.VIEWER)
    ModelAndView one(
            Screen screen,
            Store store,
            Period.AskedSpan asked,
            @RequestParam(defaultValue = "channel") String by,
            @RequestParam(defaultValue = "site") String value) {
        requireChannels(by);
        Period period = periods.of(store, asked);
        Map<String, String> where = Map.of(by, value);
        String name = screen.words().texts().value(by, value);
        List<Lines> parts = breakdown.by(store, parts(store, by), period, where);
        Lines figures = parts.getFirst();
        return screen.show(
                "channel_one",
                new One(
                        PeriodBar.of(
                                screen,
                                period,
                                frames.of(screen),
                                "/channels/one",
                                new TreeMap<>(Map.of("by", by, "value", value))),
                        name,
                        LinesTable.of(
                                figures, LinesTable.Style.plain(screen, period, where, 1), name),
                        trend(screen, period, figures, where),
                        parts.stream()
                                .skip(1)
                                .map(each -> parts(screen, period, each, where))
                                .toList()));
    }

    /** The channel itself, and what it is made of. */
    private static List<Wanted> parts(Store store, String by) {
        String basis = store.basis().metric();
        return List.of(
                new Wanted(figures(store), by),
                new Wanted(List.of(basis, "units"), "product"),
                new Wanted(List.of(basis, "orders"), "payment_method"),
                new Wanted(List.of(basis, "orders"), "customer_kind"));
    }

    private Trend trend(Screen screen, Period period, Lines figures, Map<String, String> where) {
        Store store = screen.store();
        Metric metric = figures.first();
        @Nullable String channel = where.get("channel");
        List<MetricValue> targets =
                channel == null
                        ? List.of()
                        : goals.of(store, period.days()).of(metric.id(), channel, points(period));
        return Trend.of(
                new Trend.Drawn(
                        metric,
                        period,
                        breakdown.along(store, metric.id(), period, where),
                        targets,
                        marks.of(screen, period, metric),
                        where),
                Summary.of(figures.total(), metric, period, screen.figures()),
                screen.figures());
    }

    private static LinesTable parts(
            Screen screen, Period period, Lines lines, Map<String, String> where) {
        return LinesTable.of(
                lines,
                LinesTable.Style.plain(screen, period, where, MOST_PARTS),
                screen.say("explore.by." + lines.dimension()));
    }
}

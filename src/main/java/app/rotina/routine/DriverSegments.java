package app.rotina.routine;

import app.rotina.insight.DimensionSplit;
import app.rotina.kernel.Store;
import app.rotina.metrics.Metrics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What drivers are made of, by segment; asked for once, when a first figure is needed. */
final class DriverSegments {
    static final List<String> OF_TRAFFIC = List.of("channel", "marketing_channel", "device");
    private static final List<String> OF_TALKS = List.of("channel");
    private static final List<String> OF_LINES = List.of("channel", "product");
    private static final List<String> OF_PAYMENT = List.of("channel", "payment_method");

    private static final Map<List<String>, List<String>> FIGURES =
            Map.of(
                    OF_TRAFFIC, List.of("site_visits", "tracked_orders"),
                    OF_TALKS, List.of("conversations"),
                    OF_LINES, List.of("tracked_revenue", "units"),
                    OF_PAYMENT, List.of("tracked_same_day_orders", "tracked_orders"));

    private final Metrics metrics;
    private final Store store;
    private final Comparison days;
    private final Map<List<String>, Map<String, Segments>> known = new HashMap<>();

    DriverSegments(Metrics metrics, Store store, Comparison days) {
        this.metrics = metrics;
        this.store = store;
        this.days = days;
    }

    /** A figure of the order lines. */
    Segments line(String metric) {
        return of(metric, OF_LINES);
    }

    /** Orders by how they are paid: all, or those that counted on the same day. */
    Segments payment(String metric) {
        return of(metric, OF_PAYMENT);
    }

    /** Visits, and conversations, of which only the channel is known. */
    Segments traffic() {
        return visits().plus(conversations());
    }

    /** The orders of that traffic, as far apart as their traffic is. */
    Segments orders() {
        Set<String> talking = conversations().values("channel");
        talking.removeAll(visits().values("channel"));
        return of("tracked_orders", OF_TRAFFIC)
                .over(
                        OF_TRAFFIC,
                        values ->
                                talking.contains(values.getFirst())
                                        ? onlyChannel(values.getFirst())
                                        : values);
    }

    private Segments visits() {
        return of("site_visits", OF_TRAFFIC);
    }

    private Segments conversations() {
        return of("conversations", OF_TALKS)
                .over(OF_TRAFFIC, values -> onlyChannel(values.getFirst()));
    }

    private Segments of(String metric, List<String> by) {
        if (known.isEmpty()) {
            days.ask(metrics, store, FIGURES, true)
                    .forEach((dimensions, answers) ->
                            answers.forEach((id, each) ->
                                    known.computeIfAbsent(dimensions, any -> new HashMap<>())
                                            .put(id, Segments.of(each))));
        }
        return known.getOrDefault(by, Map.of()).getOrDefault(metric, new Segments(by, Map.of()));
    }

    private static List<String> onlyChannel(String channel) {
        return List.of(channel, DimensionSplit.NOT_SET, DimensionSplit.NOT_SET);
    }
}

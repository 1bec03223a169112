package app.rotina.routine;

import app.rotina.insight.DimensionSplit;
import app.rotina.kernel.Store;
import app.rotina.metrics.Metrics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What drivers are made of, by segment; each figure is asked for when it is needed, and once. */
final class DriverSegments {
    static final List<String> OF_TRAFFIC = List.of("channel", "marketing_channel", "device");
    private static final List<String> OF_LINES = List.of("channel", "product");
    private static final List<String> LINES = List.of("tracked_revenue", "units");
    private static final List<String> OF_PAYMENT = List.of("channel", "payment_method");
    private static final List<String> PAYMENTS =
            List.of("tracked_same_day_orders", "tracked_orders");

    private final Metrics metrics;
    private final Store store;
    private final Comparison days;
    private final Map<String, Segments> lines = new TreeMap<>();
    private final Map<String, Segments> payments = new TreeMap<>();
    private @Nullable Segments visits;
    private @Nullable Segments conversations;

    DriverSegments(Metrics metrics, Store store, Comparison days) {
        this.metrics = metrics;
        this.store = store;
        this.days = days;
    }

    /** A figure of the order lines. */
    Segments line(String metric) {
        if (lines.isEmpty()) {
            lines.putAll(ask(LINES, OF_LINES));
        }
        return lines.getOrDefault(metric, new Segments(OF_LINES, Map.of()));
    }

    /** Orders by how they are paid: all, or those that counted on the same day. */
    Segments payment(String metric) {
        if (payments.isEmpty()) {
            payments.putAll(ask(PAYMENTS, OF_PAYMENT));
        }
        return payments.getOrDefault(metric, new Segments(OF_PAYMENT, Map.of()));
    }

    /** Visits, and conversations, of which only the channel is known. */
    Segments traffic() {
        return visits().plus(conversations());
    }

    /** The orders of that traffic, as far apart as their traffic is. */
    Segments orders() {
        Set<String> talking = conversations().values("channel");
        talking.removeAll(visits().values("channel"));
        return ask("tracked_orders", OF_TRAFFIC)
                .over(
                        OF_TRAFFIC,
                        values ->
                                talking.contains(values.getFirst())
                                        ? onlyChannel(values.getFirst())
                                        : values);
    }

    private Segments visits() {
        if (visits == null) {
            visits = ask("site_visits", OF_TRAFFIC);
        }
        return visits;
    }

    private Segments conversations() {
        if (conversations == null) {
            conversations =
                    ask("conversations", List.of("channel"))
                            .over(OF_TRAFFIC, values -> onlyChannel(values.getFirst()));
        }
        return conversations;
    }

    private Segments ask(String metric, List<String> by) {
        return ask(List.of(metric), by).getOrDefault(metric, new Segments(by, Map.of()));
    }

    private Map<String, Segments> ask(List<String> ids, List<String> by) {
        Map<String, Segments> all = new TreeMap<>();
        days.ask(metrics, store, ids, by, true)
                .forEach((id, each) -> all.put(id, Segments.of(each)));
        return all;
    }

    private static List<String> onlyChannel(String channel) {
        return List.of(channel, DimensionSplit.NOT_SET, DimensionSplit.NOT_SET);
    }
}

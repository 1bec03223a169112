package app.rotina.routine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What truly went wrong in a sample store, and what of it a close can be asked for. */
record IncidentTruth(SampleShop shop) {

    /**
     * The driver that an incident moves.
     *
     * @param up the measure that stands above in the driver's quotient
     * @param below the one below it; absence: the driver is a count
     */
    record Driver(String metric, Measure up, Optional<Measure> below) {}

    /** A figure as the close's tracked channels have it, and as the truth counts its loss. */
    record Measure(String metric, String lost) {}

    /** A value of a dimension that holds all that an incident costs. */
    record Segment(String dimension, String value) {}

    private static final Measure SESSIONS = new Measure("sessions", "sessions");
    private static final Measure ORDERS = new Measure("tracked_orders", "orders");
    private static final Measure PLACED = new Measure("tracked_revenue", "placed_revenue");
    private static final Measure SAME_DAY =
            new Measure("tracked_same_day_revenue", "approved_revenue");

    List<String> ids() {
        return shop.truth
                .path("incidents")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
    }

    String kind(String id) {
        return shop.incident(id).path("kind").asString();
    }

    String segment(String id, String dimension) {
        return shop.incident(id).path("segment").path(dimension).asString();
    }

    /** The days on which it happened, without those on which its consequences came in. */
    List<LocalDate> days(String id) {
        LocalDate to = LocalDate.parse(shop.incident(id).path("to").asString());
        return shop.incident(id)
                .path("days")
                .valueStream()
                .map(day -> LocalDate.parse(day.path("date").asString()))
                .filter(day -> !day.isAfter(to))
                .toList();
    }

    /** All days on which something happened. */
    Set<LocalDate> days() {
        Set<LocalDate> all = new TreeSet<>();
        ids().forEach(id -> all.addAll(days(id)));
        return all;
    }

    Optional<Driver> driver(String id) {
        return switch (kind(id)) {
            case "hero_size_sold_out" -> Optional.empty(); // some orders fewer, some smaller
            case "chat_answered_late", "mobile_checkout_broken" ->
                    Optional.of(new Driver("conversion_rate", ORDERS, Optional.of(SESSIONS)));
            case "ad_account_paused" ->
                    Optional.of(new Driver("sessions", SESSIONS, Optional.empty()));
            case "gateway_declining" ->
                    Optional.of(new Driver("approval_rate", SAME_DAY, Optional.of(PLACED)));
            case "price_mistake" ->
                    Optional.of(new Driver("average_order_value", PLACED, Optional.of(ORDERS)));
            default -> throw new AssertionError("no driver for " + kind(id));
        };
    }

    List<Segment> segments(String id) {
        return switch (kind(id)) {
            case "hero_size_sold_out" -> List.of(segmentOf(id, "product"), segmentOf(id, "size"));
            case "chat_answered_late" -> List.of(segmentOf(id, "channel"));
            case "ad_account_paused" -> List.of(segmentOf(id, "marketing_channel"));
            case "gateway_declining" -> List.of(segmentOf(id, "payment_method"));
            case "mobile_checkout_broken" -> List.of(segmentOf(id, "device"));
            case "price_mistake" -> List.of(); // it costs margin, and brings orders
            default -> throw new AssertionError("no segment for " + kind(id));
        };
    }

    /**
     * Whether a segment is the incident's, as far as orders can tell: of its own values at least
     * one, no other value of their dimensions, and perhaps finer.
     */
    boolean isAbout(String id, Map<String, String> where) {
        JsonNode own = shop.incident(id).path("segment");
        return where.keySet().stream().anyMatch(own::has)
                && where.entrySet().stream()
                        .filter(each -> own.has(each.getKey()))
                        .allMatch(
                                each -> own.path(each.getKey()).asString().equals(each.getValue()))
                && segments(id).stream().allMatch(each -> where.containsKey(each.dimension()));
    }

    /** Net revenue that the day lost. */
    double lost(String id, LocalDate day) {
        return lost(id, day, "net_revenue");
    }

    /**
     * What the driver's move alone made of the day's revenue: its part of the change from the day
     * without the incident to the day as it was, by the logarithmic mean.
     */
    double money(String id, Driver driver, LocalDate day) {
        double with = value(SAME_DAY, day);
        double without = with + lost(id, day, SAME_DAY.lost());
        double mean = with == without ? with : (with - without) / Math.log(with / without);
        double move = move(id, driver.up(), day);
        return mean * (move - driver.below().map(below -> move(id, below, day)).orElse(0.0));
    }

    private double move(String id, Measure measure, LocalDate day) {
        double with = value(measure, day);
        return Math.log(with / (with + lost(id, day, measure.lost())));
    }

    private double value(Measure measure, LocalDate day) {
        return Double.parseDouble(shop.store.value(measure.metric(), day.toString()));
    }

    double lost(String id, LocalDate day, String measure) {
        return shop.incident(id)
                .path("days")
                .valueStream()
                .filter(one -> one.path("date").asString().equals(day.toString()))
                .map(one -> new BigDecimal(one.path(measure).asString()).doubleValue())
                .findFirst()
                .orElse(0.0);
    }

    private Segment segmentOf(String id, String dimension) {
        return new Segment(dimension, segment(id, dimension));
    }
}

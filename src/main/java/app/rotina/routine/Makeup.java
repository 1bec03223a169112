package app.rotina.routine;

import app.rotina.goals.DriverModel;
import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Daily;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a day's revenue was made of, or the mean of some days', in money and counts.
 *
 * @param known false: the orders are not known
 * @param traffic of the channels whose traffic is counted; null: not known
 * @param count orders, or buyers, of that traffic
 * @param placed their revenue by the day placed
 * @param sameDay what of it counts on the same day
 * @param otherOrders orders of channels without traffic
 * @param late approvals of orders of earlier days
 */
record Makeup(
        boolean known,
        @Nullable BigDecimal traffic,
        BigDecimal count,
        BigDecimal placed,
        BigDecimal sameDay,
        BigDecimal otherOrders,
        BigDecimal otherPlaced,
        BigDecimal otherSameDay,
        BigDecimal late,
        BigDecimal refunds) {
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    /** The metrics that it is made of. */
    static final List<String> NEEDED =
            List.of(
                    "sessions",
                    "tracked_orders",
                    "tracked_revenue",
                    "tracked_same_day_revenue",
                    "other_orders",
                    "other_revenue",
                    "other_same_day_revenue",
                    "late_approvals",
                    "refunds",
                    "orders",
                    "visitors",
                    "buyers",
                    "recognised_revenue");

    /** By the terms of a driver identity. */
    static Makeup of(DriverModel model, Daily daily, List<LocalDate> days) {
        Map<String, MetricValue> means = new HashMap<>();
        NEEDED.forEach(metric -> means.put(metric, daily.mean(days, metric)));
        return model.count().equals("buyers") ? ofBuyers(means) : ofOrders(means);
    }

    private static Makeup ofOrders(Map<String, MetricValue> means) {
        return new Makeup(
                known(means, "orders"),
                traffic(means, "sessions"),
                value(means, "tracked_orders"),
                value(means, "tracked_revenue"),
                value(means, "tracked_same_day_revenue"),
                value(means, "other_orders"),
                value(means, "other_revenue"),
                value(means, "other_same_day_revenue"),
                value(means, "late_approvals"),
                value(means, "refunds"));
    }

    /** What buyers paid on the day, whenever they ordered. */
    private static Makeup ofBuyers(Map<String, MetricValue> means) {
        BigDecimal paid = value(means, "recognised_revenue");
        return new Makeup(
                known(means, "buyers"),
                traffic(means, "visitors"),
                value(means, "buyers"),
                paid,
                paid,
                ZERO,
                ZERO,
                ZERO,
                ZERO,
                value(means, "refunds"));
    }

    private static @Nullable BigDecimal traffic(Map<String, MetricValue> means, String metric) {
        return value(means, metric).signum() > 0 ? value(means, metric) : null;
    }

    private static boolean known(Map<String, MetricValue> means, String metric) {
        return means.getOrDefault(metric, MetricValue.missing("")).known().isPresent();
    }

    private static BigDecimal value(Map<String, MetricValue> means, String metric) {
        return means.getOrDefault(metric, MetricValue.missing("")).known().orElse(ZERO);
    }

    BigDecimal revenue(String goalMetric) {
        return switch (goalMetric) {
            case "placed_revenue" -> placed.add(otherPlaced);
            case "approved_revenue" -> sameDay.add(otherSameDay).add(late);
            default -> sameDay.add(otherSameDay).add(late).subtract(refunds);
        };
    }

    /** Of several days; traffic is known where it is known of each. */
    Makeup plus(Makeup other) {
        return new Makeup(
                known && other.known,
                traffic == null || other.traffic == null ? null : traffic.add(other.traffic),
                count.add(other.count),
                placed.add(other.placed),
                sameDay.add(other.sameDay),
                otherOrders.add(other.otherOrders),
                otherPlaced.add(other.otherPlaced),
                otherSameDay.add(other.otherSameDay),
                late.add(other.late),
                refunds.add(other.refunds));
    }

    /** The same with all orders taken together, for days whose traffic is not known. */
    Makeup untracked() {
        return new Makeup(
                known,
                null,
                ZERO,
                ZERO,
                ZERO,
                count.add(otherOrders),
                placed.add(otherPlaced),
                sameDay.add(otherSameDay),
                late,
                refunds);
    }
}

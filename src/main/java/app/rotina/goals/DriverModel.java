package app.rotina.goals;

import app.rotina.kernel.Store.DriverIdentity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metrics that multiply to revenue: traffic × rate = count, and count × value (× approval) =
 * revenue.
 *
 * @param approval null where the goal is on placed revenue or the identity has no approval
 * @param derived the one that follows from the others
 */
public record DriverModel(
        String traffic,
        String rate,
        String count,
        String value,
        @Nullable String approval,
        String derived) {

    /** The store's identity with its conversion derived. */
    public static DriverModel of(DriverIdentity identity, boolean onApprovedRevenue) {
        return switch (identity) {
            case SESSIONS_CONVERSION_TICKET ->
                    new DriverModel(
                            "sessions",
                            "conversion_rate",
                            "orders",
                            "average_order_value",
                            onApprovedRevenue ? "approval_rate" : null,
                            "conversion_rate");
            case VISITORS_BUYERS_SPEND ->
                    new DriverModel(
                            "visitors",
                            "buyer_conversion_rate",
                            "buyers",
                            "spend_per_buyer",
                            null,
                            "buyer_conversion_rate");
        };
    }

    /** The same identity with another metric derived. */
    public DriverModel deriving(String metric) {
        return new DriverModel(traffic, rate, count, value, approval, metric);
    }

    /** True where goals of these metrics leave no driver that could follow from revenue. */
    public boolean fixes(Collection<String> metrics) {
        boolean all = metrics.containsAll(List.of(traffic, rate, value));
        boolean counted = metrics.containsAll(List.of(count, value));
        return all || counted || metrics.containsAll(List.of(traffic, rate, count));
    }

    /** The same identity where approval is no driver. */
    public DriverModel withoutApproval() {
        return new DriverModel(traffic, rate, count, value, null, derived);
    }

    /** The same identity where traffic is missing: the count stands for traffic × rate. */
    DriverModel withoutTraffic() {
        boolean lost = derived.equals(traffic) || derived.equals(rate);
        return lost ? deriving(count) : this;
    }

    List<String> factors(boolean withTraffic) {
        List<String> factors =
                new ArrayList<>(withTraffic ? List.of(traffic, rate) : List.of(count));
        factors.add(value);
        if (approval != null) {
            factors.add(approval);
        }
        return factors;
    }
}

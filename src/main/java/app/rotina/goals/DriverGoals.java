package app.rotina.goals;

import app.rotina.kernel.MetricValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One day's targets of the drivers, which multiply to the day's revenue target: all but one are as
 * expected, one is derived and carries what is left, with as many decimals as it takes for the
 * product to round to the target. Missing where the expectation is.
 *
 * @param derived the metric that follows from the others
 */
public record DriverGoals(Map<String, MetricValue> targets, String derived) {
    private static final int RATIO_DECIMALS = 12;
    private static final MetricValue NO_HISTORY = MetricValue.missing("no_history");
    private static final MetricValue NO_TRAFFIC = MetricValue.missing("no_traffic");

    public DriverGoals {
        targets = Map.copyOf(targets);
    }

    /** The target of a driver; missing for one that is not of the identity. */
    public MetricValue target(String metric) {
        return targets.getOrDefault(metric, NO_HISTORY);
    }

    /**
     * The targets of the model's drivers for one day.
     *
     * @param expected each driver of the model as its own goal says, else as {@link #ratio} of the
     *     same four weekdays; without traffic, the count is derived from revenue and value alone
     * @param decimals of the revenue target
     */
    public static DriverGoals of(
            BigDecimal revenue,
            DriverModel model,
            Map<String, MetricValue> expected,
            int decimals) {
        boolean withTraffic =
                isKnown(expected, model.traffic()) || model.derived().equals(model.traffic());
        DriverModel used = withTraffic ? model : model.withoutTraffic();
        Map<String, MetricValue> targets = new LinkedHashMap<>();
        List<BigDecimal> others = new ArrayList<>();
        List<String> factors = used.factors(withTraffic);
        for (String factor : factors) {
            MetricValue target = expected.getOrDefault(factor, NO_HISTORY);
            targets.put(factor, target);
            if (!factor.equals(used.derived())) {
                target.known().ifPresent(others::add);
            }
        }
        boolean complete = others.size() == factors.size() - 1;
        targets.put(used.derived(), complete ? derive(revenue, others, decimals) : NO_HISTORY);
        addImplied(targets, used, withTraffic);
        return new DriverGoals(targets, used.derived());
    }

    /** The ratio of sums over the same four weekdays; missing without a denominator. */
    public static MetricValue ratio(BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() == 0
                ? NO_HISTORY
                : MetricValue.known(
                        numerator.divide(denominator, RATIO_DECIMALS, RoundingMode.HALF_UP));
    }

    private static boolean isKnown(Map<String, MetricValue> expected, String metric) {
        return Optional.ofNullable(expected.get(metric)).flatMap(MetricValue::known).isPresent();
    }

    private static MetricValue derive(BigDecimal revenue, List<BigDecimal> others, int decimals) {
        BigDecimal product = others.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
        if (product.signum() == 0) {
            return NO_HISTORY;
        }
        // an error of half a unit in the last place, times the product, stays far below a minor
        // unit
        int integerDigits = Math.max(0, product.precision() - product.scale());
        int scale = Math.max(RATIO_DECIMALS, integerDigits + decimals + 2);
        return MetricValue.known(revenue.divide(product, scale, RoundingMode.HALF_UP));
    }

    private static void addImplied(
            Map<String, MetricValue> targets, DriverModel model, boolean withTraffic) {
        if (withTraffic) {
            Optional<BigDecimal> traffic =
                    targets.getOrDefault(model.traffic(), NO_HISTORY).known();
            Optional<BigDecimal> rate = targets.getOrDefault(model.rate(), NO_HISTORY).known();
            targets.put(
                    model.count(),
                    traffic.flatMap(t -> rate.map(r -> t.multiply(r, MathContext.DECIMAL128)))
                            .map(MetricValue::known)
                            .orElse(NO_HISTORY));
        } else {
            targets.put(model.traffic(), NO_TRAFFIC);
            targets.put(model.rate(), NO_TRAFFIC);
        }
    }
}

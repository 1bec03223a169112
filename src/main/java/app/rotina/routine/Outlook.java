package app.rotina.routine;

import app.rotina.insight.projection.Projection;
import app.rotina.kernel.MetricValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where a month is heading: what it will come to, between what amounts in four of five cases, and
 * how probable its goal is. Each is missing where it cannot be told.
 *
 * @param probability that the month comes to its goal or more; from 0 to 1
 */
public record Outlook(
        MetricValue projection, MetricValue low, MetricValue high, MetricValue probability) {
    private static final double LOW = 0.1;
    private static final double HIGH = 0.9;
    private static final int PROBABILITY_DECIMALS = 4;
    private static final MetricValue SHORT_HISTORY = MetricValue.missing("short_history");

    /** From what the month has brought so far and what its rest will bring. */
    static Outlook of(BigDecimal toDate, Projection rest, Optional<BigDecimal> goal, int decimals) {
        return new Outlook(
                amount(toDate, OptionalDouble.of(rest.total()), decimals),
                amount(toDate, rest.quantile(LOW), decimals),
                amount(toDate, rest.quantile(HIGH), decimals),
                goal.map(value -> value.subtract(toDate))
                        .map(rest::reaches)
                        .map(Outlook::probability)
                        .orElse(Targets.NO_GOAL));
    }

    /** Without enough history only a projection can be told, if that. */
    static Outlook unsure(MetricValue projection) {
        MetricValue why = projection.known().isPresent() ? SHORT_HISTORY : projection;
        return new Outlook(projection, why, why, why);
    }

    /** A month that is over has come to what it has come to. */
    static Outlook over(BigDecimal total, Optional<BigDecimal> goal) {
        MetricValue known = MetricValue.known(total);
        return new Outlook(
                known,
                known,
                known,
                goal.map(value -> total.compareTo(value) >= 0 ? BigDecimal.ONE : BigDecimal.ZERO)
                        .map(MetricValue::known)
                        .orElse(Targets.NO_GOAL));
    }

    /** The same where it is not known how probable the goal is. */
    Outlook without(MetricValue why) {
        return new Outlook(projection, low, high, why);
    }

    private static MetricValue amount(BigDecimal toDate, OptionalDouble rest, int decimals) {
        return rest.isEmpty()
                ? SHORT_HISTORY
                : MetricValue.known(
                        toDate.add(BigDecimal.valueOf(rest.getAsDouble()))
                                .setScale(decimals, RoundingMode.HALF_UP));
    }

    private static MetricValue probability(OptionalDouble probability) {
        return probability.isEmpty()
                ? SHORT_HISTORY
                : MetricValue.known(
                        BigDecimal.valueOf(probability.getAsDouble())
                                .setScale(PROBABILITY_DECIMALS, RoundingMode.HALF_UP));
    }
}

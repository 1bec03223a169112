package app.rotina.insight.anomaly;

import app.rotina.kernel.MetricValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * One figure of a store that is watched, day by day up to the day in question.
 *
 * @param drives the figures it is a part of; those of them that move with it are one cause with it
 * @param values NaN is missing
 * @param cases how many cases every whole of the figure stands for on each day: 1 for a count, the
 *     sessions for a conversion; NaN where the figure counts nothing
 * @param worth the money that a rise by the whole of what is usual brings in a day; negative where
 *     a rise costs
 * @param floor the least money of a day's change that is told
 */
@SuppressWarnings("ArrayRecordComponent") // days side by side; nobody compares them
public record Watched(
        String id,
        Set<String> drives,
        double[] values,
        double[] cases,
        Leeway leeway,
        double worth,
        double floor) {

    /**
     * A figure that is part of no other one that is watched; values without a figure are missing.
     */
    public static Watched alone(
            String id,
            List<MetricValue> values,
            List<MetricValue> cases,
            Leeway leeway,
            Worth money) {
        return new Watched(
                id,
                Set.of(),
                numbers(values),
                numbers(cases),
                leeway,
                money.worth.doubleValue(),
                money.floor.doubleValue());
    }

    /** The money of a rise by the whole of what is usual, and the least money that is told. */
    public record Worth(BigDecimal worth, BigDecimal floor) {}

    private static double[] numbers(List<MetricValue> values) {
        return values.stream()
                .mapToDouble(value -> value.known().map(BigDecimal::doubleValue).orElse(Double.NaN))
                .toArray();
    }

    /** How many days have a figure. */
    int known() {
        return Robust.known(values).length;
    }

    int last() {
        return values.length - 1;
    }
}

package app.rotina.routine;

import app.rotina.kernel.MetricValue;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * A month to come: its goal, what the store's days let expect of it, and what the drivers of
 * revenue would have to be, each growing alike.
 *
 * @param goal of the month, in the metric that the store's goal is on
 * @param projection what the month comes to as things are; missing where nothing tells
 * @param growth by what each driver is multiplied; missing where there is no projection
 * @param levers empty: the month reaches its goal as things are, the metric is no revenue, or no
 *     driver can be told
 */
public record MonthPlan(
        YearMonth month,
        String metric,
        BigDecimal goal,
        MetricValue projection,
        MetricValue growth,
        List<Lever> levers) {

    /**
     * A driver of a day of the month.
     *
     * @param expected of a day where its days add up
     * @param needed the same
     * @param goal what is set as its goal of the month; missing for the one that follows from the
     *     others
     */
    public record Lever(String metric, BigDecimal expected, BigDecimal needed, MetricValue goal) {}
}

package app.rotina.metrics;

import app.rotina.kernel.MetricValue;
import java.util.List;
import java.util.Map;

/**
 * The answer to a question.
 *
 * @param total the same metrics over all the days and values together; not always the sum of the
 *     rows, since a customer or an order can stand in several of them
 */
public record Answer(List<Row> rows, Map<String, MetricValue> total) {

    /**
     * One row.
     *
     * @param keys what was asked by → its value, such as {@code month → 2011-08}
     * @param values metric → value
     */
    public record Row(Map<String, String> keys, Map<String, MetricValue> values) {}
}

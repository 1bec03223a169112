package app.rotina.review;

import app.rotina.kernel.MetricValue;
import java.util.List;

/**
 * What each channel brought in a period, the largest revenue first.
 *
 * @param dimension {@code marketing_channel} where traffic is known by it, else {@code channel}
 * @param metrics of every row, the revenue first
 */
public record ByChannel(String dimension, List<String> metrics, List<Row> rows) {

    /**
     * One channel; both follow the metrics.
     *
     * @param before in the period before
     */
    public record Row(String channel, List<MetricValue> figures, List<MetricValue> before) {}
}

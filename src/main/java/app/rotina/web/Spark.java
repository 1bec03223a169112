package app.rotina.web;

import app.rotina.kernel.MetricValue;
import java.util.List;

/** A series as a small line without a scale, beside its figures. */
record Spark(String path) {

    static Spark of(List<MetricValue> values) {
        return new Spark(Plot.over(values.size(), values).path(values));
    }
}

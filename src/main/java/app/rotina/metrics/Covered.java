package app.rotina.metrics;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.warehouse.Measure;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what no rows mean: zero where a source spoke for the days, missing where none did. */
final class Covered {
    private static final Set<String> ROWS_TELL = Set.of("order", "line", "line.refund");

    private final Map<String, List<Days>> topics;
    private final Map<Spoken, MetricValue> silent = new HashMap<>();

    /** What is said of a topic on days. */
    private record Spoken(String topic, Days days) {}

    Covered(Map<String, List<Days>> topics) {
        this.topics = topics;
    }

    MetricValue whenSilent(Measure measure, Days days) {
        return silent.computeIfAbsent(new Spoken(measure.needs(), days), this::whenSilent);
    }

    private MetricValue whenSilent(Spoken asked) {
        List<Days> spoken = topics.getOrDefault(asked.topic, List.of());
        if (spoken.isEmpty()) {
            return MetricValue.missing("no_source");
        }
        return spoken.stream().anyMatch(run -> overlap(run, asked.days))
                ? MetricValue.known(BigDecimal.ZERO)
                : MetricValue.missing("not_delivered");
    }

    /** True where the topic was never spoken of, so that rows of the fact do not know it either. */
    boolean unknown(Measure measure, Days days) {
        return whenSilent(measure, days) instanceof MetricValue.Missing;
    }

    /**
     * True where the rows themselves tell, although no source speaks for the days: approvals and
     * refunds reach days after the last order.
     */
    boolean told(Measure measure, BigDecimal sum) {
        return sum.signum() != 0
                && topics.containsKey(measure.needs())
                && (measure.where().containsKey("knows_approval")
                        || ROWS_TELL.contains(measure.needs()));
    }

    private static boolean overlap(Days a, Days b) {
        return !a.from().isAfter(b.to()) && !b.from().isAfter(a.to());
    }
}

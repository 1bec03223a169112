package app.rotina.metrics;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.warehouse.Measure;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what no rows mean: zero where a source spoke for the days, missing where none did. */
final class Covered {
    private static final Set<String> ROWS_TELL = Set.of("order", "line", "line.refund", "line.fee");

    /** What no source speaks of by itself: only rows of these facts that hold it know it. */
    private static final Set<String> ROWS_ALONE =
            Set.of("stock_day", "ad_day", "product_day", "service_day", "traffic_day");

    private static final Set<String> BY_CHANNEL = Set.of("traffic", "conversation", "ad");

    private static final Set<String> PLATFORMS_OWN = Set.of("traffic_day.bounces");

    private final Map<String, List<Days>> topics;
    private final Map<String, Set<String>> channels;

    /**
     * @param topics the days that sources spoke for
     * @param channels those that any source reports visits, conversations or ads of, by their
     *     table, or tells something of, by its topic
     */
    Covered(Map<String, List<Days>> topics, Map<String, Set<String>> channels) {
        this.topics = topics;
        this.channels = channels;
    }

    /** What is told of some days. */
    On on(Days days) {
        return new On(days);
    }

    /**
     * True for what each platform means in its own way, such as a bounce, where several tell it:
     * then it is known of each channel, and of all together it is not.
     */
    boolean mixes(Measure measure) {
        return PLATFORMS_OWN.contains(measure.needs())
                && channels.getOrDefault(measure.needs(), Set.of()).size() > 1;
    }

    /** False for visitors or ads of a channel that reports none, such as a marketplace. */
    boolean reports(Measure measure, String channel) {
        return !BY_CHANNEL.contains(measure.from())
                || channels.getOrDefault(measure.from(), Set.of()).contains(channel);
    }

    private static boolean isOfRowsAlone(String topic) {
        return topic.contains(".") && ROWS_ALONE.contains(fact(topic));
    }

    /** What a topic is, or is something of. */
    private static String fact(String topic) {
        return topic.split("\\.", -1)[0];
    }

    private MetricValue whenSilent(String topic, Days days) {
        if (isOfRowsAlone(topic)) {
            MetricValue rows = whenSilent(fact(topic), days);
            return rows.known().isPresent() ? MetricValue.missing("no_source") : rows;
        }
        List<Days> spoken = topics.getOrDefault(topic, List.of());
        if (spoken.isEmpty()) {
            return MetricValue.missing("no_source");
        }
        for (Days run : spoken) {
            if (overlap(run, days)) {
                return MetricValue.known(BigDecimal.ZERO);
            }
        }
        return MetricValue.missing("not_delivered");
    }

    /** The same of these days; what was told once is told again without looking. */
    final class On {
        private final Days days;
        private final Map<String, MetricValue> silent = new HashMap<>();

        private On(Days days) {
            this.days = days;
        }

        MetricValue whenSilent(Measure measure) {
            @Nullable MetricValue told = silent.get(measure.needs());
            if (told == null) {
                told = silent(measure);
                silent.put(measure.needs(), told);
            }
            return told;
        }

        /** What is reported of a product or person by itself is not known of several. */
        private MetricValue silent(Measure measure) {
            boolean reported =
                    measure.aggregate() == Measure.Aggregate.REPORTED
                            && Covered.this.whenSilent(fact(measure.needs()), days)
                                    instanceof MetricValue.Known;
            return reported
                    ? MetricValue.missing("as_reported")
                    : Covered.this.whenSilent(measure.needs(), days);
        }

        /** True where the topic was never spoken of, so that rows do not know it either. */
        boolean unknown(Measure measure) {
            return whenSilent(measure) instanceof MetricValue.Missing;
        }

        /**
         * True where the rows themselves tell, although no source speaks for the days: approvals
         * and refunds reach days after the last order.
         */
        boolean told(Measure measure, BigDecimal sum) {
            return isOfRowsAlone(measure.needs())
                    || (sum.signum() != 0
                            && topics.containsKey(measure.needs())
                            && (measure.where().containsKey("knows_approval")
                                    || ROWS_TELL.contains(measure.needs())));
        }
    }

    private static boolean overlap(Days a, Days b) {
        return !a.from().isAfter(b.to()) && !b.from().isAfter(a.to());
    }
}

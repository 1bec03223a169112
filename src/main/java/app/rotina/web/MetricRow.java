package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.routine.DailyClose;
import app.rotina.routine.DailyClose.MetricLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One metric of the day against its comparisons, each as a change in percent with the figure it is
 * compared to.
 *
 * @param provisional true where it may still change, while what the day's verdict is about may not
 * @param through up to when its data reach, where that is not what the verdict's do; absence: it is
 */
record MetricRow(
        String id,
        String label,
        String about,
        boolean provisional,
        @Nullable String through,
        Shown value,
        Shown target,
        Shown gap,
        Compared previousDay,
        Compared sameWeekday,
        Compared lastYear) {

    /** The change, and what it is a change of. */
    record Compared(Shown change, Shown before) {}

    /**
     * @param reach up to when the data of each metric reach
     */
    static List<MetricRow> of(
            DailyClose close, Catalog catalog, Map<String, LocalDate> reach, Figures figures) {
        @Nullable LocalDate usual = reach.get(close.goalMetric());
        return close.metrics().stream()
                .map(line ->
                        of(
                                line,
                                !close.provisional() && close.isProvisional(line),
                                through(reach.get(line.id()), usual, close.date(), figures.words()),
                                catalog.of(line.id()),
                                figures))
                .toList();
    }

    private static MetricRow of(
            MetricLine line,
            boolean provisional,
            @Nullable String through,
            Metric metric,
            Figures figures) {
        return new MetricRow(
                line.id(),
                metric.label(figures.words().texts()),
                metric.about(figures.words().texts()),
                provisional,
                through,
                figures.value(line.value(), metric.unit()),
                figures.value(line.target(), metric.unit()),
                figures.difference(line.gap(), metric),
                compared(line, line.previousDay(), metric, figures),
                compared(line, line.sameWeekday(), metric, figures),
                compared(line, line.lastYear(), metric, figures));
    }

    private static @Nullable String through(
            @Nullable LocalDate last, @Nullable LocalDate usual, LocalDate shown, Words words) {
        return last == null || last.equals(usual)
                ? null
                : words.say("web.data_to", words.near(last, shown));
    }

    private static Compared compared(
            MetricLine line, MetricValue before, Metric metric, Figures figures) {
        return new Compared(
                figures.change(line.value(), before, metric), figures.value(before, metric.unit()));
    }
}

package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.routine.DailyClose;
import app.rotina.routine.DailyClose.MetricLine;
import java.util.List;

/**
 * One metric of the day against its comparisons, each as a change in percent with the figure it is
 * compared to.
 *
 * @param provisional true where it may still change, while what the day's verdict is about may not
 */
record MetricRow(
        String id,
        String label,
        String about,
        boolean provisional,
        Shown value,
        Shown target,
        Shown gap,
        Compared previousDay,
        Compared sameWeekday,
        Compared lastYear) {

    /** The change, and what it is a change of. */
    record Compared(Shown change, Shown before) {}

    static List<MetricRow> of(DailyClose close, Catalog catalog, Figures figures) {
        return close.metrics().stream()
                .map(line ->
                        of(
                                line,
                                !close.provisional() && close.isProvisional(line),
                                catalog.of(line.id()),
                                figures))
                .toList();
    }

    private static MetricRow of(
            MetricLine line, boolean provisional, Metric metric, Figures figures) {
        return new MetricRow(
                line.id(),
                metric.label(figures.words().texts()),
                metric.about(figures.words().texts()),
                provisional,
                figures.value(line.value(), metric.unit()),
                figures.value(line.target(), metric.unit()),
                figures.difference(line.gap(), metric),
                compared(line, line.previousDay(), metric, figures),
                compared(line, line.sameWeekday(), metric, figures),
                compared(line, line.lastYear(), metric, figures));
    }

    private static Compared compared(
            MetricLine line, MetricValue before, Metric metric, Figures figures) {
        return new Compared(
                figures.change(line.value(), before, metric), figures.value(before, metric.unit()));
    }
}

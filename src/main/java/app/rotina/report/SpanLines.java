package app.rotina.report;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.report.Report.Compared;
import app.rotina.report.Report.Line;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Every figure of several days together, beside the period before and the year before. */
@Component
final class SpanLines {
    private final Catalog catalog;
    private final Metrics metrics;

    SpanLines(Catalog catalog, Metrics metrics) {
        this.catalog = catalog;
        this.metrics = metrics;
    }

    ReportLines of(Store store, ReportPeriod period, ReportGoals goals) {
        List<Compared> compared =
                List.of(
                        new Compared("previous", period.previous()),
                        new Compared("last_year", period.lastYear()));
        List<String> ids = catalog.shown().stream().map(Metric::id).toList();
        List<Map<String, MetricValue>> figures =
                metrics
                        .answers(
                                store,
                                Stream.of(period.days(), period.previous(), period.lastYear())
                                        .map(days -> Question.of(ids, days))
                                        .toList())
                        .stream()
                        .map(Answer::total)
                        .toList();
        Map<String, MetricValue> now = figures.getFirst();
        List<Map<String, MetricValue>> before = figures.subList(1, figures.size());
        return new ReportLines(
                compared,
                ids.stream()
                        .map(id ->
                                new Line(
                                        id,
                                        figure(now, id),
                                        target(period.days(), id, goals),
                                        before.stream().map(each -> figure(each, id)).toList()))
                        .toList());
    }

    private static MetricValue figure(Map<String, MetricValue> figures, String id) {
        return figures.getOrDefault(id, MetricValue.missing("no_source"));
    }

    private static MetricValue target(Days days, String id, ReportGoals goals) {
        MetricValue sum = goals.sum(days, id, null);
        return sum.known().isPresent() ? sum : goals.same(days, id);
    }
}

package app.rotina.web;

import app.rotina.insight.DimensionSplit;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.report.FigureTable;
import app.rotina.report.FigureTable.Column;
import app.rotina.report.FigureTable.Given;
import app.rotina.report.FigureTable.Line;
import app.rotina.routine.Causes;
import app.rotina.routine.Causes.Cause;
import app.rotina.routine.DailyClose.Cut;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why days came out as they did, as tables that leave the page.
 *
 * @param frame what the figures mean
 */
record WhyTables(Story story, Catalog catalog, Screen screen, String frame) {

    /**
     * One of the tables.
     *
     * @param of {@code drivers}, {@code parts} or {@code segments}
     * @param by the dimension of the parts; absence: the first
     */
    FigureTable table(String of, @Nullable String by) {
        return switch (of) {
            case "drivers" -> drivers();
            case "parts" ->
                    parts(
                            story.why().cuts().stream()
                                    .filter(cut -> by == null || cut.dimension().equals(by))
                                    .findFirst()
                                    .orElseThrow(() -> missing(by == null ? of : by)));
            case "segments" -> segments();
            default -> throw missing(of);
        };
    }

    private static RotinaException missing(String what) {
        return new RotinaException(Problem.NOT_FOUND, what);
    }

    private FigureTable drivers() {
        List<Line> lines =
                story.why().drivers().stream()
                        .map(part -> line(label(part.metric()), part.amount()))
                        .toList();
        return summed(screen.say("web.why.driver"), lines);
    }

    private FigureTable parts(Cut cut) {
        List<Line> lines =
                cut.parts().stream()
                        .map(part -> line(value(cut.dimension(), part.value()), part.amount()))
                        .toList();
        return summed(screen.say("dimension." + cut.dimension()), lines);
    }

    private String value(String dimension, String value) {
        return value.equals(DimensionSplit.OTHER)
                ? screen.say("explore.other")
                : screen.words().texts().value(dimension, value);
    }

    private static Line line(String name, BigDecimal amount) {
        return new Line(name, List.of(MetricValue.known(amount)));
    }

    private FigureTable summed(String heading, List<Line> lines) {
        MetricValue gap = story.why().gap();
        List<MetricValue> amounts = lines.stream().map(line -> line.values().getFirst()).toList();
        Column column =
                new Column(
                        screen.say("web.why.amount"),
                        metric().unit(),
                        FigureTable.summing(amounts, gap));
        Line total = new Line(screen.say("web.why.result"), List.of(gap));
        return table(heading, List.of(), List.of(column), lines, total);
    }

    /** They are parts of several wholes: of the gap, and of drivers. */
    private FigureTable segments() {
        List<Line> lines = new ArrayList<>();
        for (Causes causes : story.why().causes()) {
            for (Cause cause : causes.named()) {
                lines.add(
                        new Line(
                                said(cause.where()),
                                List.of(label(causes.metric())),
                                List.of(
                                        MetricValue.known(cause.actual()),
                                        MetricValue.known(cause.expected()),
                                        MetricValue.known(cause.amount()))));
            }
        }
        List<Column> columns = new ArrayList<>();
        for (String key :
                List.of("web.actual", "why.base." + story.why().against(), "web.why.amount")) {
            columns.add(new Column(screen.say(key), metric().unit(), new Given()));
        }
        return table(
                screen.say("why.segments"),
                List.of(screen.say("web.metric")),
                columns,
                lines,
                null);
    }

    private String said(Map<String, String> where) {
        return where.entrySet().stream()
                .map(each -> screen.words().texts().value(each.getKey(), each.getValue()))
                .collect(Collectors.joining(" × "));
    }

    private FigureTable table(
            String heading,
            List<String> further,
            List<Column> columns,
            List<Line> lines,
            @Nullable Line total) {
        String days = WhyReading.title(story.days(), screen.words());
        return new FigureTable(
                screen.say("why.title", days),
                List.of(
                        screen.store().name(),
                        label(story.metric())
                                + " · "
                                + screen.say("why.base." + story.why().against()),
                        frame),
                heading,
                further,
                columns,
                lines,
                total,
                screen.store().currency(),
                screen.words().locale());
    }

    private Metric metric() {
        return catalog.of(story.metric());
    }

    private String label(String metric) {
        return catalog.of(metric).label(screen.words().texts());
    }
}

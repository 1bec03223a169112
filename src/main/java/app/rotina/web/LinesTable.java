package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric;
import app.rotina.web.Breakdown.Line;
import app.rotina.web.Breakdown.Lines;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Figures by the values of a dimension as a table, with all of them together below; what is too
 * much to show stands in one line, so that the lines still sum to the whole.
 */
record LinesTable(
        String title, List<Head> heads, List<Row> rows, @Nullable Row total, String export) {

    /**
     * One column.
     *
     * @param meaning the metric's page; absence: it is no metric
     * @param address the same, or the same table in this column's order
     * @param sorted whether the table is in its order
     */
    record Head(
            String label, String about, @Nullable String meaning, String address, boolean sorted) {}

    /**
     * One value.
     *
     * @param address its own page; absence: none
     * @param share of the first figure, in percent; absence: it has no parts
     * @param spark absence: none is drawn
     */
    record Row(
            String name,
            @Nullable String address,
            List<String> badges,
            @Nullable String share,
            @Nullable String note,
            @Nullable Spark spark,
            List<Cell> cells) {}

    /**
     * One figure.
     *
     * @param rows where its rows are; absence: it is no figure of rows
     * @param change absence: nothing is compared
     */
    record Cell(
            String label,
            Shown value,
            @Nullable String rows,
            @Nullable Shown change,
            @Nullable String before) {}

    /**
     * How the lines are written.
     *
     * @param where what all of them are narrowed to
     * @param most how many lines are shown
     */
    record Style(
            Screen screen,
            Period period,
            Map<String, String> where,
            int most,
            Function<Line, @Nullable String> address,
            Function<Line, @Nullable String> note,
            Function<Line, @Nullable Spark> spark) {

        static Style plain(Screen screen, Period period, Map<String, String> where, int most) {
            return new Style(screen, period, where, most, line -> null, line -> null, line -> null);
        }
    }

    static LinesTable of(Lines lines, Style style, String title) {
        Lines known = known(lines);
        List<Line> shown = known.lines();
        @Nullable Line other = null;
        if (shown.size() > style.most()) {
            shown = shown.subList(0, style.most() - 1);
            other = rest(known, shown);
        }
        Writing writing = new Writing(known, style);
        List<Row> rows = new ArrayList<>(shown.stream().map(writing::row).toList());
        if (other != null) {
            rows.add(writing.rest(other));
        }
        return new LinesTable(
                title,
                known.metrics().stream().map(metric -> head(metric, style)).toList(),
                rows,
                shown.isEmpty() ? null : writing.total(),
                ExportPage.address(
                        known.metrics(), known.dimension(), style.period(), style.where()));
    }

    /** Without the metrics that no line knows. */
    private static Lines known(Lines lines) {
        List<Metric> metrics =
                lines.metrics().stream()
                        .filter(metric ->
                                lines.lines().stream()
                                        .anyMatch(
                                                line -> line.now(metric.id()).known().isPresent()))
                        .toList();
        return metrics.isEmpty()
                ? lines
                : new Lines(
                        lines.dimension(), metrics, lines.adding(), lines.lines(), lines.total());
    }

    /** What the lines that are not shown have together: known of what adds up alone. */
    static Line rest(Lines lines, List<Line> shown) {
        return new Line(
                "",
                rest(lines, lines.total().now(), shown.stream().map(Line::now).toList()),
                rest(lines, lines.total().before(), shown.stream().map(Line::before).toList()));
    }

    private static Map<String, MetricValue> rest(
            Lines lines, Map<String, MetricValue> total, List<Map<String, MetricValue>> shown) {
        Map<String, MetricValue> rest = new LinkedHashMap<>();
        for (Metric metric : lines.metrics()) {
            MetricValue whole = total.getOrDefault(metric.id(), MetricValue.missing("no_history"));
            boolean adds = lines.adding().contains(metric.id());
            rest.put(
                    metric.id(),
                    adds && whole.known().isPresent()
                            ? MetricValue.known(less(whole.known().get(), metric.id(), shown))
                            : MetricValue.missing(whole.missing().orElse("no_dimension")));
        }
        return rest;
    }

    private static BigDecimal less(
            BigDecimal whole, String metric, List<Map<String, MetricValue>> shown) {
        BigDecimal rest = whole;
        for (Map<String, MetricValue> each : shown) {
            MetricValue value = each.getOrDefault(metric, MetricValue.missing("no_source"));
            rest = rest.subtract(value.known().orElse(BigDecimal.ZERO));
        }
        return rest;
    }

    private static Head head(Metric metric, Style style) {
        Words words = style.screen().words();
        String meaning =
                style.screen().address("/metric/" + metric.id() + "?" + style.period().query());
        return new Head(
                metric.label(words.texts()), metric.about(words.texts()), meaning, meaning, false);
    }

    private record Writing(Lines lines, Style style) {

        Row row(Line line) {
            Words words = style.screen().words();
            Map<String, String> where = new LinkedHashMap<>(style.where());
            where.put(lines.dimension(), line.value());
            return row(
                    words.texts().value(lines.dimension(), line.value()),
                    line,
                    RowsView.conditions(where));
        }

        private Row row(String name, Line line, @Nullable String conditions) {
            boolean single = conditions != null;
            return new Row(
                    name,
                    single ? style.address().apply(line) : null,
                    List.of(),
                    share(line),
                    single ? style.note().apply(line) : null,
                    single ? style.spark().apply(line) : null,
                    lines.metrics().stream()
                            .map(metric -> cell(metric, line, conditions))
                            .toList());
        }

        Row rest(Line rest) {
            return row(style.screen().say("explore.other"), rest, null);
        }

        Row total() {
            return row(
                    style.screen().say("explore.total"),
                    lines.total(),
                    RowsView.conditions(style.where()));
        }

        private @Nullable String share(Line line) {
            Metric metric = lines.first();
            return lines.adding().contains(metric.id())
                    ? Writing.share(line.now(metric.id()), lines.total().now(metric.id()))
                            .map(ratio -> style.screen().words().percent(ratio, 1))
                            .orElse(null)
                    : null;
        }

        private static Optional<BigDecimal> share(MetricValue part, MetricValue whole) {
            return whole.known()
                    .filter(all -> all.signum() > 0)
                    .flatMap(
                            all -> part.known().map(one -> one.divide(all, MathContext.DECIMAL64)));
        }

        private Cell cell(Metric metric, Line line, @Nullable String conditions) {
            Figures figures = style.screen().figures();
            boolean compared = style.period().before() != null;
            SpanChange change =
                    SpanChange.of(line.now(metric.id()), line.before(metric.id()), metric, figures);
            return new Cell(
                    metric.label(figures.words().texts()),
                    figures.value(line.now(metric.id()), metric.unit()),
                    conditions == null
                            ? null
                            : style.screen()
                                    .address(
                                            "/rows?metric="
                                                    + metric.id()
                                                    + style.period().rows()
                                                    + conditions),
                    compared ? change.change() : null,
                    compared
                            ? figures.words().say("span.previously", change.before().text())
                            : null);
        }
    }
}

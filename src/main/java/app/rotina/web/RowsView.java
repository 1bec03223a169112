package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Drill;
import app.rotina.metrics.Metric;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A figure with the rows it is made of, and the figures it is calculated from.
 *
 * @param filter what the figure is narrowed to; absence: nothing
 * @param parts empty where the figure is counted from rows
 * @param page which page of the rows, from 1
 */
record RowsView(
        String metric,
        String label,
        String about,
        String days,
        LocalDate to,
        @Nullable String filter,
        String query,
        Shown value,
        List<Part> parts,
        int page,
        Table rows) {
    private static final Set<String> AMOUNTS =
            Set.of(
                    "quantity",
                    "on_hand",
                    "order_count",
                    "inquired",
                    "received",
                    "buyers",
                    "visitors",
                    "page_views",
                    "favourites",
                    "add_to_carts",
                    "units");
    private static final Map<String, Metric.Unit> UNITS =
            Map.of(
                    "sales",
                    Metric.Unit.MONEY,
                    "paid_amount",
                    Metric.Unit.MONEY,
                    "stay_seconds",
                    Metric.Unit.NUMBER,
                    "score",
                    Metric.Unit.NUMBER,
                    "bounce_rate",
                    Metric.Unit.RATIO,
                    "response_seconds",
                    Metric.Unit.NUMBER,
                    "inquiry_conversion",
                    Metric.Unit.RATIO,
                    "satisfaction",
                    Metric.Unit.RATIO);
    private static final Set<String> PLACE =
            Set.of("part", "day", "contribution", "file", "record");

    /** A figure that another one is calculated from. */
    record Part(String id, String label, Shown value) {}

    /** One page of rows, and how many there are altogether. */
    record Table(List<String> columns, List<Line> lines, long count, int pages) {}

    /** One row: which part of the figure it is, what it contributes, where it came from. */
    record Line(
            String part,
            String day,
            List<String> cells,
            String contribution,
            String file,
            String record) {}

    /** The figure that was asked for. */
    record Figure(
            Metric metric, RowsPage.Asked asked, Map<String, String> where, MetricValue value) {}

    static RowsView of(Screen screen, Figure figure, List<Part> parts, Table rows) {
        Words words = screen.words();
        RowsPage.Asked asked = figure.asked();
        Metric metric = figure.metric();
        return new RowsView(
                metric.id(),
                metric.label(words.texts()),
                metric.about(words.texts()),
                days(words, asked),
                asked.to(),
                filter(words, figure.where()),
                query(asked, figure.where()),
                screen.figures().value(figure.value(), metric.unit()),
                parts,
                asked.number(),
                rows);
    }

    private static String days(Words words, RowsPage.Asked asked) {
        return asked.from().equals(asked.to())
                ? words.day(asked.from())
                : words.say("web.rows.days", words.day(asked.from()), words.day(asked.to()));
    }

    private static @Nullable String filter(Words words, Map<String, String> where) {
        return where.isEmpty()
                ? null
                : where.entrySet().stream()
                        .map(each -> filter(words, each))
                        .collect(Collectors.joining(" × "));
    }

    private static String filter(Words words, Map.Entry<String, String> condition) {
        return words.say(
                "web.rows.filter",
                words.sayOr("dimension." + condition.getKey(), condition.getKey()),
                words.texts().value(condition.getKey(), condition.getValue()));
    }

    private static String query(RowsPage.Asked asked, Map<String, String> where) {
        return "&from=" + asked.from() + "&to=" + asked.to() + conditions(where);
    }

    /** As this page's address takes them. */
    static String conditions(Map<String, String> where) {
        return where.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .map(each -> "&where=" + URLEncoder.encode(each, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    /** The address of this page for another metric, or another page of it. */
    String address(Screen screen, String other, int number) {
        String which = number == 1 ? "" : "&page=" + number;
        return screen.address("/rows?metric=" + other + query + which);
    }

    /** Where all of its rows are as a file. */
    String export(Screen screen) {
        return screen.address("/rows/export?metric=" + metric + query);
    }

    static List<Part> parts(Screen screen, List<Metric> parts, Map<String, MetricValue> values) {
        return parts.stream()
                .map(part ->
                        new Part(
                                part.id(),
                                part.label(screen.words().texts()),
                                screen.figures()
                                        .value(
                                                values.getOrDefault(
                                                        part.id(),
                                                        MetricValue.missing("no_source")),
                                                part.unit())))
                .toList();
    }

    /** Formulas call the store's own revenue by a name that fits every store. */
    static String named(Store store, String name) {
        return name.equals("goal_basis") ? store.basis().metric() : name;
    }

    static Table rows(Screen screen, Catalog catalog, Drill.Page page) {
        Set<String> columns = columns(page);
        return new Table(
                columns.stream().map(each -> column(screen.words(), each)).toList(),
                page.rows().stream().map(row -> line(screen, catalog, columns, row)).toList(),
                page.count(),
                (int) Math.max(1, (page.count() + RowsPage.ROWS - 1) / RowsPage.ROWS));
    }

    /** What its rows say beside where they are from. */
    static Set<String> columns(Drill.Page page) {
        Set<String> columns = new LinkedHashSet<>();
        for (Map<String, @Nullable String> row : page.rows()) {
            row.forEach((column, cell) -> {
                if (cell != null && !PLACE.contains(column)) {
                    columns.add(column);
                }
            });
        }
        return columns;
    }

    static String column(Words words, String name) {
        String dimension = "dimension." + name;
        return words.texts().knows(dimension)
                ? words.say(dimension)
                : words.sayOr("web.column." + name, name);
    }

    private static Line line(
            Screen screen,
            Catalog catalog,
            Set<String> columns,
            Map<String, @Nullable String> row) {
        Metric part = catalog.of(cell(row, "part"));
        List<String> cells =
                columns.stream().map(column -> shown(column, cell(row, column), screen)).toList();
        String day = cell(row, "day");
        return new Line(
                part.label(screen.words().texts()),
                day.isEmpty() ? "" : screen.words().shortDay(LocalDate.parse(day)),
                cells,
                screen.figures().text(new BigDecimal(cell(row, "contribution")), part.unit()),
                cell(row, "file"),
                cell(row, "record"));
    }

    static String shown(String column, String cell, Screen screen) {
        Metric.@Nullable Unit unit = UNITS.get(column);
        if (unit != null && !cell.isEmpty()) {
            return screen.figures().text(new BigDecimal(cell), unit);
        }
        return AMOUNTS.contains(column) && !cell.isEmpty()
                ? screen.words().count(new BigDecimal(cell))
                : screen.words().texts().value(column, cell);
    }

    static String cell(Map<String, @Nullable String> row, String column) {
        return Objects.requireNonNullElse(row.get(column), "");
    }
}

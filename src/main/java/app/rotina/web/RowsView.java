package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Metric;
import app.rotina.warehouse.LedgerRows;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A figure with the rows it is made of, or with the figures it is calculated from.
 *
 * @param filter what the figure is narrowed to; absence: nothing
 * @param parts empty where the figure is counted from rows
 * @param page which page of the rows, from 1
 * @param rows absence: the figure is calculated
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
        @Nullable Table rows) {
    private static final Set<String> PLACE = Set.of("day", "contribution", "file", "record");

    /** A figure that another one is calculated from. */
    record Part(String id, String label, Shown value) {}

    /**
     * One page of rows.
     *
     * @param total what all rows contribute together
     */
    record Table(
            List<String> columns,
            List<Line> lines,
            long count,
            String counted,
            String total,
            int pages) {}

    /** One row: where it came from, and what it contributes. */
    record Line(String day, List<String> cells, String contribution, String file, String record) {}

    static RowsView of(Screen screen, Metric metric, RowsPage.Asked asked, MetricValue value) {
        Words words = screen.words();
        String days =
                asked.from().equals(asked.to())
                        ? words.day(asked.from())
                        : words.say(
                                "web.rows.days", words.day(asked.from()), words.day(asked.to()));
        return new RowsView(
                metric.id(),
                metric.label(words.texts()),
                metric.about(words.texts()),
                days,
                asked.to(),
                asked.conditions().entrySet().stream()
                        .findFirst()
                        .map(each -> filter(words, each))
                        .orElse(null),
                query(asked),
                screen.figures().value(value, metric.unit()),
                List.of(),
                asked.number(),
                null);
    }

    private static String filter(Words words, Map.Entry<String, String> condition) {
        return words.say(
                "web.rows.filter",
                words.sayOr("web.dimension." + condition.getKey(), condition.getKey()),
                condition.getValue());
    }

    private static String query(RowsPage.Asked asked) {
        String days = "&from=" + asked.from() + "&to=" + asked.to();
        return asked.where() == null || asked.where().isEmpty()
                ? days
                : days + "&where=" + URLEncoder.encode(asked.where(), StandardCharsets.UTF_8);
    }

    RowsView withParts(List<Part> these) {
        return new RowsView(
                metric, label, about, days, to, filter, query, value, these, page, rows);
    }

    RowsView withRows(Table these) {
        return new RowsView(
                metric, label, about, days, to, filter, query, value, parts, page, these);
    }

    /** The address of this page for another metric, or another page of it. */
    String address(Screen screen, String other, int number) {
        String which = number == 1 ? "" : "&page=" + number;
        return screen.address("/rows?metric=" + other + query + which);
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

    static Table rows(Screen screen, Metric metric, LedgerRows.Page page) {
        Set<String> columns = new LinkedHashSet<>();
        for (Map<String, @Nullable String> row : page.rows()) {
            row.forEach((column, cell) -> {
                if (cell != null && !PLACE.contains(column)) {
                    columns.add(column);
                }
            });
        }
        Words words = screen.words();
        return new Table(
                columns.stream().map(each -> column(words, each)).toList(),
                page.rows().stream().map(row -> line(screen, metric, columns, row)).toList(),
                page.count(),
                words.count(page.count()),
                screen.figures().text(page.contribution(), metric.unit()),
                (int) Math.max(1, (page.count() + RowsPage.ROWS - 1) / RowsPage.ROWS));
    }

    private static String column(Words words, String name) {
        String dimension = "web.dimension." + name;
        return words.texts().knows(dimension)
                ? words.say(dimension)
                : words.sayOr("web.column." + name, name);
    }

    private static Line line(
            Screen screen, Metric metric, Set<String> columns, Map<String, @Nullable String> row) {
        List<String> cells = new ArrayList<>();
        for (String column : columns) {
            @Nullable String cell = row.get(column);
            cells.add(cell == null ? "" : cell);
        }
        BigDecimal contribution =
                new BigDecimal(Objects.requireNonNullElse(row.get("contribution"), "0"));
        @Nullable String day = row.get("day");
        return new Line(
                day == null ? "" : screen.words().shortDay(LocalDate.parse(day)),
                cells,
                screen.figures().text(contribution, metric.unit()),
                Objects.requireNonNullElse(row.get("file"), ""),
                Objects.requireNonNullElse(row.get("record"), ""));
    }
}

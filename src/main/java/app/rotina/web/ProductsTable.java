package app.rotina.web;

import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metric.Unit;
import app.rotina.report.FigureTable;
import app.rotina.warehouse.Assortment.Missing;
import app.rotina.web.Breakdown.Lines;
import app.rotina.web.ProductsReading.Product;
import app.rotina.web.ProductsReading.Products;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The products of one page as a table: what they sold, and beside it what is left of them. */
record ProductsTable(Screen screen, Period period, Products products, ProductsPage.Search asked) {
    private static final int MOST_NAMED = 6;
    private static final List<String> MORE = List.of("stock", "expected", "cover");

    static MetricValue value(Products products, Product product, String column) {
        return switch (column) {
            case "stock" -> product.stock();
            case "expected" -> product.expected();
            case "cover" -> product.cover();
            case "out" -> product.out();
            case "" -> product.line().now(products.lines().first().id());
            default -> product.line().now(column);
        };
    }

    LinesTable table(List<Product> some) {
        Lines lines = products.lines();
        LinesTable plain =
                LinesTable.of(
                        new Lines(
                                lines.dimension(),
                                lines.metrics(),
                                lines.adding(),
                                some.stream().map(Product::line).toList(),
                                lines.total()),
                        new LinesTable.Style(
                                screen,
                                period,
                                Map.of(),
                                ProductsView.PAGE + 1,
                                line -> ProductsView.address(screen, line.value(), period),
                                line -> null,
                                line -> null),
                        screen.say("explore.by.product"));
        List<LinesTable.Head> heads = new ArrayList<>();
        for (int at = 0; at < plain.heads().size(); at++) {
            heads.add(head(plain.heads().get(at), lines, at));
        }
        more().forEach(column -> heads.add(head(column)));
        List<LinesTable.Row> rows = new ArrayList<>();
        for (int at = 0; at < some.size(); at++) {
            rows.add(row(plain.rows().get(at), some.get(at)));
        }
        return new LinesTable(
                plain.title(),
                heads,
                rows,
                whole(plain.total()),
                "/products/export?" + period.query());
    }

    /** The columns of what lies in stock, where that is known. */
    private List<String> more() {
        return MORE.stream()
                .filter(column ->
                        products.all().stream()
                                .anyMatch(
                                        each -> value(products, each, column).known().isPresent()))
                .toList();
    }

    /** The table that leaves the page, with what lies in stock beside its figures. */
    static FigureTable withStock(FigureTable plain, Products products, Screen screen) {
        List<FigureTable.Column> columns = new ArrayList<>(plain.columns());
        MORE.forEach(column ->
                columns.add(
                        new FigureTable.Column(
                                screen.say("products." + column),
                                Unit.COUNT,
                                new FigureTable.Given())));
        List<FigureTable.Line> lines = new ArrayList<>();
        for (int at = 0; at < plain.lines().size(); at++) {
            FigureTable.Line line = plain.lines().get(at);
            Product product = products.all().get(at);
            List<MetricValue> values = new ArrayList<>(line.values());
            MORE.forEach(column -> values.add(value(products, product, column)));
            lines.add(new FigureTable.Line(line.name(), values));
        }
        return new FigureTable(
                plain.title(),
                plain.notes(),
                plain.heading(),
                columns,
                lines,
                plain.total() == null ? null : totalWithStock(plain.total()),
                plain.currency(),
                plain.locale());
    }

    private static FigureTable.Line totalWithStock(FigureTable.Line plain) {
        List<MetricValue> totals = new ArrayList<>(plain.values());
        MORE.forEach(column -> totals.add(MetricValue.missing("no_dimension")));
        return new FigureTable.Line(plain.name(), totals);
    }

    private LinesTable.Head head(LinesTable.Head plain, Lines lines, int at) {
        String id =
                lines.metrics().stream()
                        .filter(metric ->
                                metric.label(screen.words().texts()).equals(plain.label()))
                        .map(Metric::id)
                        .findFirst()
                        .orElse("");
        boolean sorted = asked.order().equals(id) || (asked.order().isEmpty() && at == 0);
        return new LinesTable.Head(
                plain.label(), plain.about(), plain.meaning(), order(id), sorted);
    }

    private LinesTable.Head head(String column) {
        return new LinesTable.Head(
                screen.say("products." + column),
                screen.say("products." + column + ".about"),
                null,
                order(column),
                asked.order().equals(column));
    }

    private String order(String column) {
        return screen.address(
                "/products?" + asked.others() + "sort=" + column + "&" + period.query());
    }

    private LinesTable.Row row(LinesTable.Row plain, Product product) {
        List<String> badges = new ArrayList<>();
        badges.add(product.abc().name());
        if (product.hero().isOne()) {
            badges.add(screen.say("products.hero"));
        }
        List<LinesTable.Cell> cells = new ArrayList<>(plain.cells());
        more().forEach(column -> cells.add(cell(product, column)));
        return new LinesTable.Row(
                plain.name(),
                plain.address(),
                badges,
                plain.share(),
                product.missing().isEmpty()
                        ? null
                        : screen.say("products.missing", variants(screen.words(), product)),
                null,
                cells);
    }

    private LinesTable.Cell cell(Product product, String column) {
        boolean ofStock = column.equals("stock") || column.equals("out");
        String metric = column.equals("stock") ? "stock_on_hand" : "variants_out";
        return new LinesTable.Cell(
                screen.say("products." + column),
                screen.figures().value(value(products, product, column), Unit.COUNT),
                ofStock
                        ? screen.address(
                                "/rows?metric="
                                        + metric
                                        + "&from="
                                        + products.stockDay()
                                        + "&to="
                                        + products.stockDay()
                                        + RowsView.conditions(Map.of("product", product.name())))
                        : null,
                null,
                null);
    }

    private LinesTable.@Nullable Row whole(LinesTable.@Nullable Row total) {
        if (total == null) {
            return null;
        }
        List<LinesTable.Cell> cells = new ArrayList<>(total.cells());
        for (String column : more()) {
            boolean adds = !column.equals("cover");
            BigDecimal sum =
                    products.all().stream()
                            .flatMap(each -> value(products, each, column).known().stream())
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            cells.add(
                    new LinesTable.Cell(
                            screen.say("products." + column),
                            adds
                                    ? Shown.plain(screen.figures().text(sum, Unit.COUNT))
                                    : Shown.missing(screen.say("missing.no_dimension")),
                            null,
                            null,
                            null));
        }
        return new LinesTable.Row(total.name(), null, List.of(), total.share(), null, null, cells);
    }

    static String variants(Words words, Product product) {
        List<String> names =
                product.missing().stream()
                        .limit(MOST_NAMED)
                        .map(one -> variant(words, one))
                        .toList();
        int more = product.missing().size() - names.size();
        String said = words.list(names);
        return more > 0 ? words.say("products.and_more", said, more) : said;
    }

    private static String variant(Words words, Missing one) {
        String parts =
                Stream.of(one.size(), one.colour())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "));
        return parts.isEmpty() ? words.say("products.the_product") : parts;
    }
}

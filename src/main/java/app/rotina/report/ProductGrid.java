package app.rotina.report;

import app.rotina.report.Paper.Cell;
import app.rotina.report.Paper.Grid;
import app.rotina.report.Paper.Row;
import app.rotina.report.Report.Headline;
import app.rotina.report.Report.Product;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The products that brought most. */
record ProductGrid(Telling telling) {

    /** Those that brought most, with their part of the whole and their class. */
    Optional<Grid> products() {
        List<Product> products = telling.report().products();
        if (products.isEmpty()) {
            return Optional.empty();
        }
        Headline headline = telling.report().headline();
        return Optional.of(
                new Grid(
                        telling.say("products.title"),
                        List.of(
                                telling.say("products.title"),
                                telling.say("products.class"),
                                telling.label(headline.metric()),
                                telling.say("column.share"),
                                telling.say("products.before")),
                        products.stream().map(each -> product(each, headline)).toList(),
                        telling.say("products.note")));
    }

    private Row product(Product product, Headline headline) {
        String rows =
                Telling.rows(
                        headline.metric(),
                        telling.report().period().days(),
                        Map.of("product", product.product()));
        return new Row(
                false,
                List.of(
                        Cell.plain(telling.texts().value("product", product.product())),
                        Cell.plain(product.abc().name()),
                        telling.cell(product.value()).toRows(rows),
                        telling.part(product.value(), headline.value()),
                        telling.change(product.value(), product.previous(), telling.goal())));
    }
}

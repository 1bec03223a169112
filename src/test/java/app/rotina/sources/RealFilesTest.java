package app.rotina.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The public data sets come in whole, with the totals that their publishers state. */
class RealFilesTest {
    private static final ReadingContext POUNDS =
            Shelf.context(Shelf.store("Europe/London", "GBP", "en-GB"));
    private static final ReadingContext DOLLARS =
            Shelf.context(Shelf.store("America/New_York", "USD", "en-US"));
    private static final ReadingContext REAIS = Shelf.context(Shelf.brazil());

    @Test
    void readsOnlineRetailToTheLastPenny() {
        Taken taken =
                Taken.from(
                        Shelf.shared("online_retail/online_retail_2010-12_2011-08.csv.gz"), POUNDS);

        assertThat(taken.rejected).isEmpty();
        assertThat(taken.rows).hasSize(320_705);
        assertThat(taken.controlOfSource()).isEqualByComparingTo("5761931.382");
        assertThat(taken.controlOfFacts()).isEqualByComparingTo("5761931.382");
        assertThat(netRevenue(taken, "2010-12")).isEqualByComparingTo("759590.21");
        assertThat(netRevenue(taken, "2011-01")).isEqualByComparingTo("575326.73");
        assertThat(netRevenue(taken, "2011-04")).isEqualByComparingTo("482476.051");
        assertThat(netRevenue(taken, "2011-08")).isEqualByComparingTo("698069.74");
        assertThat(netRevenue(taken, "2011-08-11")).isEqualByComparingTo("67234.52");
        assertThat(sales(taken, "2010-12")).hasSize(1629);
        assertThat(sales(taken, "2011-08")).hasSize(1406);
        assertThat(sales(taken, "2011-08-11")).hasSize(71);
        assertThat(sales(taken, "2011-01")).hasSize(1120);
        assertThat(sales(taken, "2011-04")).hasSize(1318);
    }

    @Test
    void readsFuzzyFactoryTableByTable() {
        Taken orders = Taken.from(Shelf.shared("fuzzy_factory/orders.csv.gz"), DOLLARS);
        Taken items = Taken.from(Shelf.shared("fuzzy_factory/order_items.csv.gz"), DOLLARS);
        Taken refunds =
                Taken.from(Shelf.shared("fuzzy_factory/order_item_refunds.csv.gz"), DOLLARS);
        Taken products = Taken.from(Shelf.shared("fuzzy_factory/products.csv.gz"), DOLLARS);

        assertThat(orders.facts("order")).hasSize(32_313);
        assertThat(orders.sum("order", "order_total")).isEqualByComparingTo("1938509.75");
        assertThat(items.facts("line")).hasSize(40_025);
        assertThat(items.sum("line", "gross")).isEqualByComparingTo("1938509.75");
        assertThat(items.sum("line", "cost")).isEqualByComparingTo("722370.25");
        assertThat(refunds.sum("line", "amount", "refund")).isEqualByComparingTo("85338.69");
        assertThat(refunds.controlOfSource()).isEqualByComparingTo("-85338.69");
        assertThat(products.facts("product").getFirst())
                .containsEntry("sku", "1")
                .containsEntry("product_name", "The Original Mr. Fuzzy");
        assertThat(orders.rejected).isEmpty();
    }

    @Test
    void readsOlistTableByTable() {
        Taken orders = Taken.from(Shelf.shared("olist/orders.csv.gz"), REAIS);
        Taken items = Taken.from(Shelf.shared("olist/order_items.csv.gz"), REAIS);
        Taken customers = Taken.from(Shelf.shared("olist/customers.csv.gz"), REAIS);
        Taken products = Taken.from(Shelf.shared("olist/products.csv.gz"), REAIS);
        Taken payments = Taken.from(Shelf.shared("olist/payments_full.csv.gz"), REAIS);

        assertThat(orders.facts("order")).hasSize(10_000);
        assertThat(items.facts("line")).hasSize(11_252);
        assertThat(payments.rows).hasSize(103_886);
        assertThat(payments.controlOfSource()).isEqualByComparingTo("16008872.12");
        assertThat(customers.facts("customer").getFirst())
                .containsEntry("person", "918dc87cd72cd9f6ed4bd442ed785235")
                .containsEntry("region", "SP");
        assertThat(products.facts("product").getFirst())
                .containsEntry("category", "moveis_decoracao");
        assertThat(orders.facts("order").getFirst())
                .containsEntry("placed_at", Instant.parse("2017-10-02T13:56:33Z"))
                .containsEntry("status", "approved")
                .containsEntry("source_status", "delivered");
        assertThat(orders.facts("order").stream().map(one -> Taken.field(one, "status")))
                .containsOnly("approved", "cancelled", "open");
        assertThat(orders.warnings).isEmpty();
    }

    private static BigDecimal netRevenue(Taken taken, String days) {
        return taken.facts("line").stream()
                .filter(line -> in(Taken.field(line, "occurred_at"), days))
                .map(RealFilesTest::revenue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal revenue(Map<String, Object> line) {
        BigDecimal amount = (BigDecimal) Taken.field(line, "amount");
        return switch ((String) Taken.field(line, "kind")) {
            case "product" -> amount;
            case "refund", "discount" -> amount.negate();
            default -> BigDecimal.ZERO;
        };
    }

    private static Set<Object> sales(Taken taken, String days) {
        return taken.facts("order").stream()
                .filter(order -> Taken.field(order, "document").equals("sale"))
                .filter(order -> in(Taken.field(order, "placed_at"), days))
                .map(order -> Taken.field(order, "order_id"))
                .collect(Collectors.toSet());
    }

    /** London keeps UTC in winter; in summer no sale is within an hour of midnight. */
    private static boolean in(Object instant, String days) {
        return instant.toString().startsWith(days);
    }
}

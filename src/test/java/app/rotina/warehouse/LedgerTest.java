package app.rotina.warehouse;

import static app.rotina.warehouse.ImportTest.counts;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Orders, lines and money movements, in whatever order they come. */
class LedgerTest extends WithStore {
    private static final String ORDERS =
            "order_id,placed_at,approved_at,status,customer_id,order_discount";
    private static final String ITEMS =
            "line_id,order_id,sku,product_name,quantity,unit_price,gross,amount";
    private static final String REFUNDS = "line_id,order_id,kind,occurred_at,amount";
    private static final String WHOLE_ORDERS =
            "Número do Pedido;E-mail;Data;Status do Pedido;Status do Pagamento;Subtotal;Desconto;Valor do Frete;Total;Data de pagamento;Nome do Produto;Valor do Produto;Quantidade Comprada;SKU";
    private static final String RETAIL =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
    private static final Instant OLD = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NEW = Instant.parse("2026-03-15T00:00:00Z");

    @Test
    @DisplayName("82: a line that is gone at its source is taken away")
    void takesAwayTheLineThatAnOrderLost() {
        shop.take(WHOLE_ORDERS, blouse(1, "SKU-1"), skirt(1, "SKU-2"));
        assertThat(shop.value("gross_sales", "2026-03-02")).isEqualTo("90");
        ImportReport report = shop.take(WHOLE_ORDERS, blouse(1, "SKU-1"));
        assertThat(report.removed()).isEqualTo(1);
        assertThat(shop.value("gross_sales", "2026-03-02")).isEqualTo("50");
        assertThat(shop.query("SELECT count(*) FROM resolved_line")).containsExactly("1");
    }

    @Test
    void leavesTheLinesOfOrdersThatAFileDoesNotHave() {
        shop.take(WHOLE_ORDERS, blouse(1, "A"), skirt(1, "B"), blouse(2, "A"));
        shop.take(WHOLE_ORDERS, blouse(2, "A"));
        assertThat(shop.value("units", "2026-03-02")).isEqualTo("3");
    }

    @Test
    void bringsNoLostLineBackFromAnOlderFile() {
        shop.takeWritten(NEW, WHOLE_ORDERS, blouse(1, "A"));
        ImportReport older = shop.takeWritten(OLD, WHOLE_ORDERS, blouse(1, "A"), skirt(1, "B"));
        assertThat(shop.value("units", "2026-03-02")).isEqualTo("1");
        assertThat(older.inserted()).isZero();
    }

    @Test
    void knowsEqualRowsWithoutAKeyByTheirNumber() {
        try (StoreForTests giftShop =
                new StoreForTests(folder, StoreForTests.store("gift", "Europe/London", "GBP"))) {
            String row = "536365,85123A,HEART,6,2026-03-02 08:26:00,2.55,17850,United Kingdom";
            counts(giftShop.take(RETAIL, row, row), 2, 2, 0, 0);
            counts(giftShop.take(RETAIL, row, row), 2, 0, 0, 2);
            counts(giftShop.take(RETAIL, row, row, row), 3, 1, 0, 2);
            assertThat(giftShop.value("gross_sales", "2026-03-02")).isEqualTo("45.9");
            assertThat(giftShop.value("orders", "2026-03-02")).isEqualTo("1");
        }
    }

    @Test
    void keepsARefundThatComesBeforeItsOrder() {
        shop.take(REFUNDS, "r,1,refund,2026-03-05T10:00:00,30");
        assertThat(shop.value("refunds", "2026-03-05")).isEqualTo("30");
        order("100");
        assertThat(shop.value("refunds", "2026-03-05")).isEqualTo("30");
        assertThat(shop.value("net_revenue", "2026-03-02")).isEqualTo("100");
        assertThat(shop.value("net_revenue", "2026-03-02", "2026-03-05")).isEqualTo("70");
        assertThat(shop.query("SELECT channel FROM resolved_line WHERE kind = 'refund'"))
                .containsExactly("phone");
    }

    @Test
    void takesAPartialRefundAndThenTheRest() {
        order("100");
        shop.take(REFUNDS, "r1,1,refund,2026-03-05T10:00:00,30");
        shop.take(
                REFUNDS,
                "r1,1,refund,2026-03-05T10:00:00,30",
                "r2,1,refund,2026-03-09T10:00:00,70");
        assertThat(shop.value("refunds", "2026-03-05")).isEqualTo("30");
        assertThat(shop.value("net_revenue", "2026-03-02", "2026-03-09")).isEqualTo("0");
    }

    @Test
    @DisplayName("74: a refund over what was paid stays")
    void keepsARefundOfMoreThanWasPaid() {
        order("100");
        shop.take(REFUNDS, "r,1,refund,2026-03-05T10:00:00,130");
        assertThat(shop.value("net_revenue", "2026-03-02", "2026-03-05")).isEqualTo("-30");
    }

    @Test
    void takesNoShippingRefundFromProductMoney() {
        order("100");
        shop.take(REFUNDS, "r,1,shipping_refund,2026-03-05T10:00:00,12");
        assertThat(shop.value("net_revenue", "2026-03-02", "2026-03-05")).isEqualTo("100");
        assertThat(shop.query("SELECT amount FROM fact_line WHERE kind = 'shipping_refund'"))
                .containsExactly("12.0000");
    }

    @Test
    void spreadsAnOrdersDiscountOverItsLinesToTheLastDecimal() {
        shop.take(ORDERS, "1,2026-03-02T10:00:00,2026-03-02T10:00:00,approved,ana,10.00");
        shop.take(
                ITEMS,
                "a,1,A,Saia,1,33.33,33.33,33.33",
                "b,1,B,Blusa,1,33.33,33.33,33.33",
                "c,1,C,Cinto,1,33.34,33.34,33.34");
        assertThat(shop.query("SELECT sum(discount) FROM resolved_line"))
                .containsExactly("10.0000");
        assertThat(
                        shop.query(
                                "SELECT count(*) FROM resolved_line WHERE discount BETWEEN 3.33 AND 3.34"))
                .containsExactly("3");
        assertThat(shop.value("placed_revenue", "2026-03-02")).isEqualTo("90");
    }

    @Test
    void spreadsADiscountOverGiftsToo() {
        shop.take(ORDERS, "1,2026-03-02T10:00:00,2026-03-02T10:00:00,approved,ana,5.00");
        shop.take(ITEMS, "a,1,A,Brinde,1,0,0,0", "b,1,B,Brinde,1,0,0,0");
        assertThat(shop.query("SELECT sum(discount) FROM resolved_line")).containsExactly("5.0000");
    }

    @Test
    void countsTheOtherOrderAsFirstWhenAnEarlierOneArrives() {
        shop.take(ORDERS, "2,2026-03-09T10:00:00,,open,ana,");
        assertThat(shop.value("new_customers", "2026-03-09")).isEqualTo("1");
        shop.take(ORDERS, "1,2026-03-02T10:00:00,,open,ana,");
        assertThat(shop.value("new_customers", "2026-03-02")).isEqualTo("1");
        assertThat(shop.value("new_customers", "2026-03-09")).isEqualTo("0");
        assertThat(shop.value("returning_customers", "2026-03-09")).isEqualTo("1");
    }

    @Test
    void countsANewFirstOrderWhenTheFirstTurnsOutATest() {
        shop.take(ORDERS, "1,2026-03-02T10:00:00,,open,ana,", "2,2026-03-09T10:00:00,,open,ana,");
        shop.take(ORDERS, "1,2026-03-02T10:00:00,,test,ana,");
        assertThat(shop.value("new_customers", "2026-03-02")).isEqualTo("0");
        assertThat(shop.value("new_customers", "2026-03-09")).isEqualTo("1");
    }

    @Test
    void neverTakesPendingMoneyForRevenue() {
        shop.take(ORDERS, "1,2026-03-02T10:00:00,,open,ana,");
        shop.take(ITEMS, "a,1,A,Saia,1,100,100,100");
        assertThat(shop.value("net_revenue", "2026-03-02")).isEqualTo("0");
        assertThat(shop.value("pending_amount", "2026-03-02")).isEqualTo("100");
        shop.take(ORDERS, "1,2026-03-02T10:00:00,,expired,ana,");
        assertThat(shop.value("net_revenue", "2026-03-02")).isEqualTo("0");
        assertThat(shop.value("pending_amount", "2026-03-02")).isEqualTo("0");
        assertThat(shop.value("orders", "2026-03-02")).isEqualTo("1");
    }

    @Test
    void givesAnOrderOfTheLateEveningToItsLocalDay() {
        shop.take(ORDERS, "1,2026-03-03T02:30:00Z,,open,ana,");
        assertThat(shop.value("orders", "2026-03-02")).isEqualTo("1");
        assertThat(shop.value("orders", "2026-03-03")).isEqualTo("not_delivered");
    }

    @Test
    void takesAProductsNewNameForLinesOfBefore() {
        order("100");
        shop.take("sku,product_name,category,cost", "A,Saia Lua,Saias,40");
        assertThat(shop.query("SELECT category FROM resolved_line")).containsExactly("Saias");
        assertThat(shop.value("cost_of_goods", "2026-03-02")).isEqualTo("40");
    }

    private void order(String amount) {
        shop.take(
                "order_id,placed_at,status,channel,customer_id",
                "1,2026-03-02T10:00:00,,phone,ana");
        shop.take(ITEMS, "a,1,A,Saia,1,%1$s,%1$s,%1$s".formatted(amount));
    }

    private static String blouse(int order, String sku) {
        return "%d;a@exemplo.com;02/03/2026 09:30:00;Aberto;Confirmado;90,00;0,00;5,00;95,00;02/03/2026;Blusa;50,00;1;%s"
                .formatted(order, sku);
    }

    private static String skirt(int order, String sku) {
        return "%d;a@exemplo.com;;;;;;;;;Saia;40,00;1;%s".formatted(order, sku);
    }
}

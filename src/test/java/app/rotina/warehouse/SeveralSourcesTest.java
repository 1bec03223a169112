package app.rotina.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Store;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Orders told in more than one way, at more than one time, or under more than one name. */
class SeveralSourcesTest extends WithStore {
    private static final String ORDERS = "order_id,placed_at,status,customer_id";
    private static final String ITEMS =
            "line_id,order_id,sku,product_name,quantity,unit_price,gross,amount";
    private static final String SHOPIFY =
            "Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled at,Refunded Amount";

    private static final String SHOPIFY_FREIGHT =
            "Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled at,Refunded Amount";

    @Test
    @DisplayName("53: after a change of the store's zone a rebuild counts every day anew")
    void countsDaysAnewInAnotherZone() {
        shop.take(
                "order_id,placed_at,approved_at,status",
                "1,2026-03-03T02:30:00Z,,open",
                "2,2026-03-03T15:30:00Z,2026-03-03T16:30:00Z,approved");
        Store moved = StoreForTests.store("ipe", "Asia/Shanghai", "BRL");

        assertThat(shop.value("orders", "2026-03-02")).isEqualTo("1");
        assertThat(shop.warehouse().zone("ipe")).hasValue(ZoneId.of("America/Sao_Paulo"));
        shop.warehouse().imports().rebuild(moved);
        assertThat(shop.warehouse().zone("ipe")).hasValue(moved.zone());
        assertThat(
                        shop.query(
                                "SELECT placed_at_day || ' ' || coalesce(CAST(approved_at_day AS VARCHAR), '-') FROM fact_order ORDER BY order_id"))
                .containsExactly("2026-03-03 -", "2026-03-03 2026-03-04");
        shop.warehouse().imports().rebuild(shop.store());
        assertThat(shop.value("orders", "2026-03-02")).isEqualTo("1");
    }

    @Test
    @DisplayName("65: an order that two sources tell is one, and each line knows where it is from")
    void countsAnOrderOfTwoSourcesOnce() {
        shop.take(ORDERS, "#1,2026-03-02T10:00:00,approved,ana");
        shop.take(ITEMS, "a,#1,S,Saia,1,100,100,100", "b,#2,S,Saia,1,70,70,70");
        shop.take(SHOPIFY, shopify("#1", 1, "100.00"));

        assertThat(shop.value("orders", "2026-03-02")).isEqualTo("1");
        assertThat(shop.value("placed_revenue", "2026-03-02")).isEqualTo("100");
        assertThat(
                        shop.query(
                                "SELECT DISTINCT i.delivery FROM fact_line l JOIN import i ON i.id = l._import WHERE l.order_id = '#1' ORDER BY 1"))
                .containsExactly("rotina/items", "shopify/orders");
        assertThat(shop.number("SELECT count(*) FROM resolved_line WHERE order_id = '#2'"))
                .isEqualByComparingTo("1");
        RebuildTest.assertSameWhenRebuilt(shop);

        shop.take(ITEMS, "a,#1,S,Saia,1,100,100,90");
        assertThat(shop.value("placed_revenue", "2026-03-02")).isEqualTo("90");
    }

    @Test
    @DisplayName("76: a chargeback that is lost and then reversed leaves the payment as it was")
    void endsAReversedChargebackWhereItBegan() {
        String header =
                "id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Available On (UTC),order_id (metadata)";
        String charge =
                "txn_1,charge,ch_1,100.00,4.00,96.00,brl,2026-03-02 14:03,2026-03-04 00:00,1";
        String lost =
                "txn_2,dispute,dp_1,-100.00,15.00,-115.00,brl,2026-03-09 14:03,2026-03-09 00:00,1";
        String won =
                "txn_3,dispute_reversal,dp_1,100.00,0.00,100.00,brl,2026-03-15 14:03,2026-03-15 00:00,1";
        String paid = "SELECT sum(amount) FROM fact_payment WHERE order_id = '1'";

        shop.take(header, charge, lost);
        assertThat(shop.number(paid)).isEqualByComparingTo("0");
        shop.take(header, charge, lost, won);
        assertThat(shop.number(paid)).isEqualByComparingTo("100");
        assertThat(shop.number("SELECT count(*) FROM fact_payment")).isEqualByComparingTo("3");
    }

    @Test
    @DisplayName("77: an order edited after it was paid is what it is now, on the day it was paid")
    void takesTheEditOfAPaidOrder() {
        shop.take(
                SHOPIFY,
                shopify("#1", 2, "200.00"),
                "#1,,,,,,,,2026-03-02 10:00:00 -0300,1,Blusa,50.00,B-1,,");
        assertThat(shop.value("approved_revenue", "2026-03-02")).isEqualTo("250");
        shop.take(SHOPIFY, shopify("#1", 1, "100.00"));

        assertThat(shop.value("approved_revenue", "2026-03-02")).isEqualTo("100");
        assertThat(shop.query("SELECT sku FROM fact_line")).containsExactly("S-1");
    }

    @Test
    @DisplayName("77: a refund that an order no longer has is taken out with its freight")
    void takesOutWhatAnOrderNoLongerSays() {
        String kinds = "SELECT kind || ' ' || sum(amount) FROM fact_line GROUP BY kind ORDER BY 1";
        shop.take(
                SHOPIFY_FREIGHT,
                "#1,a@example.org,refunded,2026-03-02 10:05:00 -0300,BRL,100.00,15.00,115.00,2026-03-02 10:00:00 -0300,1,Saia,100.00,S-1,,115.00");
        assertThat(shop.query(kinds))
                .containsExactly("product 100.0000", "refund 100.0000", "shipping_refund 15.0000");
        shop.take(
                SHOPIFY_FREIGHT,
                "#1,a@example.org,paid,2026-03-02 10:05:00 -0300,BRL,100.00,15.00,115.00,2026-03-02 10:00:00 -0300,1,Saia,100.00,S-1,,0.00");

        assertThat(shop.query(kinds)).containsExactly("product 100.0000");
        assertThat(shop.value("net_revenue", "2026-03-02")).isEqualTo("100");
        shop.warehouse().imports().rebuild(shop.store());
        assertThat(shop.query(kinds)).containsExactly("product 100.0000");
    }

    @Test
    @DisplayName("77: so it is where each row is known by its order's number")
    void takesOutWhatAKeyedRowNoLongerSays() {
        String header =
                "N.º de venda;Data da venda;Estado;Descrição do status;Pacote de diversos produtos;Pertence a um kit;Unidades;Receita por produtos (BRL);Receita por envio (BRL);Cancelamentos e reembolsos (BRL);Total (BRL);SKU;Título do anúncio";
        String row =
                "2000002;5 de junho de 2026 17:36 hs.;Entregue;;Sim;Não;2;40,00;;%s;0,00;S-1;Saia";
        String kinds = "SELECT kind FROM fact_line ORDER BY 1";
        shop.take(header, row.formatted("-40,00"));
        assertThat(shop.query(kinds)).containsExactly("product", "refund");
        shop.take(header, row.formatted(""));

        assertThat(shop.query(kinds)).containsExactly("product");
        shop.warehouse().imports().rebuild(shop.store());
        assertThat(shop.query(kinds)).containsExactly("product");
    }

    @Test
    @DisplayName("79: two payments of one order are one order, known by the larger")
    void countsAnOrderOfTwoPaymentsOnce() {
        shop.take(ORDERS, "1,2026-03-02T10:00:00,approved,ana");
        shop.take(
                "payment_id,order_id,method,status,paid_at,amount",
                "p1,1,pix,approved,2026-03-02T10:00:00,30.00",
                "p2,1,card,approved,2026-03-02T10:01:00,70.00");

        assertThat(shop.value("orders", "2026-03-02")).isEqualTo("1");
        assertThat(shop.number("SELECT sum(amount) FROM fact_payment")).isEqualByComparingTo("100");
        assertThat(shop.query("SELECT payment_method FROM resolved_order")).containsExactly("card");
    }

    @Test
    @DisplayName("80: a marketplace's fee is taken off its payout, not off the revenue")
    void takesNoFeeFromRevenue() {
        shop.take(
                "N.º de venda;Data da venda;Estado;Unidades;Receita por produtos (BRL);Tarifa de venda e impostos (BRL);Tarifas de envio (BRL);Total (BRL);SKU;Título do anúncio",
                "2000001;2 de março de 2026 17:35 hs.;Entregue;1;100,00;-16,50;-8,00;75,50;B-1;Blusa");

        assertThat(shop.value("placed_revenue", "2026-03-02")).isEqualTo("100");
        assertThat(shop.number("SELECT order_total FROM fact_order")).isEqualByComparingTo("75.5");
    }

    @Test
    @DisplayName("83: a guest who registers is one customer")
    void knowsAGuestWhoRegisters() {
        shop.take(
                "customer_id,person,country,region",
                "guest-1,somebody,BR,SP",
                "account-9,somebody,BR,SP");
        shop.take(
                ORDERS,
                "1,2026-03-02T10:00:00,approved,guest-1",
                "2,2026-03-04T10:00:00,approved,account-9");

        assertThat(shop.value("new_customers", "2026-03-02", "2026-03-04")).isEqualTo("1");
        assertThat(shop.value("returning_customers", "2026-03-04")).isEqualTo("1");
    }

    @Test
    @DisplayName(
            "84: a sku that is used again for another article goes by its newest name everywhere")
    void namesAReusedSkuByItsNewestName() {
        shop.take(ITEMS, "a,1,S,Saia,1,100,100,100");
        shop.take("sku,product_name,category", "S,Saia,Saias");
        shop.take("sku,product_name,category", "S,Short,Shorts");

        assertThat(shop.query("SELECT product_name || ' ' || category FROM resolved_line"))
                .containsExactly("Short Shorts");
        assertThat(shop.query("SELECT product_name FROM fact_line")).containsExactly("Saia");
    }

    private static String shopify(String order, int pieces, String subtotal) {
        return "%s,a@example.org,paid,2026-03-02 10:05:00 -0300,BRL,%s,0.00,%s,2026-03-02 10:00:00 -0300,%d,Saia,100.00,S-1,,0.00"
                .formatted(order, subtotal, subtotal, pieces);
    }
}

package app.rotina.warehouse;

import static app.rotina.warehouse.ImportTest.counts;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.sources.Profile;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Orders and payments as payment providers and shops really tell of them. */
class OddOrdersTest extends WithStore {
    private static final String ORDERS =
            "order_id,placed_at,approved_at,cancelled_at,status,customer_id,order_total";
    private static final String ITEMS = "line_id,order_id,kind,sku,product_name,quantity,amount";
    private static final String PAYMENTS = "payment_id,order_id,method,status,paid_at,amount";

    @Test
    @DisplayName("34 line taxes 0.01 off: what the source states stays, and so does the difference")
    void keepsATotalThatIsNotTheSumOfItsLines() {
        shop.take(ORDERS, "1,2026-03-02T10:00:00,,,,ana,33.34");
        shop.take(
                ITEMS,
                "a,1,product,A,Saia,3,30.00",
                "b,1,tax,,Imposto,1,1.11",
                "c,1,tax,,Imposto,1,1.11",
                "d,1,tax,,Imposto,1,1.11");
        assertThat(shop.query("SELECT order_total FROM fact_order")).containsExactly("33.3400");
        assertThat(shop.query("SELECT sum(amount) FROM fact_line")).containsExactly("33.3300");
        assertThat(shop.value("placed_revenue", "2026-03-02")).isEqualTo("30");
    }

    @Test
    @DisplayName("60 zone data of the engine cannot differ from ours: it is never asked for a zone")
    void asksTheEngineForNoZone() {
        shop.take(ORDERS, "1,2026-03-03T02:30:00Z,,,,ana,10");
        assertThat(
                        shop.query(
                                "SELECT table_name || '.' || column_name FROM duckdb_columns() WHERE data_type LIKE '%TIME ZONE%' AND NOT internal"))
                .isEmpty();
        assertThat(shop.query("SELECT placed_at || ' ' || placed_at_day FROM fact_order"))
                .containsExactly("2026-03-03 02:30:00 2026-03-02");
    }

    @Test
    @DisplayName("66 an older state never overwrites, known by the source's own time of change")
    void knowsTheNewerStateByItsVersionNotByItsFile() {
        String header = "pedido;criado;mudado;estado";
        Instant early = Instant.parse("2026-03-10T00:00:00Z");
        Instant late = early.plusSeconds(86_400);
        shop.takeBy(versioned(), early, header, "1;2026-03-02T10:00:00;2026-03-05T10:00:00;pago");
        ImportReport older =
                shop.takeBy(
                        versioned(),
                        late,
                        header,
                        "1;2026-03-02T10:00:00;2026-03-04T10:00:00;novo");
        counts(older, 1, 0, 0, 1);
        assertThat(older.older()).isEqualTo(1);
        assertThat(shop.query("SELECT status FROM fact_order")).containsExactly("approved");
        counts(
                shop.takeBy(
                        versioned(),
                        early,
                        header,
                        "1;2026-03-02T10:00:00;2026-03-06T10:00:00;cancelado"),
                1,
                0,
                1,
                0);
        assertThat(shop.query("SELECT status FROM fact_order")).containsExactly("cancelled");
        RebuildTest.assertSameWhenRebuilt(shop);
    }

    @Test
    @DisplayName("68 a payment that jumps to “available” is paid once, on the day it was")
    void takesAnApprovalWhateverTheSourceCallsIt() {
        item();
        shop.take(ORDERS, "1,2026-03-02T10:00:00,,,open,ana,");
        shop.take(ORDERS, "1,2026-03-02T10:00:00,2026-03-04T10:00:00,,available,ana,");
        assertThat(shop.value("approved_revenue", "2026-03-02")).isEqualTo("0");
        assertThat(shop.value("approved_revenue", "2026-03-04")).isEqualTo("100");
        assertThat(shop.value("pending_amount", "2026-03-02")).isEqualTo("0");
        assertThat(shop.query("SELECT status FROM fact_order WHERE order_id = '1'"))
                .containsExactly("unknown");
    }

    @Test
    @DisplayName(
            "69 an expired charge that stays “active” is pending on its day, and never revenue")
    void neverCountsAChargeThatNobodyPaid() {
        item();
        shop.take(
                ORDERS,
                "1,2025-12-02T10:00:00,,,open,ana,",
                "2,2026-03-02T10:00:00,2026-03-02T10:01:00,,approved,bia,");
        assertThat(shop.value("pending_amount", "2025-12-02")).isEqualTo("100");
        assertThat(shop.value("pending_amount", "2026-03-02", "2026-03-11")).isEqualTo("0");
        assertThat(shop.value("net_revenue", "2025-12-02", "2026-03-12")).isEqualTo("0");
    }

    @Test
    @DisplayName("70 a boleto paid after it expired is revenue of the day it was paid")
    void countsALatePayment() {
        item();
        shop.take(ORDERS, "1,2026-03-02T10:00:00,,,open,ana,");
        shop.take(ORDERS, "1,2026-03-02T10:00:00,,2026-03-07T00:00:00,expired,ana,");
        assertThat(shop.value("net_revenue", "2026-03-02", "2026-03-07")).isEqualTo("0");
        shop.take(ORDERS, "1,2026-03-02T10:00:00,2026-03-09T08:00:00,,approved,ana,");
        assertThat(shop.value("net_revenue", "2026-03-09")).isEqualTo("100");
        assertThat(shop.value("net_revenue", "2026-03-02", "2026-03-08")).isEqualTo("0");
    }

    @Test
    @DisplayName("70 a boleto paid after the order was cancelled counts until it is paid back")
    void countsMoneyOfACancelledOrderUntilItIsRefunded() {
        item();
        shop.take(ORDERS, "1,2026-03-02T10:00:00,,2026-03-05T00:00:00,cancelled,ana,");
        shop.take(
                ORDERS,
                "1,2026-03-02T10:00:00,2026-03-09T08:00:00,2026-03-05T00:00:00,cancelled,ana,");
        assertThat(shop.value("net_revenue", "2026-03-09")).isEqualTo("100");
        shop.take(
                "line_id,order_id,kind,occurred_at,amount",
                "r,1,refund,2026-03-10T09:00:00,100.00");
        assertThat(shop.value("net_revenue", "2026-03-10")).isEqualTo("-100");
        assertThat(shop.value("net_revenue", "2026-03-02", "2026-03-10")).isEqualTo("0");
    }

    @Test
    @DisplayName("71 five identical paid notices are one payment")
    void takesRepeatedNoticesOnce() {
        item();
        String notice = "p-1,1,pix,approved,2026-03-02T10:05:00,100.00";
        counts(shop.take(PAYMENTS, notice, notice, notice, notice, notice), 5, 1, 0, 4);
        counts(shop.take(PAYMENTS, notice, notice), 2, 0, 0, 2);
        shop.take(ORDERS, "1,2026-03-02T10:00:00,2026-03-02T10:05:00,,approved,ana,");
        assertThat(shop.query("SELECT count(*) || ' ' || sum(amount) FROM fact_payment"))
                .containsExactly("1 100.0000");
        assertThat(shop.value("net_revenue", "2026-03-02")).isEqualTo("100");
    }

    /** What order 1 is made of, between two that nobody paid and that show how far files reach. */
    private void item() {
        shop.take(
                ITEMS,
                "a,1,product,A,Saia,1,100",
                "b,8,product,A,Saia,1,100",
                "c,9,product,A,Saia,1,100");
        shop.take(
                ORDERS, "8,2026-03-01T10:00:00,,,open,caio,", "9,2026-03-12T10:00:00,,,open,caio,");
    }

    private static Profile versioned() {
        return Profile.of(
                "versioned.yaml",
                """
                profile: versioned
                title: {en: Versioned}
                dates: iso
                files:
                  orders:
                    columns:
                      order_id: {header: pedido, type: id, need: value}
                      placed_at: {header: criado, need: value}
                      changed_at: {header: mudado, type: instant, need: value}
                      status: {header: estado, words: {novo: open, pago: approved, cancelado: cancelled}, need: value}
                    emit: {fact: order}
                    key: order_id
                    version: changed_at
                """);
    }
}

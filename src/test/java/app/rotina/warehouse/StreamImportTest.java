package app.rotina.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.sources.Warning;
import app.rotina.warehouse.ImportReport.ControlTotal;
import app.rotina.warehouse.Quarantine.Waiting;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Orders as a shop's own records, pulled again and again. */
class StreamImportTest extends WithStore {

    @Test
    void takesAnOrderWithItsItemsRefundsAndTaxes() {
        ImportReport report =
                shop.take(
                        order(
                                1,
                                "10:00",
                                "completed",
                                "2.00",
                                item(11, "50.00") + "," + item(12, "30.00"),
                                ""));

        assertThat(report.quarantined()).isZero();
        assertThat(shop.value("gross_sales", "2026-03-01")).isEqualTo("80");
        assertThat(shop.value("taxes", "2026-03-01")).isEqualTo("2");
        assertThat(shop.value("orders", "2026-03-01")).isEqualTo("1");
        ControlTotal control = Objects.requireNonNull(report.control());
        assertThat(control.source()).isEqualByComparingTo(control.warehouse());
    }

    @Test
    void changesNothingWhenTheSameComesAgain() {
        String order =
                order(1, "10:00", "completed", "2.00", item(11, "50.00"), refund(91, "5.00"));
        shop.take(order);
        List<String> before = shop.everything();

        ImportReport again = shop.take(order);

        assertThat(again.inserted() + again.updated() + again.removed()).isZero();
        assertThat(shop.everything()).isEqualTo(before);
    }

    @Test
    @DisplayName("82: a refund, an item and an order that are taken away at the source are gone")
    void takesAwayWhatTheSourceTookAway() {
        shop.take(
                order(
                        1,
                        "10:00",
                        "completed",
                        "2.00",
                        item(11, "50.00") + "," + item(12, "30.00"),
                        refund(91, "5.00")));
        shop.take(order(1, "11:00", "completed", "0.00", item(12, "30.00"), ""));

        assertThat(shop.value("gross_sales", "2026-03-01")).isEqualTo("30");
        assertThat(shop.query("SELECT line_id FROM fact_line")).containsExactly("item/12");

        shop.take(order(1, "12:00", "trash", "0.00", item(12, "30.00"), ""));

        assertThat(shop.value("orders", "2026-03-01")).isNotEqualTo("1");
    }

    @Test
    void takesLinesAwayBesideAnOrderWithARowThatWaits() {
        shop.take(
                order(1, "10:00", "completed", "0.00", item(11, "5") + "," + item(12, "3"), ""),
                order(2, "10:00", "completed", "0.00", item(21, "7") + "," + item(22, "9"), ""));

        ImportReport report =
                shop.take(
                        order(1, "11:00", "completed", "0.00", item(12, "3"), ""),
                        order(2, "11:00", "completed", "0.00", item(21, "7x"), ""));

        assertThat(report.quarantined()).isEqualTo(1);
        assertThat(report.removed()).isEqualTo(1);
        assertThat(shop.query("SELECT line_id FROM fact_line ORDER BY line_id"))
                .containsExactly("item/12", "item/21", "item/22");
        assertThat(shop.value("gross_sales", "2026-03-01")).isEqualTo("19");
        RebuildTest.assertSameWhenRebuilt(shop);

        shop.take(order(2, "12:00", "completed", "0.00", item(21, "8"), ""));

        assertThat(shop.value("gross_sales", "2026-03-01")).isEqualTo("11");
        RebuildTest.assertSameWhenRebuilt(shop);
    }

    @Test
    void takesNothingAwayWhereNobodyKnowsWhoseARowIsThatWaits() {
        shop.take(order(1, "10:00", "completed", "0.00", item(11, "5") + "," + item(12, "3"), ""));

        shop.take(
                order(1, "11:00", "completed", "0.00", item(12, "3"), ""),
                order(2, "11:00", "completed", "0.00", item(21, "7"), "")
                        .replace("\"number\":\"2\"", "\"number\":null"));

        assertThat(shop.query("SELECT line_id FROM fact_line ORDER BY line_id"))
                .containsExactly("item/11", "item/12");
        RebuildTest.assertSameWhenRebuilt(shop);
    }

    @Test
    @DisplayName("66: what was taken away does not come back with an older pull")
    void neverLetsAnOlderPullOverwriteANewerOne() {
        String older =
                order(1, "10:00", "completed", "2.00", item(11, "50.00"), refund(91, "5.00"));
        shop.take(older);
        shop.take(order(1, "11:00", "completed", "0.00", item(11, "40.00"), ""));
        List<String> before = shop.everything();

        ImportReport again = shop.take(older);

        assertThat(again.older()).isEqualTo(again.read());
        assertThat(shop.everything()).isEqualTo(before);
    }

    @Test
    void isAFactAgainAfterItWasNone() {
        shop.take(order(1, "10:00", "completed", "0.00", item(11, "50.00"), ""));
        shop.take(order(1, "11:00", "completed", "3.00", item(11, "50.00"), ""));
        assertThat(shop.value("taxes", "2026-03-01")).isEqualTo("3");

        shop.take(order(1, "12:00", "completed", "0.00", item(11, "50.00"), ""));
        assertThat(shop.query("SELECT line_id FROM fact_line")).containsExactly("item/11");

        shop.take(order(1, "13:00", "completed", "4.00", item(11, "50.00"), ""));
        assertThat(shop.value("taxes", "2026-03-01")).isEqualTo("4");
    }

    @Test
    void isTheSameRebuilt() {
        shop.take(order(1, "10:00", "completed", "2.00", item(11, "50.00"), ""));
        shop.take(order(1, "11:00", "completed", "0.00", item(12, "20.00"), refund(91, "5.00")));
        shop.take(order(2, "11:00", "processing", "1.00", item(21, "10.00"), ""));
        List<String> before = shop.everything();

        shop.warehouse().imports().rebuild(shop.store());

        assertThat(shop.everything()).isEqualTo(before);
    }

    @Test
    @DisplayName("98: times are the shop's in GMT, days are the store's")
    void knowsGmtFromTheSitesZone() {
        shop.take(order(1, "02:30", "completed", "0.00", item(11, "50.00"), ""));

        assertThat(shop.value("orders", "2026-02-28")).isEqualTo("1");
    }

    @Test
    @DisplayName("100: a status nobody knows is unknown, and said")
    void countsANewStatusAsUnknown() {
        ImportReport report =
                shop.take(order(1, "10:00", "wc-on-its-way", "0.00", item(11, "50.00"), ""));

        assertThat(report.files())
                .flatExtracting(ImportReport.FileReport::warnings)
                .containsOnly(new Warning("new_words", List.of("status", "wc-on-its-way")));
        assertThat(shop.warehouse().sources().of("ipe"))
                .flatExtracting(SourceLog.Source::warnings)
                .containsOnly(new Warning("new_words", List.of("status", "wc-on-its-way")));
        assertThat(shop.query("SELECT status || ' ' || source_status FROM fact_order"))
                .containsExactly("unknown wc-on-its-way");
    }

    @Test
    void mendsARecordThatWaits() {
        shop.take(order(1, "10:00", "completed", "0.00", item(11, "12x"), ""));
        Waiting waiting = shop.warehouse().quarantine().waiting("ipe", shop.key()).getFirst();
        int column = waiting.header().indexOf("line_items.total");
        List<String> cells = new ArrayList<>(waiting.cells());
        cells.set(column, "12.00");
        cells.set(waiting.header().indexOf("line_items.subtotal"), "12.00");

        ImportReport mended = shop.mend(Map.of(waiting.id(), cells));

        assertThat(mended.inserted()).isEqualTo(1);
        assertThat(shop.value("gross_sales", "2026-03-01")).isEqualTo("12");
    }

    @Test
    @DisplayName("65: one order by a file and by a pull is one")
    void countsAnOrderOfAFileAndOfAPullOnce() {
        shop.takeWritten(
                Instant.parse("2026-02-01T00:00:00Z"),
                "Order Number,Order Status,Order Date,Item Name,SKU,Quantity,Item Cost,Order Total Amount",
                "1,Completed,2026-03-01 07:00,Camisa,CAM,1,50.00,50.00");
        shop.take(order(1, "10:00", "completed", "0.00", item(11, "50.00"), ""));

        assertThat(shop.value("orders", "2026-03-01")).isEqualTo("1");
        assertThat(new BigDecimal(shop.value("gross_sales", "2026-03-01")))
                .isEqualByComparingTo("50");
    }

    private static String order(
            int number, String at, String status, String tax, String items, String refunds) {
        return """
        {"type":"RECORD","stream":"orders","record":{"id":%1$d,"number":"%1$d","status":"%3$s","currency":"BRL",\
        "date_created_gmt":"2026-03-01T%5$s:00","date_modified_gmt":"2026-03-02T%2$s:00","date_paid_gmt":"2026-03-01T%5$s:00",\
        "total":"80.00","total_tax":"%4$s","shipping_total":"0.00","created_via":"checkout",\
        "billing":{"email":"comprador%1$d@example.org","state":"SP"},"line_items":[%6$s],"refunds":[%7$s]}}\
        """
                .formatted(
                        number, at, status, tax, at.equals("02:30") ? at : "10:00", items, refunds);
    }

    private static String item(int id, String total) {
        return "{\"id\":%1$d,\"name\":\"Camisa\",\"sku\":\"CAM-%1$d\",\"quantity\":1,\"subtotal\":\"%2$s\",\"total\":\"%2$s\"}"
                .formatted(id, total);
    }

    private static String refund(int id, String amount) {
        return "{\"id\":%d,\"amount\":\"%s\",\"date_created_gmt\":\"2026-03-02T09:00:00\",\"shipping_lines\":[{\"id\":%d,\"total\":\"-1.00\"}]}"
                .formatted(id, amount, id + 1000);
    }
}

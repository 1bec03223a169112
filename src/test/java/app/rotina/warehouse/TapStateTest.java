package app.rotina.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.RotinaException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far a tap says it has come is kept with the rows it came with. */
class TapStateTest extends WithStore {
    private static final String PROFILE = "woocommerce-api";

    @Test
    void keepsTheLastStateOfSingersTap() {
        ImportReport report =
                shop.take(order(1), state("2026-03-01"), order(2), state("2026-03-02"));

        assertThat(report.states()).isEqualTo(Map.of(PROFILE, bookmark("2026-03-02")));
        assertThat(taps()).isEqualTo(report.states());
    }

    @Test
    void keepsWhatWasSaidBeforeWhereATapSaysNothing() {
        shop.take(order(1), state("2026-03-01"));

        assertThat(shop.take(order(2)).states()).isEmpty();
        assertThat(taps()).isEqualTo(Map.of(PROFILE, bookmark("2026-03-01")));
    }

    @Test
    void keepsTheLastStateOfEachStreamOfAirbytesSource() {
        shop.take(
                airbyte("orders", "1"),
                order(1),
                airbyte("customers", "5"),
                airbyte("orders", "2"));

        assertThat(taps().get(PROFILE))
                .isEqualTo(
                        "["
                                + streamState("orders", "2")
                                + ","
                                + streamState("customers", "5")
                                + "]");
    }

    @Test
    void keepsAnOldStateOfAirbytesAsItsSourceTakesIt() {
        shop.take(order(1), "{\"type\":\"STATE\",\"state\":{\"data\":{\"orders\":7}}}");

        assertThat(taps()).isEqualTo(Map.of(PROFILE, "{\"orders\":7}"));
    }

    @Test
    void moveOnlyWithTheirRows() {
        shop.take(order(1), state("2026-03-01"));
        ImportProgress stopped = new ImportProgress();
        stopped.cancel();

        assertThatThrownBy(() -> shop.take(stopped, order(2), state("2026-03-02")))
                .isInstanceOf(RotinaException.class);

        assertThat(taps()).isEqualTo(Map.of(PROFILE, bookmark("2026-03-01")));
    }

    @Test
    void staysWhenTheWarehouseIsBuiltAnew() {
        shop.take(order(1), state("2026-03-01"));

        shop.warehouse().imports().rebuild(shop.store());

        assertThat(taps()).isEqualTo(Map.of(PROFILE, bookmark("2026-03-01")));
    }

    private Map<String, String> taps() {
        return shop.warehouse().cursors().taps("ipe");
    }

    private static String order(int number) {
        return """
        {"type":"RECORD","stream":"orders","record":{"id":%1$d,"number":"%1$d","status":"completed","currency":"BRL",\
        "date_created_gmt":"2026-03-01T10:00:00","date_modified_gmt":"2026-03-02T10:00:00","date_paid_gmt":"2026-03-01T10:00:00",\
        "total":"50.00","total_tax":"0.00","shipping_total":"0.00","created_via":"checkout","billing":{"email":"a@example.org","state":"SP"},\
        "line_items":[{"id":%1$d,"name":"Camisa","sku":"CAM","quantity":1,"subtotal":"50.00","total":"50.00"}],"refunds":[]}}\
        """
                .formatted(number);
    }

    private static String state(String day) {
        return "{\"type\":\"STATE\",\"value\":" + bookmark(day) + "}";
    }

    private static String bookmark(String day) {
        return "{\"bookmarks\":{\"orders\":{\"since\":\"" + day + "\"}}}";
    }

    private static String airbyte(String stream, String cursor) {
        return "{\"type\":\"STATE\",\"state\":" + streamState(stream, cursor) + "}";
    }

    private static String streamState(String stream, String cursor) {
        return "{\"type\":\"STREAM\",\"stream\":{\"stream_descriptor\":{\"name\":\"%s\"},\"stream_state\":{\"at\":%s}}}"
                .formatted(stream, cursor);
    }
}

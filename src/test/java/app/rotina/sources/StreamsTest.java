package app.rotina.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of streams: what taps and sources write to their standard output. */
class StreamsTest {
    private static final String SHOP =
            """
            profile: tap
            title: A tap
            zone: UTC
            files:
              orders:
                stream: [orders, public-orders]
                columns:
                  order_id: {header: id, type: id, need: value}
                  placed_at: {header: created_at, need: value}
                  region: billing.state
                  coupon: coupons.code
                  device: "meta[key=device].value"
                  city: "places[kind.name=home].city"
                  approved_at: "payments[first:state=paid].at"
                  order_total: total
                compute: {document: sale}
                emit: {fact: order}
                key: order_id
              lines:
                stream: orders
                lists: [items, refunds, refunds.freight]
                columns:
                  order_id: {header: id, type: id, need: value}
                  line_id: {header: items.id, type: id, need: column}
                  sku: {header: items.sku, type: id}
                  quantity: items.quantity
                  amount: items.total
                  category: "items.tags[0]"
                  refund: {header: refunds.id, type: id}
                  freight: {header: "refunds.freight[sum].total", type: money}
                  part: {header: refunds.freight.total, type: money}
                rules:
                  kind:
                    - {when: {line_id: {empty: false}}, set: {kind: product}}
                    - {when: {part: {empty: false}}, set: {kind: shipping_refund, line_id: "= concat('f', refund, part)", amount: "= part"}}
                    - {when: {refund: {empty: false}}, set: {kind: refund, line_id: "= concat('r', refund)", amount: "= freight"}}
                    - {ignore: true}
                emit: {fact: line}
                key: line_id
                group: order_id
            """;

    private static final String ORDER =
            """
            {"id":7,"created_at":"2026-03-01T10:00:00","billing":{"state":"SP"},"total":10.10,\
            "coupons":[{"code":"A"},{"code":"B"}],\
            "payments":[{"state":"failed","at":"2026-03-01T10:05:00"},{"state":"paid","at":"2026-03-01T10:10:00"},{"state":"paid","at":"2026-03-02T10:00:00"}],\
            "places":[{"kind":{"name":"work"},"city":"Santos"},{"kind":{"name":"home"},"city":"Recife"}],\
            "meta":[{"key":"x","value":"no"},{"key":"device","value":"Mobile"}],\
            "items":[{"id":2000001234567890,"sku":"00123","quantity":2,"total":"8.0000","tags":["t1","t2"]},{"id":2,"quantity":0.5,"total":2.1}],\
            "refunds":[{"id":9,"freight":[{"total":"1.10"},{"total":"2.20"}]}]}\
            """;

    @TempDir Path folder;

    @Test
    void readsWhatATapWrites() {
        List<Taken> all =
                all(
                        "{\"type\":\"SCHEMA\",\"stream\":\"orders\",\"schema\":{\"properties\":{}},\"key_properties\":[\"id\"]}",
                        singer("orders", ORDER),
                        "{\"type\":\"STATE\",\"value\":{\"bookmarks\":{}}}");

        assertThat(all)
                .extracting(taken -> taken.delivery.name())
                .containsExactly("tap/orders", "tap/lines");
        assertThat(all.getFirst().facts("order"))
                .containsExactly(
                        Map.of(
                                "order_id", "7",
                                "document", "sale",
                                "placed_at", Instant.parse("2026-03-01T10:00:00Z"),
                                "approved_at", Instant.parse("2026-03-01T10:10:00Z"),
                                "region", "SP",
                                "city", "Recife",
                                "coupon", "A, B",
                                "device", "Mobile",
                                "order_total", new BigDecimal("10.1000")));
    }

    @Test
    void makesRowsOfTheListsInARecord() {
        List<Map<String, Object>> lines = all(singer("orders", ORDER)).getLast().facts("line");

        assertThat(lines)
                .extracting(line -> line.get("line_id"))
                .containsExactly("2000001234567890", "2", "r9", "f91.1", "f92.2");
        assertThat(lines)
                .extracting(line -> line.get("amount"))
                .containsExactly(
                        money("8"), money("2.1"), money("3.3"), money("1.1"), money("2.2"));
        assertThat(lines).extracting(line -> line.get("order_id")).containsOnly("7");
        assertThat(lines.getFirst()).containsEntry("sku", "00123").containsEntry("category", "t1");
        assertThat(lines.get(1)).containsEntry("quantity", money("0.5")).doesNotContainKey("sku");
    }

    @Test
    void readsWhatAnAirbyteSourceWrites() {
        List<Taken> all =
                all(
                        "{\"type\":\"LOG\",\"log\":{\"level\":\"INFO\",\"message\":\"begun\"}}",
                        "{\"type\":\"RECORD\",\"record\":{\"stream\":\"public-orders\",\"emitted_at\":1,\"data\":%s}}"
                                .formatted(ORDER),
                        "{\"type\":\"STATE\",\"state\":{}}");

        assertThat(all).extracting(taken -> taken.delivery.name()).containsExactly("tap/orders");
        assertThat(all.getFirst().rows).hasSize(1);
    }

    @Test
    void keepsRecordsThatDoNotFitAsideWithTheirPath() {
        String bad = ORDER.replace("\"total\":\"8.0000\"", "\"total\":{\"amount\":8}");
        Taken lines = all(singer("orders", bad)).getLast();

        assertThat(lines.rejected)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.column()).isEqualTo("items.total");
                    assertThat(row.value()).isEqualTo("{\"amount\":8}");
                    assertThat(row.record()).isEqualTo(2);
                    assertThat(row.line()).isEqualTo(1);
                });
        assertThat(lines.facts("line")).hasSize(4);
    }

    @Test
    void tellsALineThatIsNoMessageOnce() {
        List<Taken> all =
                all(
                        singer("orders", ORDER),
                        "Traceback (most recent call last):",
                        "{\"type\":\"RECORD\",\"stream\":\"orders\",\"record\":{\"id\":8,\"id\":9}}",
                        singer("orders", ORDER.replace("\"id\":7", "\"id\":8")));

        assertThat(all.getFirst().reasons()).containsExactly("no_message", "no_message");
        assertThat(all.getFirst().rejected.getFirst().line()).isEqualTo(2);
        assertThat(all.getFirst().rows).hasSize(2);
        assertThat(all.getLast().rejected).isEmpty();
    }

    @Test
    void saysWhichStreamsNobodyKnows() {
        Taken orders = all(singer("orders", ORDER), singer("coupons", "{\"id\":1}")).getFirst();

        assertThat(orders.warnings).contains(new Warning("streams_unknown", List.of("coupons")));
    }

    @Test
    void takesNothingFromAPullThatBroughtNothing() {
        assertThat(all("{\"type\":\"STATE\",\"value\":{}}")).isEmpty();
    }

    @Test
    void refusesAFileOfWhichNoStreamIsKnown() {
        assertThatThrownBy(() -> all(singer("issues", "{\"id\":1}")))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.FILE_NOT_RECOGNISED));
    }

    @Test
    void refusesJsonThatIsNoStream() {
        assertThatThrownBy(() -> all("{\"orders\":[]}"))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.FILE_NOT_A_TABLE));
    }

    @Test
    void refusesANumberThatWouldFillTheMemory() {
        Taken orders = all(singer("orders", ORDER.replace("10.10", "1e999999999"))).getFirst();

        assertThat(orders.rows).isEmpty();
        assertThat(orders.rejected).hasSize(1);
    }

    private List<Taken> all(String... lines) {
        try {
            Path file = Files.writeString(folder.resolve("pull.jsonl"), String.join("\n", lines));
            return Taken.all(
                    file, Shelf.context(Shelf.brazil()).with(Profile.of("tap.yaml", SHOP)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String singer(String stream, String record) {
        return "{\"type\":\"RECORD\",\"stream\":\"%s\",\"record\":%s}".formatted(stream, record);
    }

    private static BigDecimal money(String text) {
        return new BigDecimal(text).setScale(4);
    }
}

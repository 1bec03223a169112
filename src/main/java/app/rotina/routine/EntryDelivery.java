package app.rotina.routine;

import app.rotina.sources.Delivery;
import app.rotina.sources.Delivery.Emission;
import app.rotina.sources.Field;
import app.rotina.sources.RowSink;
import app.rotina.sources.SourceRow;
import app.rotina.warehouse.Imports;
import app.rotina.warehouse.Incoming;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.codec.digest.MurmurHash3;
import org.jspecify.annotations.Nullable;

/**
 * What hand-entered figures become: the same facts that a source would deliver, one record a day
 * (and channel), so that a later entry of the day replaces it.
 */
enum EntryDelivery {
    ORDERS(
            List.of(
                    new Field("entry", Field.Type.TEXT),
                    new Field("placed_at", Field.Type.INSTANT),
                    new Field("channel", Field.Type.TEXT),
                    new Field("orders", Field.Type.INTEGER),
                    new Field("revenue", Field.Type.MONEY),
                    new Field("kind", Field.Type.TEXT),
                    new Field("knows_approval", Field.Type.BOOLEAN),
                    new Field("has_orders", Field.Type.BOOLEAN)),
            List.of(
                    new Emission(
                            "line",
                            columns(
                                    "order_id=entry occurred_at=placed_at amount=revenue gross=revenue kind=kind"),
                            null),
                    new Emission(
                            "order",
                            columns(
                                    "order_id=entry placed_at=placed_at channel=channel order_count=orders knows_approval=knows_approval"),
                            "has_orders"))),
    CONVERSATIONS(
            List.of(
                    new Field("entry", Field.Type.TEXT),
                    new Field("started_at", Field.Type.INSTANT),
                    new Field("conversations", Field.Type.INTEGER)),
            List.of(
                    new Emission(
                            "conversation",
                            columns(
                                    "conversation_id=entry started_at=started_at conversation_count=conversations"),
                            null))),
    VISITS(
            List.of(
                    new Field("day", Field.Type.DATE),
                    new Field("source", Field.Type.TEXT),
                    new Field("visits", Field.Type.INTEGER)),
            List.of(
                    new Emission(
                            "traffic_day",
                            columns("day=day source=source sessions=visits"),
                            null))),
    SPEND(
            List.of(
                    new Field("day", Field.Type.DATE),
                    new Field("platform", Field.Type.TEXT),
                    new Field("spend", Field.Type.MONEY)),
            List.of(
                    new Emission(
                            "ad_day", columns("day=day platform=platform spend=spend"), null))),
    HERO(
            List.of(
                    new Field("product", Field.Type.TEXT),
                    new Field("since", Field.Type.DATE),
                    new Field("hero", Field.Type.TEXT)),
            List.of(new Emission("hero", columns("product=product since=since hero=hero"), null)));

    @SuppressWarnings("ImmutableEnumChecker") // a record of lists that nobody changes
    private final Delivery delivery;

    EntryDelivery(List<Field> fields, List<Emission> emissions) {
        boolean known = fields.getFirst().name().equals("entry");
        this.delivery =
                new Delivery(
                        Imports.HAND,
                        name().toLowerCase(Locale.ROOT),
                        fields,
                        known ? List.of("entry") : List.of(),
                        null,
                        null,
                        emissions,
                        null);
    }

    private static Map<String, String> columns(String pairs) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String pair : pairs.split(" ", -1)) {
            columns.put(
                    pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return columns;
    }

    /** One entered record, ready to be taken in. */
    Incoming incoming(String name, Instant now, @Nullable Object... values) {
        byte[] content = Arrays.toString(values).getBytes(StandardCharsets.UTF_8);
        long[] hash = MurmurHash3.hash128x64(content);
        return new Incoming(
                name,
                Long.toHexString(hash[0]),
                now,
                delivery,
                List.of(),
                List.of(),
                (RowSink sink) -> sink.take(new SourceRow(1, 1, hash[0], hash[1], values)),
                before -> List.of());
    }
}

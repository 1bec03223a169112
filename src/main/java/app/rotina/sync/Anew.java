package app.rotina.sync;

import app.rotina.kernel.Store;
import app.rotina.state.SourceConnections.Connection;
import app.rotina.sync.Connector.Stream;
import app.rotina.warehouse.ImportReport;
import app.rotina.warehouse.TakenOrders.Taken;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Fetches single records anew by their ids, and takes out those that are gone for good. */
@Component
class Anew {
    private final Sync sync;

    Anew(Sync sync) {
        this.sync = sync;
    }

    /**
     * What was fetched.
     *
     * @param none the ids that the source has no more
     */
    record Fetched(List<ImportReport> reports, Set<String> none) {}

    /**
     * @param stream what its records are called
     * @param parameter what says which ids are wanted, where a list is asked for them
     */
    Fetched fetch(
            Store store,
            Connection connection,
            Site site,
            String stream,
            String parameter,
            List<String> ids) {
        Connector connector = Connectors.of(connection.connector());
        List<ImportReport> reports = new ArrayList<>();
        Set<String> none = new HashSet<>(ids);
        int most = connector.paging().most();
        for (int from = 0; from < ids.size(); from += most) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + most));
            for (Stream each : connector.streams()) {
                if (each.stream().equals(stream)) {
                    sync.handIn(
                                    store,
                                    connection,
                                    stream,
                                    batch ->
                                            none.removeAll(
                                                    new Pull(connector, each, site, null)
                                                            .these(parameter, some, batch)))
                            .ifPresent(reports::add);
                }
            }
        }
        return new Fetched(reports, none);
    }

    /**
     * Takes orders out. Each keeps the time of its last state: where its source shows it once more,
     * it is back.
     */
    List<ImportReport> takeOut(
            Store store, Connection connection, Counting counting, List<Taken> gone) {
        return sync
                .handIn(
                        store,
                        connection,
                        counting.stream(),
                        batch -> gone.forEach(one -> batch.add(record(counting, store, one))))
                .stream()
                .toList();
    }

    private static JsonNode record(Counting counting, Store store, Taken one) {
        String currency = one.currency();
        Map<String, String> values =
                Map.of(
                        "{key}", one.id(),
                        "{made}", plain(one.placed()),
                        "{changed}", plain(one.changed()),
                        "{currency}",
                                currency == null ? store.currency().getCurrencyCode() : currency);
        ObjectNode record = JsonMapper.shared().createObjectNode();
        counting.gone().forEach((place, value) -> put(record, place, filled(value, values)));
        return record;
    }

    private static String filled(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }

    private static void put(ObjectNode record, String place, String value) {
        int point = place.lastIndexOf('.');
        ObjectNode within =
                point < 0
                        ? record
                        : record.withObject("/" + place.substring(0, point).replace('.', '/'));
        within.put(place.substring(point + 1), value);
    }

    private static String plain(Instant at) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }
}

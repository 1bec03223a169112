package app.rotina.sync;

import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Lists what a source has of some days, with no more of each record than is compared. A list that
 * changes while it is read by pages is read again.
 */
final class Census {
    private static final int READINGS = 6;
    private static final DateTimeFormatter PLAIN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Connector connector;
    private final Counting counting;
    private final Site site;

    Census(Connector connector, Counting counting, Site site) {
        this.connector = connector;
        this.counting = counting;
        this.site = site;
    }

    /**
     * A record as its source has it.
     *
     * @param id what the source asks for it by
     * @param key what it is known by here
     */
    record Seen(
            String id,
            String key,
            LocalDate day,
            BigDecimal amount,
            String status,
            Instant changed) {}

    /** By key. */
    Map<String, Seen> of(Store store, Days days) {
        for (int reading = 1; reading <= READINGS; reading++) {
            Map<String, Seen> all = new LinkedHashMap<>();
            if (isWhole(store, days, all)) {
                return all;
            }
        }
        throw new RotinaException(Problem.COUNT_RESTLESS, connector.id());
    }

    /** False where the list changed while it was read. */
    private boolean isWhole(Store store, Days days, Map<String, Seen> all) {
        Connector.Paging paging = connector.paging();
        String total = "";
        int records = paging.most();
        for (int page = 1; records == paging.most(); page++) {
            Site.Page got = site.listed(counting.path(), "", parameters(store, days, page));
            if (page > 1 && !got.total().equals(total)) {
                return false;
            }
            total = got.total();
            records = got.records().size();
            for (JsonNode record : got.records()) {
                Seen seen = seen(record, store);
                if (!days.contains(seen.day())) {
                    throw new RotinaException(
                            Problem.PULL_FILTER_IGNORED, counting.from(), counting.stream());
                }
                all.put(seen.key(), seen);
            }
        }
        return true;
    }

    private Map<String, Object> parameters(Store store, Days days, int page) {
        Instant first = days.from().atStartOfDay(store.zone()).toInstant();
        Instant end = days.to().plusDays(1).atStartOfDay(store.zone()).toInstant();
        Map<String, Object> all = new HashMap<>(counting.params());
        all.put(counting.from(), PLAIN.format(first.minusSeconds(1)));
        all.put(counting.to(), PLAIN.format(end));
        all.put(connector.paging().size(), connector.paging().most());
        all.put(connector.paging().page(), page);
        return all;
    }

    private Seen seen(JsonNode record, Store store) {
        Counting.Names names = counting.names();
        try {
            Instant made = instant(record, names.made());
            return new Seen(
                    record.path(connector.idField()).asString(),
                    record.path(names.key()).asString(),
                    LocalDate.ofInstant(made, store.zone()),
                    new BigDecimal(record.path(names.amount()).asString()),
                    record.path(names.status()).asString(),
                    instant(record, names.changed()));
        } catch (DateTimeException | NumberFormatException e) {
            throw new RotinaException(Problem.COUNT_UNREADABLE, e, counting.stream());
        }
    }

    private static Instant instant(JsonNode record, String field) {
        return LocalDateTime.parse(record.path(field).asString()).toInstant(ZoneOffset.UTC);
    }
}

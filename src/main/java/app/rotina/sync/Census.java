package app.rotina.sync;

import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.sync.Connector.Paging;
import app.rotina.sync.Connector.Place;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /** False where the list changed while it was read, or is not all that is counted. */
    private boolean isWhole(Store store, Days days, Map<String, Seen> all) {
        Site.@Nullable Page got = null;
        String total = "";
        long records = 0;
        for (int page = 1; got == null || got.more(); page++) {
            String after = got == null ? "" : got.after();
            got = site.page(counting.listing(), parameters(store, days, page, after));
            if (page > 1 && !got.total().equals(total)) {
                return false;
            }
            total = got.total();
            records += got.records().size();
            got.records().forEach(record -> add(seen(record, store), days, all));
        }
        return total.isEmpty() || got.count() == records;
    }

    /** What is beside the days by seconds was asked for; what is farther away was not. */
    private void add(Seen seen, Days days, Map<String, Seen> all) {
        if (days.contains(seen.day())) {
            all.put(seen.key(), seen);
            return;
        }
        if (seen.day().isBefore(days.from().minusDays(1))
                || seen.day().isAfter(days.to().plusDays(1))) {
            throw new RotinaException(
                    Problem.PULL_FILTER_IGNORED, counting.names().made(), counting.stream());
        }
    }

    private Map<String, Object> parameters(Store store, Days days, int page, String after) {
        Instant first = days.from().atStartOfDay(store.zone()).toInstant();
        Instant end = days.to().plusDays(1).atStartOfDay(store.zone()).toInstant();
        Map<String, String> times =
                Map.of("from", PLAIN.format(first.minusSeconds(1)), "to", PLAIN.format(end));
        Paging paging = connector.paging();
        Map<String, Object> all = new HashMap<>();
        counting.listing()
                .params()
                .forEach((name, text) -> all.put(name, Auth.filled(text, times)));
        all.put(paging.size(), paging.most());
        if (paging.place() != Place.AFTER) {
            all.put(paging.page(), paging.at(page));
        } else if (page > 1) {
            all.put(paging.page(), after);
        }
        return all;
    }

    private Seen seen(JsonNode record, Store store) {
        Counting.Names names = counting.names();
        try {
            Instant made = instant(record, names.made());
            return new Seen(
                    record.path(connector.idField()).asString(),
                    Site.at(record, names.key()).asString(),
                    LocalDate.ofInstant(made, store.zone()),
                    new BigDecimal(Site.at(record, names.amount()).asString()),
                    Site.at(record, names.status()).asString(),
                    instant(record, names.changed()));
        } catch (DateTimeException | NumberFormatException e) {
            throw new RotinaException(Problem.COUNT_UNREADABLE, e, counting.stream());
        }
    }

    private static Instant instant(JsonNode record, String place) {
        return Connector.instant(Site.at(record, place).asString());
    }
}

package app.rotina.sync;

import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.sync.Connector.Paging;
import app.rotina.sync.Connector.Place;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Lists what a source has of some days, with no more of each record than is compared. A list that
 * changes while it is read by pages is read again, one that does not say how many it has is read
 * until it says the same twice, and one that is too long is halved.
 */
final class Census {
    private static final int READINGS = 6;
    private static final int DAY = "2026-01-31".length();
    private static final Duration SHORTEST = Duration.ofMinutes(1);
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
        Instant first = days.from().atStartOfDay(store.zone()).toInstant();
        Instant end = days.to().plusDays(1).atStartOfDay(store.zone()).toInstant();
        return of(new Wanted(store, days, first, end));
    }

    /** What is asked for at once: of the days what was made between two moments. */
    private record Wanted(Store store, Days days, Instant first, Instant end) {

        private Instant middle() {
            return first.plus(Duration.between(first, end).dividedBy(2))
                    .truncatedTo(ChronoUnit.SECONDS);
        }

        private boolean isDivisible() {
            return Duration.between(first, end).compareTo(SHORTEST) > 0;
        }

        private Map<String, String> places() {
            return Map.of(
                    "from", PLAIN.format(first.minusSeconds(1)),
                    "to", PLAIN.format(end),
                    "day_before", days.from().minusDays(1).toString(),
                    "day_after", days.to().plusDays(1).toString());
        }
    }

    private Map<String, Seen> of(Wanted wanted) {
        Map<String, Seen> before = Map.of();
        for (int reading = 1; reading <= READINGS; reading++) {
            Map<String, Seen> all = new LinkedHashMap<>();
            switch (read(wanted, all)) {
                case WHOLE -> {
                    return all;
                }
                case SILENT -> {
                    if (all.equals(before)) {
                        return all;
                    }
                }
                case TOO_LONG -> {
                    return halves(wanted);
                }
                case RESTLESS -> {}
            }
            before = all;
        }
        throw new RotinaException(Problem.COUNT_RESTLESS, connector.id());
    }

    private Map<String, Seen> halves(Wanted wanted) {
        Instant middle = wanted.middle();
        Map<String, Seen> both = new LinkedHashMap<>();
        both.putAll(of(new Wanted(wanted.store(), wanted.days(), wanted.first(), middle)));
        both.putAll(of(new Wanted(wanted.store(), wanted.days(), middle, wanted.end())));
        return both;
    }

    /** How a list was read. */
    private enum Read {
        WHOLE,
        /** It says no number and has several pages: only a second reading tells. */
        SILENT,
        /** There are more than may be counted through. */
        TOO_LONG,
        /** It changed while it was read, or is not all that is counted. */
        RESTLESS
    }

    private Read read(Wanted wanted, Map<String, Seen> all) {
        Site.@Nullable Page got = null;
        String total = "";
        long records = 0;
        int page = 1;
        for (; got == null || got.more(); page++) {
            String after = got == null ? "" : got.after();
            got = site.page(counting.listing(), parameters(wanted, page, after));
            if (isTooLong(got) && wanted.isDivisible()) {
                return Read.TOO_LONG;
            }
            if (page > 1 && !got.total().equals(total)) {
                return Read.RESTLESS;
            }
            total = got.total();
            records += got.records().size();
            got.records().forEach(record -> add(seen(record, wanted.store()), wanted.days(), all));
        }
        if (total.isEmpty()) {
            return page > 2 ? Read.SILENT : Read.WHOLE;
        }
        return got.count() == records ? Read.WHOLE : Read.RESTLESS;
    }

    private boolean isTooLong(Site.Page got) {
        int deepest = connector.paging().deepest();
        return deepest > 0 && got.count() > deepest;
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

    private Map<String, Object> parameters(Wanted wanted, int page, String after) {
        Map<String, String> places = wanted.places();
        Paging paging = connector.paging();
        Map<String, Object> all = new HashMap<>();
        counting.listing()
                .params()
                .forEach((name, text) -> all.put(name, Auth.filled(text, places)));
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
                    day(Site.at(record, names.made()).asString(), made, store),
                    new BigDecimal(Site.at(record, names.amount()).asString())
                            .movePointLeft(counting.cents()),
                    Site.at(record, names.status()).asString(),
                    names.changed().isEmpty() ? made : instant(record, names.changed()));
        } catch (DateTimeException | NumberFormatException e) {
            throw new RotinaException(Problem.COUNT_UNREADABLE, e, counting.stream());
        }
    }

    /** A day alone is that day in the store, wherever the source is. */
    private static LocalDate day(String text, Instant made, Store store) {
        return text.length() == DAY
                ? LocalDate.parse(text)
                : LocalDate.ofInstant(made, store.zone());
    }

    /** A day alone is its first moment where the source is. */
    private Instant instant(JsonNode record, String place) {
        String text = Site.at(record, place).asString();
        return text.length() == DAY
                ? LocalDate.parse(text)
                        .atStartOfDay(connector.paging().times().getZone())
                        .toInstant()
                : Connector.instant(text);
    }
}

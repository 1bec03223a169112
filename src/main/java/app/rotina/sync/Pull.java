package app.rotina.sync;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sync.Connector.Paging;
import app.rotina.sync.Connector.Stream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One stream, record by record in the order of their changes. Every page is asked for by the last
 * change seen, so a record that is changed while we read comes again later and pushes none out of
 * sight. Only among more records of one second than a page has, pages are counted, and that second
 * is read again until a reading brings nothing new.
 */
final class Pull {
    private static final Duration SKEW = Duration.ofMinutes(10);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int READINGS = 50;
    private static final DateTimeFormatter PLAIN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Connector connector;
    private final Stream stream;
    private final Site site;
    private final Map<String, Instant> seen = new HashMap<>();
    private @Nullable Instant since;
    private @Nullable Instant last;
    private int page = 1;
    private String total = "";
    private boolean counting;
    private boolean fresh;
    private int readings;

    /**
     * Where it is asked for.
     *
     * @param base what every path follows
     */
    record Site(String base, Auth auth, Fetcher fetcher) {

        Fetcher.Page page(String path, Map<String, String> parameters) {
            String query =
                    new TreeMap<>(parameters)
                            .entrySet().stream()
                                    .map(each ->
                                            each.getKey() + "=" + OAuth.encoded(each.getValue()))
                                    .collect(Collectors.joining("&"));
            return fetcher.page(URI.create(base + path + "?" + query), auth);
        }
    }

    /**
     * @param since from which change on; absence: from the first
     */
    Pull(Connector connector, Stream stream, Site site, @Nullable Instant since) {
        this.connector = connector;
        this.stream = stream;
        this.site = site;
        this.since = since;
    }

    /** The latest change that came; absence: none did. */
    @Nullable Instant last() {
        return last;
    }

    /**
     * Adds the next page's records.
     *
     * @return false after the last page
     */
    boolean next(Batch batch) {
        Fetcher.Page got = site.page(stream.path(), parameters());
        if (isShifted(got)) {
            page = 1;
            return true;
        }
        @Nullable Instant latest = null;
        for (JsonNode record : got.records()) {
            @Nullable Instant changed = changed(record);
            requireOrder(changed, latest);
            latest = changed == null ? latest : changed;
            fresh |= add(record, changed, batch) && !isPast(changed);
        }
        last = later(last, latest);
        boolean full = got.records().size() >= connector.paging().most();
        if (counting && fresh && (!full || isPast(latest)) && ++readings < READINGS) {
            page = 1;
            fresh = false;
            return true;
        }
        if (full) {
            turn(latest);
        }
        return full;
    }

    /** True for what is later than the second that pages are counted in. */
    private boolean isPast(@Nullable Instant changed) {
        return changed != null && since != null && changed.minus(SECOND).isAfter(since);
    }

    /** Asks for one record, to see whether it answers. */
    void tryOut() {
        Map<String, String> parameters = new HashMap<>(parameters());
        parameters.put(connector.paging().size(), "1");
        site.page(stream.path(), parameters);
    }

    private Map<String, String> parameters() {
        Paging paging = connector.paging();
        Map<String, String> all = new HashMap<>(paging.params());
        all.putAll(stream.params());
        all.put(paging.size(), Integer.toString(paging.most()));
        all.put(paging.page(), Integer.toString(page));
        if (since != null) {
            all.put(paging.since(), PLAIN.format(since));
        }
        return all;
    }

    private boolean isShifted(Fetcher.Page got) {
        String counted = got.headers().getOrDefault(connector.paging().total(), "");
        boolean shifted = page > 1 && !counted.equals(total) && ++readings < READINGS;
        total = counted;
        return shifted;
    }

    /** What comes from before the time asked for, or out of order, was not asked for. */
    private void requireOrder(@Nullable Instant changed, @Nullable Instant before) {
        if (changed == null) {
            return;
        }
        boolean tooEarly = since != null && changed.isBefore(since.minus(SKEW));
        if (tooEarly || (before != null && changed.isBefore(before))) {
            throw new RotinaException(
                    Problem.PULL_FILTER_IGNORED, connector.paging().since(), stream.name());
        }
    }

    /** False for what came already. */
    private boolean add(JsonNode record, @Nullable Instant changed, Batch batch) {
        String id = record.path(connector.idField()).asString("");
        if (!id.isEmpty() && changed != null && changed.equals(seen.put(id, changed))) {
            return false;
        }
        if (record instanceof ObjectNode object) {
            stream.embed().forEach((field, path) -> embed(object, field, path.replace("{id}", id)));
        }
        batch.add(record);
        return true;
    }

    /** A record names its parts; they are asked for where there are any. */
    private void embed(ObjectNode record, String field, String path) {
        if (record.path(field).isEmpty()) {
            return;
        }
        Paging paging = connector.paging();
        ArrayNode parts = record.arrayNode();
        int count = paging.most();
        for (int number = 1; count == paging.most(); number++) {
            JsonNode more =
                    site.page(
                                    path,
                                    Map.of(
                                            paging.size(), Integer.toString(paging.most()),
                                            paging.page(), Integer.toString(number)))
                            .records();
            more.forEach(parts::add);
            count = more.size();
        }
        record.set(field, parts);
    }

    private void turn(@Nullable Instant latest) {
        if (latest == null || (since != null && !isPast(latest))) {
            page++;
            counting = true;
            return;
        }
        Instant next = latest.minus(SECOND);
        since = next;
        page = 1;
        counting = false;
        fresh = false;
        seen.values().removeIf(changed -> !changed.isAfter(next));
    }

    private @Nullable Instant changed(JsonNode record) {
        String text = record.path(connector.cursor()).asString("");
        try {
            return text.isEmpty() ? null : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isAfter(b) ? a : b;
    }
}

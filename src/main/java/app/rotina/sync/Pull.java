package app.rotina.sync;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sync.Connector.Paging;
import app.rotina.sync.Connector.Stream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One stream, record by record in the order of their changes. Every page is asked for by the last
 * change seen, so a record that is changed while we read comes again later and pushes none out of
 * sight. Only among more records of one second than a page has, pages are counted, and that second
 * is read again until a reading brings nothing new.
 */
final class Pull implements Reading {
    private static final Duration SKEW = Duration.ofMinutes(10);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int READINGS = 50;

    private final Connector connector;
    private final Stream stream;
    private final Site site;
    private final Parts parts;
    private final Map<String, Instant> seen = new HashMap<>();
    private @Nullable Instant since;
    private @Nullable Instant last;
    private int page = 1;
    private String total = "";
    private String after = "";
    private boolean counting;
    private boolean fresh;
    private int readings;

    /**
     * @param since from which change on; absence: from the first
     */
    Pull(Connector connector, Stream stream, Site site, @Nullable Instant since) {
        this.connector = connector;
        this.stream = stream;
        this.site = site;
        this.parts = new Parts(connector, stream, site);
        this.since = since;
    }

    @Override
    public @Nullable Instant last() {
        return last;
    }

    @Override
    public boolean next(Batch batch) {
        Site.Page got = site.page(stream.listing(), parameters());
        if (isShifted(got)) {
            page = 1;
            return true;
        }
        @Nullable Instant latest = null;
        for (JsonNode record : got.records()) {
            @Nullable Instant changed = connector.changed(record);
            requireOrder(changed, latest);
            latest = changed == null ? latest : changed;
            fresh |= add(record, changed, batch) && !isPast(changed);
        }
        last = later(last, latest);
        after = got.after();
        if (counting && fresh && (!got.more() || isPast(latest)) && ++readings < READINGS) {
            page = 1;
            fresh = false;
            return true;
        }
        if (got.more()) {
            turn(latest);
        }
        return got.more();
    }

    /** True for what is later than the second that pages are counted in. */
    private boolean isPast(@Nullable Instant changed) {
        return changed != null && since != null && changed.minus(SECOND).isAfter(since);
    }

    @Override
    public void tryOut() {
        Map<String, Object> parameters = new HashMap<>(parameters());
        parameters.put(connector.paging().size(), 1);
        site.page(stream.listing(), parameters);
    }

    /**
     * Adds the records of these ids as they are now, no more of them than a page has.
     *
     * @param parameter what says which ids are wanted, where the list is asked for them; where it
     *     ends in {@code []} it is said once for each
     * @return the ids that there are
     */
    Set<String> these(String parameter, List<String> ids, Batch batch) {
        Set<String> came = new HashSet<>();
        for (JsonNode record : asked(parameter, ids)) {
            String id = record.path(connector.idField()).asString("");
            if (!ids.contains(id)) {
                throw new RotinaException(Problem.PULL_FILTER_IGNORED, parameter, stream.name());
            }
            if (add(record, connector.changed(record), batch)) {
                came.add(id);
            }
        }
        return came;
    }

    private Iterable<JsonNode> asked(String parameter, List<String> ids) {
        if (!stream.these().isEmpty()) {
            return site.these(stream, ids);
        }
        if (!stream.besides().detail().path().isEmpty()) {
            return ids.stream().map(connector::named).toList();
        }
        Map<String, Object> asked = new HashMap<>(parameters());
        asked.put(parameter, Join.wanted(parameter, ids));
        return site.page(stream.listing(), asked).records();
    }

    private Map<String, Object> parameters() {
        Paging paging = connector.paging();
        Map<String, Object> all = new HashMap<>(paging.params());
        all.putAll(stream.listing().params());
        all.put(paging.size(), paging.most());
        @Nullable Instant from =
                since == null && stream.listing().isQuery() ? Instant.EPOCH : since;
        if (from != null) {
            all.put(paging.since(), paging.written(from));
        }
        switch (paging.place()) {
            case NUMBER, SKIP -> all.put(paging.page(), paging.at(page));
            case AFTER -> {
                if (page > 1) {
                    all.put(paging.page(), after);
                }
            }
        }
        return all;
    }

    private boolean isShifted(Site.Page got) {
        boolean shifted = page > 1 && !got.total().equals(total) && ++readings < READINGS;
        total = got.total();
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

    /** False for what came already, or is gone by now. */
    private boolean add(JsonNode record, @Nullable Instant changed, Batch batch) {
        String id = record.path(connector.idField()).asString("");
        if (!id.isEmpty() && changed != null && changed.equals(seen.put(id, changed))) {
            return false;
        }
        return parts.add(record, id, batch);
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

    static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isAfter(b) ? a : b;
    }
}

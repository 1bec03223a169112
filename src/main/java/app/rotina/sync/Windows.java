package app.rotina.sync;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sync.Connector.Paging;
import app.rotina.sync.Connector.Stream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One stream of a service that does not give its records in the order of their changes: window by
 * window of the times of change, each read to its end before the next. A record that is changed
 * while a window is read leaves it, and those behind it move up; then the window is read again. The
 * last window has no end, so that nothing leaves it. Where we are is known only between windows.
 */
final class Windows implements Reading {
    private static final Instant FIRST = Instant.parse("2005-01-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(3_650);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration SKEW = Duration.ofMinutes(10);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int READINGS = 50;

    private final Connector connector;
    private final Stream stream;
    private final Site site;
    private final Parts parts;
    private final Instant end;
    private final Map<String, Object> seen = new HashMap<>();
    private Instant from;
    private Duration span = Duration.ofDays(30);
    private @Nullable Instant last;
    private @Nullable Instant latest;
    private int page = 1;
    private int records;
    private int readings;
    private long total;

    /**
     * @param since from which change on; absence: from the first
     * @param now from when on the last window has no end
     */
    Windows(Connector connector, Stream stream, Site site, @Nullable Instant since, Instant now) {
        this.connector = connector;
        this.stream = stream;
        this.site = site;
        this.parts = new Parts(connector, stream, site);
        this.from = since == null ? FIRST : since;
        this.end = now;
    }

    @Override
    public @Nullable Instant last() {
        return last;
    }

    @Override
    public void tryOut() {
        Map<String, Object> parameters = new HashMap<>(parameters());
        parameters.put(connector.paging().size(), 1);
        site.page(stream.listing(), parameters);
    }

    @Override
    public boolean next(Batch batch) {
        Site.Page got = site.page(stream.listing(), parameters());
        long counted = got.count();
        if (isTooDeep(got)) {
            begin(span.dividedBy(2));
            return true;
        }
        boolean shifted = page > 1 && counted < total && ++readings < READINGS;
        total = counted;
        if (shifted) {
            page = 1;
            return true;
        }
        got.records().forEach(record -> add(record, batch));
        if (got.more()) {
            page++;
            return true;
        }
        return turn();
    }

    /** A list that does not say how many it has would not tell of a shift: one page has to do. */
    private boolean isTooDeep(Site.Page got) {
        int deepest = connector.paging().deepest();
        boolean deep =
                connector.paging().total().isEmpty()
                        ? page == 1 && got.more()
                        : deepest > 0 && got.count() > deepest;
        return deep && span.compareTo(SHORTEST) > 0;
    }

    private Map<String, Object> parameters() {
        Paging paging = connector.paging();
        Map<String, Object> all = new HashMap<>(paging.params());
        all.putAll(stream.listing().params());
        all.put(paging.size(), paging.most());
        all.put(paging.page(), paging.at(page));
        all.put(paging.since(), paging.written(from));
        if (!isLast()) {
            all.put(paging.until(), paging.written(from.plus(span)));
        }
        return all;
    }

    private boolean isLast() {
        return !from.plus(span).isBefore(end);
    }

    private void add(JsonNode record, Batch batch) {
        @Nullable Instant changed = connector.changed(record);
        if (changed != null && isOutside(changed)) {
            throw new RotinaException(
                    Problem.PULL_FILTER_IGNORED, connector.paging().since(), stream.name());
        }
        String id = record.path(connector.idField()).asString("");
        Object state = changed == null ? record.toString() : changed;
        if (!id.isEmpty() && state.equals(seen.put(id, state))) {
            return;
        }
        records++;
        latest = Pull.later(latest, changed);
        parts.add(record, id, batch);
    }

    /** What is not within the times asked for was not asked for. */
    private boolean isOutside(Instant changed) {
        return changed.isBefore(from.minus(SKEW))
                || (!isLast() && changed.isAfter(from.plus(span).plus(SKEW)));
    }

    private boolean turn() {
        last = Pull.later(last, connector.cursor().isEmpty() ? reached() : latest);
        if (isLast()) {
            return false;
        }
        from = from.plus(span).minus(SECOND);
        boolean few = records < connector.paging().most();
        begin(few && span.compareTo(LONGEST) < 0 ? span.multipliedBy(2) : span);
        return true;
    }

    /** Where records do not say when they were changed: as far as was asked. */
    private Instant reached() {
        return isLast() ? end : from.plus(span);
    }

    private void begin(Duration next) {
        span = next;
        page = 1;
        records = 0;
        readings = 0;
        total = 0;
        latest = null;
        seen.clear();
    }
}

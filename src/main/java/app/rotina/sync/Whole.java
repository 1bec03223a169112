package app.rotina.sync;

import app.rotina.sync.Connector.Paging;
import app.rotina.sync.Connector.Place;
import app.rotina.sync.Connector.Stream;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One stream that is read from its first record to its last each time, since it cannot be asked for
 * what changed. A list of ids is one of records with nothing else in them.
 */
final class Whole implements Reading {
    private final Connector connector;
    private final Stream stream;
    private final Site site;
    private final Parts parts;
    private final Set<String> seen = new HashSet<>();
    private int page = 1;
    private String after = "";

    Whole(Connector connector, Stream stream, Site site) {
        this.connector = connector;
        this.stream = stream;
        this.site = site;
        this.parts = new Parts(connector, stream, site);
    }

    @Override
    public @Nullable Instant last() {
        return null;
    }

    @Override
    public void tryOut() {
        Map<String, Object> parameters = parameters();
        parameters.put(connector.paging().size(), 1);
        site.page(stream.listing(), parameters);
    }

    @Override
    public boolean next(Batch batch) {
        Site.Page got = site.page(stream.listing(), parameters());
        int before = seen.size();
        Map<String, JsonNode> fresh = new LinkedHashMap<>();
        for (JsonNode one : got.records()) {
            JsonNode record = one.isValueNode() ? connector.named(one.asString()) : one;
            String id = record.path(connector.idField()).asString("");
            if (seen.add(id)) {
                fresh.put(id, record);
            }
        }
        parts.join(fresh);
        fresh.forEach((id, record) -> parts.add(record, id, batch));
        page++;
        after = got.after();
        return got.more() && seen.size() > before;
    }

    private Map<String, Object> parameters() {
        Paging paging = connector.paging();
        Map<String, Object> all = new HashMap<>(paging.params());
        all.putAll(stream.listing().params());
        all.put(paging.size(), paging.most());
        String word = paging.place() == Place.AFTER ? paging.page() : stream.listing().scroll();
        if (word.isEmpty()) {
            all.put(paging.page(), paging.at(page));
        } else if (page > 1) {
            all.put(word, after);
        }
        return all;
    }
}

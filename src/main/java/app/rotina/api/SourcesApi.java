package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.routine.SourceStanding;
import app.rotina.routine.SourceStandings;
import app.rotina.state.Role;
import app.rotina.sync.ConnectionStandings;
import app.rotina.warehouse.Cursors;
import app.rotina.warehouse.SourceLog.Source;
import app.rotina.warehouse.Warehouse;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a store's sources have brought, and what they have not. */
@RestController
class SourcesApi {
    private final SourceStandings standings;
    private final ConnectionStandings connections;
    private final Cursors cursors;

    SourcesApi(SourceStandings standings, ConnectionStandings connections, Warehouse warehouse) {
        this.standings = standings;
        this.connections = connections;
        this.cursors = warehouse.cursors();
    }

    /**
     * All of them.
     *
     * @param unsourced metrics that nothing brings
     * @param connections the shops and services that rows are pulled from
     */
    record SourcesCard(
            LocalDate yesterday,
            List<SourceCard> sources,
            List<String> unsourced,
            List<ConnectionCard> connections) {}

    /**
     * One kind of source, over all its files.
     *
     * @param complete when a file of it was last taken in whole
     * @param through the last day it brought anything of
     * @param settled the last day it is not expected to change any more
     * @param late days without anything from it, up to yesterday
     * @param missing metrics without a value yesterday because of it
     * @param warnings what a person should see of its last file, as sentences in the language asked
     *     for
     */
    record SourceCard(
            String source,
            long files,
            @JsonProperty("last_file") String lastFile,
            @JsonProperty("last_at") Instant lastAt,
            @Nullable Instant complete,
            long read,
            long inserted,
            long updated,
            long unchanged,
            long waiting,
            Set<String> facts,
            @Nullable LocalDate through,
            @Nullable LocalDate settled,
            long late,
            List<String> missing,
            List<String> warnings) {

        static SourceCard of(SourceStanding standing, Texts texts) {
            Source source = standing.source();
            return new SourceCard(
                    source.delivery(),
                    source.files(),
                    source.lastFile(),
                    source.lastAt(),
                    source.complete(),
                    source.counts().read(),
                    source.counts().inserted(),
                    source.counts().updated(),
                    source.counts().unchanged(),
                    source.waiting(),
                    source.facts(),
                    source.through(),
                    standing.settled(),
                    standing.late(),
                    standing.missing(),
                    source.warnings().stream().map(one -> one.in(texts)).toList());
        }
    }

    @GetMapping("/api/stores/{store}/sources")
    @Access(Role.VIEWER)
    SourcesCard sources(Store store, Locale locale) {
        SourceStandings.Overview all = standings.of(store);
        return new SourcesCard(
                all.yesterday(),
                all.sources().stream().map(one -> SourceCard.of(one, Texts.of(locale))).toList(),
                all.unsourced(),
                ConnectionCard.all(connections.of(store), locale));
    }

    /** How far taps said they had come with what was taken in last: their own JSON by profile. */
    @GetMapping("/api/stores/{store}/sources/states")
    @Access(Role.MANAGER)
    Map<String, String> states(Store store) {
        return cursors.taps(store.id());
    }
}

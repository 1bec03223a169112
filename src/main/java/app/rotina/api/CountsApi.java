package app.rotina.api;

import app.rotina.access.Access;
import app.rotina.access.Caller;
import app.rotina.kernel.Store;
import app.rotina.state.Audit;
import app.rotina.state.Role;
import app.rotina.state.SourceConnections.Connection;
import app.rotina.state.SourceCounts.Counted;
import app.rotina.state.SourceCounts.DayCount;
import app.rotina.sync.Reconciliation;
import app.rotina.sync.Reconciliation.Mended;
import app.rotina.sync.Syncs;
import app.rotina.sync.Syncs.Brought;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a connection's source has, held by day against what came from it. */
@RestController
@RequestMapping("/api/stores/{store}/connections/{id}/count")
class CountsApi {
    private final Syncs syncs;
    private final Reconciliation reconciliation;
    private final Audit audit;

    CountsApi(Syncs syncs, Reconciliation reconciliation, Audit audit) {
        this.syncs = syncs;
        this.reconciliation = reconciliation;
        this.audit = audit;
    }

    /**
     * The last count.
     *
     * @param possible false where the source cannot say what it has
     * @param at when it was counted; absence: never
     * @param problem why it could not be counted; empty: it was
     */
    record CountCard(boolean possible, @Nullable Instant at, String problem, List<DayCard> days) {
        static CountCard of(boolean possible, Optional<Counted> counted) {
            return new CountCard(
                    possible,
                    counted.map(Counted::at).orElse(null),
                    counted.map(Counted::problem).orElse(""),
                    counted.map(Counted::days).orElse(List.of()).stream()
                            .map(DayCard::of)
                            .toList());
        }
    }

    /**
     * One day of the store.
     *
     * @param lacking the source has them, we do not
     * @param differing both have them, not alike
     * @param gone we have them, the source does not any more
     */
    record DayCard(
            LocalDate day,
            @JsonProperty("source_count") long sourceCount,
            @JsonProperty("source_sum") BigDecimal sourceSum,
            @JsonProperty("our_count") long ourCount,
            @JsonProperty("our_sum") BigDecimal ourSum,
            long lacking,
            long differing,
            long gone) {
        static DayCard of(DayCount day) {
            return new DayCard(
                    day.day(),
                    day.sourceCount(),
                    day.sourceSum(),
                    day.ourCount(),
                    day.ourSum(),
                    day.lacking(),
                    day.differing(),
                    day.gone());
        }
    }

    /**
     * @param days which days; none: all that differ
     */
    record Mending(@Nullable Set<LocalDate> days) {}

    /**
     * What mending did.
     *
     * @param brought rows fetched anew
     * @param gone records taken out
     */
    record MendedCard(Brought brought, long gone, CountCard count) {}

    @GetMapping
    @Access(Role.VIEWER)
    CountCard count(Store store, @PathVariable long id) {
        Connection connection = syncs.find(store, id);
        return CountCard.of(reconciliation.canCount(connection), reconciliation.last(connection));
    }

    /** Counts now; answers once it is counted. */
    @PostMapping
    @Access(Role.MANAGER)
    CountCard countNow(Caller caller, Store store, @PathVariable long id) {
        audit.note(caller.name(), store.id(), "source.count", Long.toString(id));
        return CountCard.of(true, Optional.of(reconciliation.count(store, id)));
    }

    /** Fetches anew what days lack, and takes out what is gone; no other record is touched. */
    @PostMapping("/mending")
    @Access(Role.MANAGER)
    MendedCard mend(
            Caller caller, Store store, @PathVariable long id, @RequestBody Mending wanted) {
        Set<LocalDate> days = wanted.days();
        Mended mended =
                reconciliation.mend(
                        store,
                        id,
                        days == null || days.isEmpty()
                                ? reconciliation.driftDays(syncs.find(store, id))
                                : days);
        audit.note(caller.name(), store.id(), "source.mend", Long.toString(id));
        return new MendedCard(
                mended.brought(), mended.gone(), CountCard.of(true, Optional.of(mended.counted())));
    }
}

package app.rotina.routine;

import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Daily;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metrics;
import app.rotina.warehouse.SourceLog.Source;
import app.rotina.warehouse.Warehouse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of a store's sources what has come, what has not, and what is missing because of it. */
@Component
public final class SourceStandings {
    private final Catalog catalog;
    private final Metrics metrics;
    private final Settling settling;
    private final Warehouse warehouse;
    private final Clock clock;

    SourceStandings(
            Catalog catalog, Metrics metrics, Settling settling, Warehouse warehouse, Clock clock) {
        this.catalog = catalog;
        this.metrics = metrics;
        this.settling = settling;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    /**
     * All of a store's sources.
     *
     * @param yesterday the day they should reach
     * @param unsourced metrics that nothing brings
     */
    public record Overview(
            LocalDate yesterday, List<SourceStanding> sources, List<String> unsourced) {}

    public Overview of(Store store) {
        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), store.zone()).minusDays(1);
        List<String> ids = catalog.shown().stream().map(Metric::id).toList();
        Daily daily = metrics.daily(store, ids, List.of(yesterday));
        Map<String, String> missing = new HashMap<>();
        ids.forEach(id -> daily.on(yesterday, id).missing().ifPresent(why -> missing.put(id, why)));
        return new Overview(
                yesterday,
                warehouse.sources().of(store.id()).stream()
                        .map(source -> standing(store, source, yesterday, missing))
                        .toList(),
                because(ids, missing, "no_source"));
    }

    private SourceStanding standing(
            Store store, Source source, LocalDate yesterday, Map<String, String> missing) {
        @Nullable LocalDate through = source.through();
        if (through == null) {
            return new SourceStanding(source, null, 0, List.of());
        }
        LocalDate settled = yesterday.minusDays(settling.days(store, source.delivery()));
        long late = Math.max(0, ChronoUnit.DAYS.between(through, yesterday));
        return new SourceStanding(
                source,
                through.isBefore(settled) ? through : settled,
                late,
                late == 0 ? List.of() : missingOf(store, source, missing));
    }

    private List<String> missingOf(Store store, Source source, Map<String, String> missing) {
        List<String> ids = catalog.shown().stream().map(Metric::id).toList();
        String basis = store.basis().metric();
        return because(ids, missing, "not_delivered").stream()
                .filter(id -> catalog.facts(id, basis).stream().anyMatch(source.facts()::contains))
                .toList();
    }

    private static List<String> because(
            List<String> ids, Map<String, String> missing, String reason) {
        return ids.stream().filter(id -> Objects.equals(missing.get(id), reason)).toList();
    }
}

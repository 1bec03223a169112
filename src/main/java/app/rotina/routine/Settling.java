package app.rotina.routine;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.sources.Profile;
import app.rotina.sources.Profiles;
import app.rotina.state.StoreProfiles;
import app.rotina.warehouse.Imports;
import app.rotina.warehouse.SourceLog.Source;
import app.rotina.warehouse.Warehouse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Until when a day's figures may still change: as long as the slowest of the sources that brought
 * them says of itself. Orders are settled soon, what ads and visits are told to have been is
 * restated for weeks; so it is said figure by figure, and of the day what its verdict is about.
 */
@Component
public final class Settling {
    private final Catalog catalog;
    private final Warehouse warehouse;
    private final StoreProfiles profiles;
    private final Clock clock;
    private final Memo<List<StoreProfiles.Kept>, Map<String, Integer>> own = new Memo<>();

    Settling(Catalog catalog, Warehouse warehouse, StoreProfiles profiles, Clock clock) {
        this.catalog = catalog;
        this.warehouse = warehouse;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** For how many days after it a source of the store may still change a day. */
    int days(Store store, String delivery) {
        String id = delivery.split("/", 2)[0];
        return Profiles.find(id).map(Profile::settles).orElseGet(() -> ofItsOwn(store, id));
    }

    private int ofItsOwn(Store store, String id) {
        if (id.equals(Imports.HAND)) {
            return Profile.SETTLES;
        }
        Map<String, Integer> all =
                own.of(
                        profiles.list(store.id()),
                        () ->
                                profiles.of(store.id()).stream()
                                        .collect(toMap(Profile::id, Profile::settles)));
        return all.getOrDefault(id, Profile.SETTLES);
    }

    /** The metrics whose figure of the day may still change. */
    Set<String> unsettled(Store store, LocalDate day) {
        Map<String, Integer> windows = windows(store, day);
        return catalog.shown().stream()
                .map(Metric::id)
                .filter(id -> isUnsettled(store, id, day, windows))
                .collect(toCollection(TreeSet::new));
    }

    /** Whether the metric's figure of the day may still change. */
    public boolean isUnsettled(Store store, String metric, LocalDate day) {
        return isUnsettled(store, metric, day, windows(store, day));
    }

    private boolean isUnsettled(
            Store store, String metric, LocalDate day, Map<String, Integer> windows) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), store.zone());
        long age = ChronoUnit.DAYS.between(day, today);
        return catalog.facts(metric, store.basis().metric()).stream()
                .anyMatch(fact -> age <= windows.getOrDefault(fact, Profile.SETTLES));
    }

    /** The longest that what reached the day may change it, by what its rows became. */
    private Map<String, Integer> windows(Store store, LocalDate day) {
        Map<String, Integer> windows = new HashMap<>();
        for (Source source : warehouse.sources().of(store.id())) {
            @Nullable LocalDate through = source.through();
            if (through != null && !through.isBefore(day)) {
                int days = days(store, source.delivery());
                source.facts().forEach(fact -> windows.merge(fact, days, Math::max));
            }
        }
        return windows;
    }
}

package app.rotina.routine;

import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.StoreSettings;
import app.rotina.state.Stores;
import app.rotina.warehouse.Warehouse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Closes every store's days in the morning, once their data are there, and the days of the last
 * week again where late data changed them. It begins with the day on which the store was added, so
 * that history that was brought along stays open to a first goal.
 */
@Component
public final class MorningClose {
    private static final Logger LOG = LoggerFactory.getLogger(MorningClose.class);
    private static final int DAYS_BACK = 7;

    private final Stores stores;
    private final StoreSettings settings;
    private final Warehouse warehouse;
    private final Closing closing;
    private final Clock clock;
    private final Map<String, Map<LocalDate, Closing.Rests>> closed = new ConcurrentHashMap<>();

    MorningClose(
            Stores stores,
            StoreSettings settings,
            Warehouse warehouse,
            Closing closing,
            Clock clock) {
        this.stores = stores;
        this.settings = settings;
        this.warehouse = warehouse;
        this.closing = closing;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void closeAll() {
        for (Store store : stores.all()) {
            try {
                close(store);
            } catch (RotinaException e) {
                LOG.warn("{} was not closed: {}", store.id(), e.getMessage());
            }
        }
    }

    /** Only the days that rest on something else than when they were closed last. */
    private void close(Store store) {
        Map<LocalDate, Closing.Rests> before = closed.getOrDefault(store.id(), Map.of());
        Map<LocalDate, Closing.Rests> now = new HashMap<>();
        for (LocalDate day : due(store)) {
            Closing.Rests rests = closing.rests(store, day);
            if (!rests.equals(before.get(day))) {
                closing.close(store, day);
            }
            now.put(day, rests);
        }
        closed.put(store.id(), now);
    }

    /** What changes with every delivery. */
    public String dataVersion(Store store) {
        return warehouse.version(store.id());
    }

    /** The days of a store that are to be closed now, or closed again. */
    public List<LocalDate> due(Store store) {
        ZonedDateTime now = clock.instant().atZone(store.zone());
        if (now.toLocalTime().isBefore(settings.closeAt(store.id()))) {
            return List.of();
        }
        LocalDate added = LocalDate.ofInstant(stores.since(store.id()), store.zone());
        return warehouse.dataThrough(store.id()).stream()
                .flatMap(last ->
                        now.toLocalDate()
                                .minusDays(DAYS_BACK)
                                .datesUntil(now.toLocalDate())
                                .filter(day -> !day.isAfter(last) && !day.isBefore(added)))
                .toList();
    }
}

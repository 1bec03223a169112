package app.rotina.routine;

import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.state.StorePulses;
import app.rotina.state.StorePulses.Pulse;
import app.rotina.state.Stores;
import app.rotina.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How the data of many stores stand, without opening their warehouses: a store is looked at again
 * when something was written to it, and every few minutes besides.
 */
@Component
public final class Pulses {
    private static final Logger LOG = LoggerFactory.getLogger(Pulses.class);

    /** So many stores that were never looked at are looked at while somebody waits. */
    private static final int AT_ONCE = 2;

    private final Stores stores;
    private final Warehouse warehouse;
    private final StorePulses pulses;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();

    Pulses(Stores stores, Warehouse warehouse, StorePulses pulses) {
        this.stores = stores;
        this.warehouse = warehouse;
        this.pulses = pulses;
    }

    /** By store; one that nobody has looked at yet is not in it, and will be soon. */
    public Map<String, Pulse> of(List<Store> wanted) {
        Map<String, Pulse> known = new HashMap<>(pulses.all());
        List<Store> never = wanted.stream().filter(one -> !known.containsKey(one.id())).toList();
        for (Store store : wanted) {
            boolean few = never.size() <= AT_ONCE && never.contains(store);
            if (isChanged(store.id()) || few) {
                known.put(store.id(), look(store.id()));
            }
        }
        if (never.size() > AT_ONCE) {
            Thread.ofVirtual().start(this::lookAtAll);
        }
        return known;
    }

    @Scheduled(initialDelay = 2, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void lookAtAll() {
        if (looking.compareAndSet(false, true)) {
            try {
                stores.all().forEach(this::lookIfNeeded);
            } finally {
                looking.set(false);
            }
        }
    }

    private void lookIfNeeded(Store store) {
        try {
            if (!seen.containsKey(store.id()) || isChanged(store.id())) {
                look(store.id());
            }
        } catch (RotinaException e) {
            LOG.warn("{} was not looked at: {}", store.id(), e.getMessage());
        }
    }

    /** Written to since it was looked at; the number is 0 until this process opens the store. */
    private boolean isChanged(String store) {
        long now = warehouse.generation(store);
        @Nullable Long before = seen.get(store);
        return before == null ? now > 0 : before != now;
    }

    private Pulse look(String store) {
        long waiting = warehouse.quarantine().count(store);
        long generation = warehouse.generation(store);
        Optional<LocalDate> through = warehouse.dataThrough(store);
        Pulse pulse = pulses.keep(store, through, waiting);
        seen.put(store, generation);
        return pulse;
    }
}

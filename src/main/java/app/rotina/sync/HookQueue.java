package app.rotina.sync;

import app.rotina.kernel.Store;
import app.rotina.state.SourceConnections;
import app.rotina.state.SourceConnections.Connection;
import app.rotina.state.SourceConnections.Standing;
import app.rotina.state.SourceHooks;
import app.rotina.state.SourceHooks.Waiting;
import app.rotina.state.Stores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes in what shops told of: many messages about one record are one question, asked as late as
 * possible, so whatever their order it is answered by what the shop has then. What cannot be
 * fetched waits.
 */
@Component
class HookQueue implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(HookQueue.class);
    private static final int AT_ONCE = 2_000;
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final Map<Long, Instant> notBefore = new ConcurrentHashMap<>();
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final SourceHooks hooks;
    private final SourceConnections connections;
    private final Sync sync;
    private final Anew anew;
    private final OneAtATime turns;
    private final Stores stores;
    private final Clock clock;

    HookQueue(
            SourceHooks hooks,
            SourceConnections connections,
            Sync sync,
            Anew anew,
            OneAtATime turns,
            Stores stores,
            Clock clock) {
        this.hooks = hooks;
        this.connections = connections;
        this.sync = sync;
        this.anew = anew;
        this.turns = turns;
        this.stores = stores;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 20, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void takeWhatWaits() {
        Instant now = clock.instant();
        for (Connection each : hooks.waiting()) {
            boolean due = !notBefore.getOrDefault(each.id(), now).isAfter(now);
            if (due && each.standing() != Standing.RECONNECT && underWay.add(each.id())) {
                workers.execute(() -> takeQuietly(each));
            }
        }
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }

    private void takeQuietly(Connection connection) {
        try {
            take(stores.of(connection.store()), connection);
            notBefore.remove(connection.id());
        } catch (RuntimeException e) { // nobody else would try again
            notBefore.put(connection.id(), clock.instant().plus(AGAIN));
            LOG.warn(
                    "what {} of {} told of waits: {}",
                    connection.name(),
                    connection.store(),
                    e.getMessage());
        } finally {
            underWay.remove(connection.id());
        }
    }

    /** Takes in all that waits. */
    void take(Store store, Connection connection) {
        List<Waiting> some = hooks.waiting(connection, AT_ONCE);
        while (!some.isEmpty()) {
            List<Waiting> these = some;
            turns.alone(store, () -> took(store, connection, these));
            some = hooks.waiting(connection, AT_ONCE);
        }
    }

    private boolean took(Store store, Connection connection, List<Waiting> some) {
        Hooking hooking = Connectors.of(connection.connector()).hooking().orElseThrow();
        Site site =
                sync.site(
                        connection,
                        connections.secrets(connection),
                        now -> connections.renew(connection, now));
        Map<String, Set<String>> ids = new TreeMap<>();
        some.forEach(each ->
                ids.computeIfAbsent(each.stream(), any -> new TreeSet<>()).add(each.record()));
        ids.forEach((stream, each) -> {
            var _ = anew.fetch(store, connection, site, stream, hooking.ids(), List.copyOf(each));
        });
        hooks.taken(some);
        return true;
    }
}

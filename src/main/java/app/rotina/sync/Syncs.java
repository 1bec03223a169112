package app.rotina.sync;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.state.SourceConnections;
import app.rotina.state.SourceConnections.Connection;
import app.rotina.state.SourceConnections.Standing;
import app.rotina.state.StoreSettings;
import app.rotina.state.Stores;
import app.rotina.sync.Live.Task;
import app.rotina.warehouse.ImportReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * The shops and services that stores are connected to: connecting, pulling when somebody asks and
 * every morning before the close. Of two pulls of one store one waits. A pull that fails leaves all
 * that came before as it is.
 */
@Service
public class Syncs implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Syncs.class);
    private static final Duration AGAIN = Duration.ofHours(1);

    private final Map<Long, Live> live = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Sync sync;
    private final SourceConnections connections;
    private final Hooks hooks;
    private final Reconciliation reconciliation;
    private final OneAtATime turns;
    private final Stores stores;
    private final StoreSettings settings;
    private final Clock clock;

    Syncs(
            Sync sync,
            SourceConnections connections,
            Hooks hooks,
            Reconciliation reconciliation,
            OneAtATime turns,
            Stores stores,
            StoreSettings settings,
            Clock clock) {
        this.sync = sync;
        this.connections = connections;
        this.hooks = hooks;
        this.reconciliation = reconciliation;
        this.turns = turns;
        this.stores = stores;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a pull brought.
     *
     * @param read records, of which the others are parts
     */
    public record Brought(
            long read, long inserted, long updated, long unchanged, long quarantined) {

        static Brought of(List<ImportReport> reports) {
            return new Brought(
                    reports.stream().mapToLong(ImportReport::read).sum(),
                    reports.stream().mapToLong(ImportReport::inserted).sum(),
                    reports.stream().mapToLong(ImportReport::updated).sum(),
                    reports.stream().mapToLong(ImportReport::unchanged).sum(),
                    reports.stream().mapToLong(ImportReport::quarantined).sum());
        }
    }

    public List<Connection> of(Store store) {
        return connections.of(store.id());
    }

    public Connection find(Store store, long id) {
        return connections.find(store.id(), id);
    }

    /** Connects a store once the other side has answered; else nothing is kept. */
    public Connection connect(
            Store store, String connectorId, Map<String, String> said, String who) {
        Connector connector = withoutConsent(Connectors.of(connectorId));
        return add(
                store,
                connector,
                Filled.settings(connector, said),
                Filled.secrets(connector, said),
                who);
    }

    Connection add(
            Store store,
            Connector connector,
            Map<String, String> settings,
            Map<String, String> secrets,
            String who) {
        Map<String, String> now = sync.tryOut(store, connector, settings, secrets);
        return connections.add(store.id(), connector.id(), settings, now, who);
    }

    /** The fields of a connection that something secret is kept of. */
    public Set<String> kept(Connection connection) {
        return connections.secrets(connection).keySet();
    }

    /**
     * Takes other secrets for a connection, once the other side has answered to them; what is not
     * said stays as it was.
     *
     * @param own our path → the address that others reach it at
     */
    public Connection reconnect(
            Store store, long id, Map<String, String> said, UnaryOperator<String> own) {
        Connection connection = connections.find(store.id(), id);
        Connector connector = withoutConsent(Connectors.of(connection.connector()));
        Map<String, String> kept = connections.secrets(connection);
        Map<String, String> secrets = Filled.secrets(connector, said, kept);
        hooks.rekey(connection, sync.tryOut(store, connector, connection.settings(), secrets), own);
        return connections.find(store.id(), connection.id());
    }

    Connection again(Store store, Connection connection, Map<String, String> secrets) {
        Connector connector = Connectors.of(connection.connector());
        connections.reconnect(
                connection, sync.tryOut(store, connector, connection.settings(), secrets));
        return connections.find(store.id(), connection.id());
    }

    private static Connector withoutConsent(Connector connector) {
        if (connector.asksConsent()) {
            throw new RotinaException(Problem.CONSENT_NEEDED, connector.title(Locale.ENGLISH));
        }
        return connector;
    }

    /**
     * What it brought stays.
     *
     * @return whether the shop tells no more; else somebody has to see to it there
     */
    public boolean disconnect(Store store, long id) {
        Connection connection = connections.find(store.id(), id);
        boolean silent = hooks.close(connection);
        connections.remove(store.id(), connection.id());
        return silent;
    }

    /** Pulls now, after a pull of the store that is under way. */
    public Brought pull(Store store, long id) {
        connections.find(store.id(), id);
        if (Live.CURRENT.isBound()) {
            return pullAlone(store, id);
        }
        Live mine = new Live(Task.FETCH);
        live.put(id, mine);
        try {
            return ScopedValue.where(Live.CURRENT, mine).call(() -> pullAlone(store, id));
        } finally {
            live.remove(id, mine);
        }
    }

    /** Begins to pull now, and lets it go on by itself. */
    public void start(Store store, long id) {
        Connection connection = connections.find(store.id(), id);
        start(id, Task.FETCH, () -> pullQuietly(store, connection));
    }

    /** Begins to count now, and lets it go on by itself. */
    public void startCount(Store store, long id) {
        Connection connection = connections.find(store.id(), id);
        start(id, Task.COUNT, () -> reconciliation.countQuietly(store, connection));
    }

    /** Begins to mend days that differ, and lets it go on by itself. */
    public void startMending(Store store, long id, Set<LocalDate> days) {
        Connection connection = connections.find(store.id(), id);
        start(id, Task.MEND, () -> reconciliation.mendQuietly(store, connection, days));
    }

    /** What is under way goes on as it is. */
    private void start(long id, Task task, Runnable work) {
        Live mine = new Live(task);
        if (live.putIfAbsent(id, mine) == null) {
            workers.execute(() -> {
                try {
                    ScopedValue.where(Live.CURRENT, mine).run(work);
                } finally {
                    live.remove(id, mine);
                }
            });
        }
    }

    /** What is being done with the connection; empty: nothing is. */
    public Optional<Live> live(long id) {
        return Optional.ofNullable(live.get(id));
    }

    private Brought pullAlone(Store store, long id) {
        return turns.alone(store, () -> pull(store, connections.find(store.id(), id)));
    }

    /** When it is pulled by itself next; absence: not before somebody connects it anew. */
    public @Nullable Instant next(Store store, Connection connection) {
        if (connection.standing() == Standing.RECONNECT) {
            return null;
        }
        @Nullable Instant tried = connection.triedAt();
        if (tried == null) {
            return connection.addedAt();
        }
        if (connection.standing() == Standing.FAILING) {
            return tried.plus(AGAIN);
        }
        ZonedDateTime local = tried.atZone(store.zone());
        ZonedDateTime early =
                local.toLocalDate().atTime(settings.fetchAt(store.id())).atZone(store.zone());
        return (early.isAfter(local) ? early : early.plusDays(1)).toInstant();
    }

    @Scheduled(initialDelay = 3, fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    void pullWhatIsDue() {
        Instant now = clock.instant();
        for (Store store : stores.all()) {
            for (Connection connection : of(store)) {
                @Nullable Instant next = next(store, connection);
                if (next != null && !next.isAfter(now) && !turns.isBusy(store)) {
                    start(connection.id(), Task.FETCH, () -> pullQuietly(store, connection));
                }
            }
        }
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }

    private void pullQuietly(Store store, Connection connection) {
        try {
            pull(store, connection.id());
            reconciliation.countDaily(store, connection);
        } catch (RotinaException e) {
            LOG.warn("{} of {} was not pulled: {}", connection.name(), store.id(), e.getMessage());
        }
    }

    private Brought pull(Store store, Connection connection) {
        try {
            Brought brought =
                    Brought.of(
                            sync.pull(
                                    store,
                                    connection,
                                    connections.secrets(connection),
                                    learned(connection)));
            connections.succeeded(connection);
            return brought;
        } catch (RuntimeException e) {
            RotinaException known = known(e);
            boolean refused = known.problem() == Problem.PULL_REFUSED;
            connections.failed(
                    connection,
                    refused ? Standing.RECONNECT : Standing.FAILING,
                    known.in(Texts.of(store.locale())));
            throw known;
        }
    }

    private Learned learned(Connection connection) {
        return new Learned() {
            @Override
            public void secrets(Map<String, String> changed) {
                connections.renew(connection, changed);
            }

            @Override
            public void lacks(Set<String> scopes) {
                connections.lacks(connection, scopes);
            }
        };
    }

    private static RotinaException known(RuntimeException e) {
        return e instanceof RotinaException known
                ? known
                : new RotinaException(Problem.INTERNAL, e, e.getClass().getSimpleName());
    }
}

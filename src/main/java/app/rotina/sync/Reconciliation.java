package app.rotina.sync;

import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.state.SourceConnections;
import app.rotina.state.SourceConnections.Connection;
import app.rotina.state.SourceCounts;
import app.rotina.state.SourceCounts.Counted;
import app.rotina.state.SourceCounts.DayCount;
import app.rotina.sync.Census.Seen;
import app.rotina.sync.Live.Task;
import app.rotina.sync.Syncs.Brought;
import app.rotina.warehouse.ImportReport;
import app.rotina.warehouse.TakenOrders.Taken;
import app.rotina.warehouse.Warehouse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Counts by day what a connection's source has against what was taken in, every morning after the
 * pull or when somebody asks; and mends the days that differ, those records alone.
 */
@Service
public class Reconciliation {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final Duration DAILY = Duration.ofHours(20);

    private final Sync sync;
    private final Anew anew;
    private final SourceConnections connections;
    private final SourceCounts counts;
    private final Warehouse warehouse;
    private final OneAtATime turns;
    private final Clock clock;

    Reconciliation(
            Sync sync,
            Anew anew,
            SourceConnections connections,
            SourceCounts counts,
            Warehouse warehouse,
            OneAtATime turns,
            Clock clock) {
        this.sync = sync;
        this.anew = anew;
        this.connections = connections;
        this.counts = counts;
        this.warehouse = warehouse;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * What mending did.
     *
     * @param brought rows fetched anew
     * @param gone records taken out
     */
    public record Mended(Brought brought, long gone, Counted counted) {}

    /** False where the source cannot say what it has. */
    public boolean canCount(Connection connection) {
        return Connectors.of(connection.connector()).counting().isPresent();
    }

    /** Empty: it was never counted. */
    public Optional<Counted> last(Connection connection) {
        return counts.of(connection.id());
    }

    /** The days that did not agree when they were last counted. */
    public Set<LocalDate> driftDays(Connection connection) {
        return last(connection).map(Counted::drift).orElse(List.of()).stream()
                .map(DayCount::day)
                .collect(Collectors.toSet());
    }

    /** Counts now. */
    public Counted count(Store store, long id) {
        Connection connection = connections.find(store.id(), id);
        return turns.alone(store, () -> noting(store, connection, () -> count(store, connection)));
    }

    private <T> T noting(Store store, Connection connection, Supplier<T> work) {
        try {
            return work.get();
        } catch (RotinaException e) {
            counts.failed(connection.id(), e.in(Texts.of(store.locale())));
            throw e;
        }
    }

    /**
     * Fetches anew what these days lack, and takes out what is gone; no other record is touched.
     */
    public Mended mend(Store store, long id, Set<LocalDate> days) {
        Connection connection = connections.find(store.id(), id);
        if (days.isEmpty()) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "days");
        }
        return turns.alone(
                store, () -> noting(store, connection, () -> mend(store, connection, days)));
    }

    /** Counts once a day, after a pull; what goes wrong is noted. */
    void countDaily(Store store, Connection connection) {
        Instant limit = clock.instant().minus(DAILY);
        boolean fresh = last(connection).filter(each -> each.at().isAfter(limit)).isPresent();
        if (fresh || !canCount(connection)) {
            return;
        }
        Live.turnsTo(Task.COUNT);
        countQuietly(store, connection);
    }

    void countQuietly(Store store, Connection connection) {
        quietly(store, connection, () -> count(store, connection.id()));
    }

    void mendQuietly(Store store, Connection connection, Set<LocalDate> days) {
        quietly(store, connection, () -> mend(store, connection.id(), days));
    }

    private static void quietly(Store store, Connection connection, Supplier<?> work) {
        try {
            var _ = work.get();
        } catch (RotinaException e) {
            LOG.warn("{} of {} was not counted: {}", connection.name(), store.id(), e.getMessage());
        }
    }

    private Counted count(Store store, Connection connection) {
        Counting counting = counting(connection);
        LocalDate today = LocalDate.ofInstant(clock.instant(), store.zone());
        Days span = new Days(today.minusDays(counting.days()), today.minusDays(1));
        counts.counted(connection.id(), new Held(store, connection, counting).over(span).days());
        return last(connection).orElseThrow();
    }

    private Mended mend(Store store, Connection connection, Set<LocalDate> wantedDays) {
        TreeSet<LocalDate> days = new TreeSet<>(wantedDays);
        Held held = new Held(store, connection, counting(connection));
        Days span = new Days(days.first(), days.last());
        List<String> wanted = new ArrayList<>();
        List<Taken> gone = new ArrayList<>();
        for (LocalDate day : days) {
            Tally tally = held.over(Days.only(day));
            wanted.addAll(tally.wanted());
            if (!tally.gone().isEmpty()) { // what only one reading misses is not gone
                List<Taken> again = held.over(Days.only(day)).gone();
                again.stream().filter(tally.gone()::contains).forEach(gone::add);
            }
        }
        List<ImportReport> reports = new ArrayList<>(held.fetch(wanted));
        reports.addAll(anew.takeOut(store, connection, held.counting, gone));
        counts.mended(connection.id(), span, held.over(span).days());
        return new Mended(Brought.of(reports), gone.size(), last(connection).orElseThrow());
    }

    private static Counting counting(Connection connection) {
        return Connectors.of(connection.connector())
                .counting()
                .orElseThrow(
                        () -> new RotinaException(Problem.COUNT_UNKNOWN, connection.connector()));
    }

    /** Both sides of one connection. */
    private final class Held {
        private final Store store;
        private final Connection connection;
        private final Counting counting;
        private final Site site;
        private final Instant reached;

        private Held(Store store, Connection connection, Counting counting) {
            this.store = store;
            this.connection = connection;
            this.counting = counting;
            this.site =
                    sync.site(
                            connection,
                            connections.secrets(connection),
                            now -> connections.renew(connection, now));
            @Nullable String cursor =
                    warehouse
                            .cursors()
                            .of(store.id())
                            .get(connection.id() + "/" + counting.stream());
            if (cursor == null || connection.succeededAt() == null) {
                throw new RotinaException(Problem.COUNT_TOO_EARLY, connection.name());
            }
            this.reached = Instant.parse(cursor);
        }

        private Tally over(Days span) {
            Map<String, Seen> seen =
                    new Census(Connectors.of(connection.connector()), counting, site)
                            .of(store, span);
            Map<String, Taken> taken = new HashMap<>();
            Days around = new Days(span.from().minusDays(1), span.to().plusDays(1));
            warehouse
                    .takenOrders()
                    .of(store.id(), around)
                    .forEach(each -> taken.put(each.id(), each));
            return new Tally(span, Sync.sender(connection), reached, counting.without())
                    .hold(seen, taken);
        }

        private List<ImportReport> fetch(List<String> ids) {
            return ids.isEmpty()
                    ? List.of()
                    : anew.fetch(store, connection, site, counting.stream(), counting.ids(), ids)
                            .reports();
        }
    }
}

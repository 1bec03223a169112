package app.rotina.sync;

import app.rotina.kernel.Store;
import app.rotina.state.SourceConnections.Connection;
import app.rotina.warehouse.SenderLog.Sent;
import app.rotina.warehouse.Warehouse;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says of a store's connections what they have brought, and what they are doing. */
@Component
public final class ConnectionStandings {
    private final Syncs syncs;
    private final Reconciliation reconciliation;
    private final Warehouse warehouse;

    ConnectionStandings(Syncs syncs, Reconciliation reconciliation, Warehouse warehouse) {
        this.syncs = syncs;
        this.reconciliation = reconciliation;
        this.warehouse = warehouse;
    }

    public List<ConnectionStanding> of(Store store) {
        List<Connection> all = syncs.of(store);
        Map<String, Sent> sent = all.isEmpty() ? Map.of() : warehouse.senders().of(store.id());
        return all.stream().map(each -> standing(store, each, sent)).toList();
    }

    public ConnectionStanding of(Store store, Connection connection) {
        return standing(store, connection, warehouse.senders().of(store.id()));
    }

    private ConnectionStanding standing(Store store, Connection one, Map<String, Sent> sent) {
        return new ConnectionStanding(
                one,
                syncs.next(store, one),
                sent.getOrDefault(Sync.sender(one), Sent.NOTHING),
                syncs.live(one.id()).orElse(null),
                reconciliation.canCount(one),
                reconciliation.last(one).orElse(null));
    }
}

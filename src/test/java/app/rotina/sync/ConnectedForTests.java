package app.rotina.sync;

import app.rotina.api.ServerForTests;
import app.rotina.kernel.Days;
import app.rotina.kernel.Store;
import app.rotina.metrics.Metrics;
import app.rotina.reach.OwnNetwork;
import app.rotina.state.SourceConnections.Connection;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import app.rotina.sync.Syncs.Brought;
import java.math.BigDecimal;
import java.util.Map;

/** The product, with a new store for each connection that is tried. */
final class ConnectedForTests implements AutoCloseable {
    private static int stores;

    final ServerForTests server = new ServerForTests();
    final Syncs syncs = server.bean(Syncs.class);

    ConnectedForTests() {
        server.bean(OwnNetwork.class).allow("127.0.0.1");
    }

    /** A store, connected. */
    final class Shop {
        final Store store = StateForTests.store("connected-" + ++stores);
        private final String connector;

        private Shop(String connector) {
            this.connector = connector;
            server.bean(Stores.class).add(store);
        }

        void connect(Map<String, String> said) {
            syncs.connect(store, connector, said, "ana");
        }

        Connection connection() {
            return syncs.of(store).getFirst();
        }

        Brought pull() {
            return syncs.pull(store, connection().id());
        }

        /** Nothing known is zero here. */
        BigDecimal metric(String metric, Days days) {
            return server.bean(Metrics.class)
                    .value(store, metric, days)
                    .known()
                    .orElse(BigDecimal.ZERO);
        }
    }

    Shop shop(String connector) {
        return new Shop(connector);
    }

    @Override
    public void close() {
        server.close();
    }
}

package app.rotina.sync;

import app.rotina.api.ServerForTests;
import app.rotina.kernel.Days;
import app.rotina.kernel.Store;
import app.rotina.metrics.Metrics;
import app.rotina.reach.OwnNetwork;
import app.rotina.state.SourceConnections.Connection;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import app.rotina.state.Vault;
import app.rotina.sync.Syncs.Brought;
import app.rotina.warehouse.ImportProgress;
import app.rotina.warehouse.ImportReport;
import app.rotina.warehouse.Uploads;
import app.rotina.warehouse.Uploads.Sender;
import app.rotina.warehouse.Uploads.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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

        /** Takes a text in as a file that somebody hands in. */
        ImportReport take(String... lines) {
            try {
                Path file = Files.write(Files.createTempFile("handed", ".csv"), List.of(lines));
                ImportReport report =
                        server.bean(Uploads.class)
                                .take(
                                        store,
                                        server.bean(Vault.class).key(store.id()),
                                        List.of(new Upload(file, "handed.csv", Instant.now())),
                                        new Sender("ana", null, Map.of()),
                                        new ImportProgress());
                Files.delete(file);
                return report;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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

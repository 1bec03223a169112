package app.rotina.sync;

import app.rotina.api.ServerForTests;
import app.rotina.kernel.Days;
import app.rotina.kernel.Store;
import app.rotina.metrics.Metrics;
import app.rotina.reach.OwnNetwork;
import app.rotina.state.SourceConnections;
import app.rotina.state.SourceConnections.Connection;
import app.rotina.state.SourceCounts.Counted;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import app.rotina.state.Vault;
import app.rotina.sync.Consents.Answer;
import app.rotina.sync.Consents.Wanted;
import app.rotina.sync.Reconciliation.Mended;
import app.rotina.sync.Syncs.Brought;
import app.rotina.warehouse.ImportProgress;
import app.rotina.warehouse.ImportReport;
import app.rotina.warehouse.LedgerRows;
import app.rotina.warehouse.Measure;
import app.rotina.warehouse.Uploads;
import app.rotina.warehouse.Uploads.Sender;
import app.rotina.warehouse.Uploads.Upload;
import app.rotina.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** The product, with a new store for each connection that is tried. */
final class ConnectedForTests implements AutoCloseable {
    static final long SESSION = 1;

    private static int stores;

    final ServerForTests server = new ServerForTests();
    final Syncs syncs = server.bean(Syncs.class);
    final Consents consents = server.bean(Consents.class);

    ConnectedForTests() {
        server.bean(OwnNetwork.class).allow("127.0.0.1");
    }

    /** A store, connected. */
    final class Shop {
        final Store store;
        private final String connector;

        private Shop(String connector, Store store) {
            this.connector = connector;
            this.store = store;
            server.bean(Stores.class).add(store);
        }

        void connect(Map<String, String> said) {
            syncs.connect(store, connector, said, "ana");
        }

        /** As its owner does it in a browser, which goes to the shop's page and comes back. */
        Connection agree(Map<String, String> said, @Nullable Long again) {
            consents.begin(SESSION, store, new Wanted(Connectors.of(connector), again, said));
            consents.returned(SESSION, came(consents.way(SESSION, store).orElseThrow().address()));
            return consents.finish(SESSION, store, "ana");
        }

        Connection connection() {
            return syncs.of(store).getFirst();
        }

        Brought pull() {
            return syncs.pull(store, connection().id());
        }

        Counted count() {
            return server.bean(Reconciliation.class).count(store, connection().id());
        }

        Mended mend(LocalDate... days) {
            return server.bean(Reconciliation.class).mend(store, connection().id(), Set.of(days));
        }

        /** Fetches orders anew by the shop's own ids. */
        Anew.Fetched fetch(String... ids) {
            Connection one = connection();
            Connector how = Connectors.of(connector);
            Map<String, String> secrets = server.bean(SourceConnections.class).secrets(one);
            return server.bean(Anew.class)
                    .fetch(
                            store,
                            one,
                            server.bean(Sync.class).site(one, secrets, now -> {}),
                            "orders",
                            how.counting().orElseThrow().ids(),
                            List.of(ids));
        }

        /** A record comes by the connection that its shop has no more. */
        void bring(String order) {
            var _ =
                    server.bean(Sync.class)
                            .handIn(
                                    store,
                                    connection(),
                                    "orders",
                                    batch -> batch.add(JsonMapper.shared().readTree(order)));
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

        /** What the ledger's lines of a kind add up to. */
        BigDecimal ledger(String kind, Days days) {
            Measure lines =
                    new Measure(
                            "lines",
                            "line",
                            "placed_day",
                            Measure.Aggregate.SUM,
                            "amount",
                            Map.of("kind", List.of(kind)),
                            false,
                            "line");
            return server.bean(Warehouse.class)
                    .rows()
                    .of(store.id(), new LedgerRows.Wanted(lines, days, Map.of(), 1, 0))
                    .contribution();
        }

        /** The same from what lies landed alone. */
        void rebuild() {
            server.bean(Warehouse.class).imports().rebuild(store);
        }

        /** Nothing known is zero here. */
        BigDecimal metric(String metric, Days days) {
            return server.bean(Metrics.class)
                    .value(store, metric, days)
                    .known()
                    .orElse(BigDecimal.ZERO);
        }
    }

    /** What the shop's page sends its owner back with. */
    static Answer came(URI page) {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            String location =
                    browser.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                            .headers()
                            .firstValue("Location")
                            .orElseThrow();
            Map<String, String> said =
                    UriComponentsBuilder.fromUriString(location)
                            .build()
                            .getQueryParams()
                            .toSingleValueMap();
            return new Answer(
                    said.getOrDefault("state", ""),
                    said.getOrDefault("code", ""),
                    said.getOrDefault("error", ""));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Shop shop(String connector) {
        return new Shop(connector, StateForTests.store("connected-" + ++stores));
    }

    Shop shop(String connector, ZoneId zone) {
        Store near = StateForTests.store("connected-" + ++stores);
        return new Shop(
                connector,
                new Store(
                        near.id(),
                        near.name(),
                        zone,
                        near.currency(),
                        near.locale(),
                        near.basis(),
                        near.identity()));
    }

    @Override
    public void close() {
        server.close();
    }
}

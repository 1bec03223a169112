package app.rotina.sync;

import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Store;
import app.rotina.state.Secrets;
import app.rotina.state.SourceConnections.Connection;
import app.rotina.state.StoreSettings;
import app.rotina.state.Vault;
import app.rotina.sync.Connector.Stream;
import app.rotina.warehouse.Cursors;
import app.rotina.warehouse.ImportProgress;
import app.rotina.warehouse.ImportReport;
import app.rotina.warehouse.Uploads;
import app.rotina.warehouse.Uploads.Pulled;
import app.rotina.warehouse.Uploads.Sender;
import app.rotina.warehouse.Uploads.Upload;
import app.rotina.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One pull of all streams of a connection: rows come in by some thousands, each time with the
 * cursor they reach, so that a pull that breaks off goes on where it was.
 */
@Component
class Sync {
    private static final int AT_ONCE = 2_000;
    private static final Duration WORKED = Duration.ofHours(2);

    private final Uploads uploads;
    private final Cursors cursors;
    private final Vault vault;
    private final Fetcher fetcher;
    private final StoreSettings settings;
    private final Clock clock;
    private final Path folder;

    Sync(
            Uploads uploads,
            Warehouse warehouse,
            Vault vault,
            Fetcher fetcher,
            StoreSettings settings,
            Clock clock,
            DataFolder folder) {
        this.uploads = uploads;
        this.cursors = warehouse.cursors();
        this.vault = vault;
        this.fetcher = fetcher;
        this.settings = settings;
        this.clock = clock;
        this.folder = folder.spool();
    }

    /**
     * Asks for one record of each stream; refuses as the other side does.
     *
     * @return what is secret from now on
     */
    Map<String, String> tryOut(
            Store store,
            Connector connector,
            Map<String, String> settings,
            Map<String, String> secrets) {
        Map<String, String> now = new TreeMap<>(secrets);
        Site site = site(connector, settings, secrets, now::putAll);
        connector
                .streams()
                .forEach(each -> Reading.of(connector, each, site, null, now(store)).tryOut());
        return now;
    }

    /**
     * What each import of the pull did.
     *
     * @param learned keeps what is learned of the connection
     */
    List<ImportReport> pull(
            Store store, Connection connection, Map<String, String> secrets, Learned learned) {
        Connector connector = Connectors.of(connection.connector());
        Site site = site(connector, connection.settings(), secrets, learned);
        List<ImportReport> reports = new ArrayList<>();
        for (Stream stream : connector.streams()) {
            String name = connection.id() + "/" + stream.name();
            @Nullable String before = cursors.of(store.id()).get(name);
            @Nullable Instant since =
                    before == null ? null : Instant.parse(before).minus(connector.overlap());
            Reading pull = Reading.of(connector, stream, site, since, now(store));
            boolean more = true;
            while (more) {
                more = some(store, connection, stream, pull, reports);
            }
        }
        return reports;
    }

    private boolean some(
            Store store,
            Connection connection,
            Stream stream,
            Reading pull,
            List<ImportReport> reports) {
        Path file = file();
        try {
            boolean more = true;
            int records;
            try (Batch batch = new Batch(file, stream.stream(), stamps(store, stream))) {
                while (more && batch.records() < AT_ONCE) {
                    int before = batch.records();
                    Live.came(stream.name(), 0);
                    more = pull.next(batch);
                    Live.came(stream.name(), batch.records() - before);
                }
                records = batch.records();
            }
            if (records > 0) {
                reports.add(
                        take(
                                store,
                                connection,
                                stream.name(),
                                file,
                                reached(connection, stream, pull)));
            }
            return more;
        } finally {
            delete(file);
        }
    }

    /** What is read in the morning, or a while after, shows how the day before ended. */
    private Map<String, String> stamps(Store store, Stream stream) {
        if (stream.stamp().isEmpty()) {
            return Map.of();
        }
        Duration morning =
                Duration.between(LocalTime.MIN, settings.fetchAt(store.id())).plus(WORKED);
        return Map.of(
                stream.stamp(),
                LocalDate.ofInstant(clock.instant().minus(morning), store.zone()).toString());
    }

    private Map<String, String> reached(Connection connection, Stream stream, Reading pull) {
        @Nullable Instant last = pull.last();
        return last == null
                ? Map.of()
                : Map.of(connection.id() + "/" + stream.name(), notAfterNow(last));
    }

    /** Takes in what is written, without moving any cursor; nothing where nothing is written. */
    Optional<ImportReport> handIn(
            Store store, Connection connection, String stream, Consumer<Batch> writing) {
        Path file = file();
        try {
            int records;
            try (Batch batch = new Batch(file, stream, Map.of())) {
                writing.accept(batch);
                records = batch.records();
            }
            return records == 0
                    ? Optional.empty()
                    : Optional.of(take(store, connection, stream, file, Map.of()));
        } finally {
            delete(file);
        }
    }

    private Path file() {
        return folder.resolve("pull-" + Secrets.token());
    }

    private ImportReport take(
            Store store,
            Connection connection,
            String stream,
            Path file,
            Map<String, String> reached) {
        Upload upload = new Upload(file, connection.name() + " " + stream, clock.instant());
        String profile = Connectors.of(connection.connector()).profile();
        return uploads.take(
                store,
                vault.key(store.id()),
                new Pulled(List.of(upload), reached),
                new Sender(sender(connection), profile, Map.of()),
                new ImportProgress());
    }

    /** What a connection is called where it hands rows in. */
    static String sender(Connection connection) {
        return "sync " + connection.name();
    }

    /** A record from the future must not hide all that come before it. */
    private String notAfterNow(Instant last) {
        Instant now = clock.instant();
        return (last.isAfter(now) ? now : last).toString();
    }

    /**
     * Where a connection's records are asked for.
     *
     * @param learned keeps what is learned of the connection
     */
    Site site(Connection connection, Map<String, String> secrets, Learned learned) {
        return site(Connectors.of(connection.connector()), connection.settings(), secrets, learned);
    }

    /** The same, where somebody waits for the answer. */
    Site hurried(Connection connection, Map<String, String> secrets, Learned learned) {
        Connector connector = Connectors.of(connection.connector());
        return site(connector, connection.settings(), secrets, learned, fetcher.hurried());
    }

    private Site site(
            Connector connector,
            Map<String, String> settings,
            Map<String, String> secrets,
            Learned learned) {
        return site(connector, settings, secrets, learned, fetcher);
    }

    private Site site(
            Connector connector,
            Map<String, String> settings,
            Map<String, String> secrets,
            Learned learned,
            Fetcher asking) {
        Map<String, String> open = connector.completed(settings);
        asking.require(URI.create(Auth.filled(connector.base(), open)));
        Map<String, String> said = new TreeMap<>(open);
        said.putAll(secrets);
        return new Site(connector, open, auth(connector.auth(), said, learned, asking), asking);
    }

    private Auth auth(Auth.Style style, Map<String, String> said, Learned learned, Fetcher asking) {
        return switch (style) {
            case Auth.WooCommerce woo ->
                    Auth.woocommerce(
                            said.getOrDefault(woo.user(), ""),
                            said.getOrDefault(woo.password(), ""),
                            this::moment);
            case Auth.Header header -> shown(header, said);
            case Auth.Token token -> new Tokens(token, said, asking, learned);
        };
    }

    private static Auth shown(Auth.Header header, Map<String, String> said) {
        Map<String, String> all = Auth.headers(header.also(), said);
        all.put(header.name(), header.before() + said.getOrDefault(header.field(), ""));
        return address -> all;
    }

    private ZonedDateTime now(Store store) {
        return clock.instant().atZone(store.zone());
    }

    private OAuth.Moment moment() {
        return new OAuth.Moment(clock.instant().getEpochSecond(), Secrets.token());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

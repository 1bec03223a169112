package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.api.ServerForTests;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.reach.OwnNetwork;
import app.rotina.state.SourceConnections.Connection;
import app.rotina.state.SourceHooks.Fresh;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Secrets that are known by sight appear nowhere: in no log, no answer, no export, no table. */
class CanarySecretTest {
    private static final String WRONG = "cs_canary_mistyped_55b0";
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private static final Logger OURS = (Logger) LoggerFactory.getLogger("app.rotina");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final LocalDate yesterday = LocalDate.parse("2026-03-01");
    private ServerForTests server;
    private WooForTests shop;
    private Store store;
    private Level level;

    @BeforeEach
    void open() {
        server = new ServerForTests();
        server.bean(OwnNetwork.class).allow("127.0.0.1");
        shop = new WooForTests();
        store = StateForTests.store("canary");
        server.bean(Stores.class).add(store);
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        log.start();
        ROOT.addAppender(log);
        level = OURS.getLevel();
        OURS.setLevel(Level.TRACE);
    }

    @AfterEach
    void close() {
        OURS.setLevel(level);
        ROOT.detachAppender(log);
        System.setOut(out);
        System.setErr(err);
        shop.close();
        server.close();
    }

    @Test
    void appearNowhere() throws IOException, InterruptedException {
        Connection connection = connect();
        Syncs syncs = server.bean(Syncs.class);
        Hooks hooks = server.bean(Hooks.class);
        Fresh hook = hooks.renew(store, connection.id(), path -> path);
        shop.add("10.00");
        var _ = syncs.pull(store, connection.id());
        var _ = server.bean(Reconciliation.class).count(store, connection.id());
        tell(hook, "{\"id\":1}", "no signature");
        shop.closedForMaintenance = true;
        fails(() -> syncs.pull(store, connection.id()));
        shop.closedForMaintenance = false;
        shop.revoked = true;
        syncs.start(store, connection.id());
        ends(connection);
        syncs.startCount(store, connection.id());
        ends(connection);
        fails(() -> syncs.pull(store, connection.id()));
        fails(() -> server.bean(Reconciliation.class).count(store, connection.id()));
        Map<String, String> wrong = Map.of("key", WooForTests.KEY, "secret", WRONG);
        fails(() -> syncs.reconnect(store, connection.id(), wrong, path -> path));

        assertThat(logged()).contains("canary").doesNotContain(secrets(hook));
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain(secrets(hook));
        for (String answer : answers(connection)) {
            assertThat(answer).doesNotContain(secrets(hook));
        }
        assertThat(state())
                .contains("woocommerce")
                .doesNotContain(secrets(hook))
                .doesNotContain(Stream.of(secrets(hook)).map(CanarySecretTest::hex).toList());
        for (String file : files()) {
            assertThat(file).doesNotContain(secrets(hook));
        }
    }

    private Connection connect() {
        return server.bean(Syncs.class)
                .connect(
                        store,
                        "woocommerce",
                        Map.of(
                                "address",
                                shop.address(),
                                "key",
                                WooForTests.KEY,
                                "secret",
                                WooForTests.SECRET),
                        "ana");
    }

    private static void fails(Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOf(RotinaException.class)
                .hasMessageNotContainingAny(WooForTests.KEY, WooForTests.SECRET, WRONG);
    }

    private void ends(Connection connection) throws InterruptedException {
        for (int i = 0;
                i < 600 && server.bean(Syncs.class).live(connection.id()).isPresent();
                i++) {
            Thread.sleep(100);
        }
        assertThat(server.bean(Syncs.class).live(connection.id())).isEmpty();
    }

    private void tell(Fresh hook, String body, String signature) {
        var _ =
                server.send(
                        HttpRequest.newBuilder(server.url("/api/hooks/" + hook.path()))
                                .header("Content-Type", "application/json")
                                .header("X-WC-Webhook-Signature", signature)
                                .POST(BodyPublishers.ofString(body))
                                .build());
    }

    private static String[] secrets(Fresh hook) {
        return new String[] {
            WooForTests.KEY, WooForTests.SECRET, WRONG, hook.path(), hook.secret()
        };
    }

    private static String hex(String secret) {
        return HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
    }

    private String logged() {
        StringBuilder all = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            all.append(event.getFormattedMessage()).append('\n');
            if (event.getThrowableProxy() != null) {
                all.append(ThrowableProxyUtil.asString(event.getThrowableProxy())).append('\n');
            }
        }
        return all.toString();
    }

    /** What every route of the store answers that can be asked without knowing a number. */
    private List<String> answers(Connection connection) throws IOException, InterruptedException {
        Map<String, String> places =
                Map.of(
                        "{store}", store.id(),
                        "{date}", yesterday.toString(),
                        "{month}", YearMonth.from(yesterday).toString(),
                        "{kind}", "daily",
                        "{cadence}", "weekly",
                        "{id}", Long.toString(connection.id()));
        List<String> answers = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String line : Files.readAllLines(Path.of("src/test/resources/routes.txt"))) {
                String path = line.split(" ", -1)[1];
                for (Map.Entry<String, String> place : places.entrySet()) {
                    path = path.replace(place.getKey(), place.getValue());
                }
                if (line.startsWith("GET /api/stores") && !path.contains("{")) {
                    HttpRequest asked =
                            HttpRequest.newBuilder(server.url(path))
                                    .header("Authorization", "Bearer " + server.ownerToken())
                                    .build();
                    answers.add(text(client.send(asked, BodyHandlers.ofByteArray()).body()));
                }
            }
        }
        assertThat(answers).hasSizeGreaterThan(30).anyMatch(one -> one.contains("woocommerce"));
        return answers;
    }

    /** A workbook is told by what is in it. */
    private static String text(byte[] body) throws IOException {
        if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
            return new String(body, StandardCharsets.ISO_8859_1);
        }
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    /** Every row of every table. */
    private String state() {
        JdbcClient jdbc = server.bean(JdbcClient.class);
        StringBuilder all = new StringBuilder();
        jdbc.sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list()
                .forEach(table ->
                        jdbc.sql("select t::text from " + table + " t")
                                .query(String.class)
                                .list()
                                .forEach(row -> all.append(row).append('\n')));
        return all.toString();
    }

    private List<String> files() throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(server.folder()))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(all).isNotEmpty();
        return all;
    }
}

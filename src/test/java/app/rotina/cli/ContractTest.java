package app.rotina.cli;

import static app.rotina.cli.TerminalForTests.raw;
import static app.rotina.cli.TerminalForTests.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.cli.TerminalForTests.Run;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the command line promises to programs, where things go wrong or many are meant. */
class ContractTest {
    private static final String SALES =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    private static ServerForTests server;

    @TempDir private static Path files;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        server.server().announce();
        List.of("broken", "kinds", "one", "two").forEach(ContractTest::add);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void exitsWithFiveAndPointsToTheLogWhereTheDatabaseIsDamaged() throws IOException {
        Path warehouse = Files.createDirectories(Path.of(server.folder(), "warehouse"));
        Files.writeString(warehouse.resolve("broken.duckdb"), "no database".repeat(10_000));
        Run run =
                run("query", "broken", "--metrics=orders", "--from=2026-03-01", "--to=2026-03-01");
        Path log = Path.of(server.folder(), "logs", "rotina.log");
        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("did not answer")
                .endsWith("More is in " + log + ".")
                .doesNotContain("\tat ");
        assertThat(log).content().contains("ENGINE_DOWN", "\tat app.rotina.");
    }

    /** Something else listens where a server was: what it answers makes no sense. */
    @Test
    void exitsWithFiveWithoutAStackTraceUnlessItIsAskedFor() throws IOException {
        Path folder = Files.createDirectory(files.resolve("other"));
        HttpServer other =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext(
                "/",
                exchange -> {
                    byte[] body = "<html>it works</html>".getBytes(UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        other.start();
        try {
            Files.writeString(
                    folder.resolve("server"),
                    "http://127.0.0.1:%d%nsecret%n".formatted(other.getAddress().getPort()));
            Path log = folder.resolve("logs/rotina.log");
            String[] list = {"store", "list", "--lang=pt-BR", "--data=" + folder};
            Run plain = raw(list);
            assertThat(plain.exit()).isEqualTo(5);
            assertThat(plain.out()).isEmpty();
            assertThat(plain.err().lines())
                    .containsExactly(
                            "Algo deu errado dentro do Rotina: JSON",
                            "Há mais detalhes em " + log + ".");
            assertThat(log)
                    .content()
                    .contains("command line", "StreamReadException", "\tat app.rotina.cli.");
            assertThat(raw(with(list, "--trace")).err()).contains("\tat app.rotina.cli.");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void writesTheWaitingRowsOfEveryKindAndTakesEachBack() throws IOException {
        Path sales =
                file(
                        "sales.csv",
                        SALES
                                + "900001,85123A,MUG,6,2011-09-01 08:26:00,2.50,17850,France\n"
                                + "900002,71053,MUG,six,2011-09-01 08:30:00,3.39,17850,France\n");
        Path visits = file("visits.csv", "date,visits\n2011-09-01,many\n2011-09-02,some\n");
        assertThat(run("import", "kinds", sales.toString(), visits.toString()).exit()).isEqualTo(3);
        Path list = files.resolve("list.csv");
        JsonNode written = run("quarantine", "kinds", "--out", list.toString()).json();
        Map<String, Long> rows = new TreeMap<>();
        for (JsonNode one : written.path("files")) {
            Path file = Path.of(one.path("file").asString());
            rows.put(String.valueOf(file.getFileName()), one.path("rows").asLong());
            assertThat(Files.readAllLines(file)).hasSize(one.path("rows").asInt() + 1);
        }
        assertThat(rows)
                .containsExactly(
                        Map.entry("list-daily-traffic-traffic.csv", 2L),
                        Map.entry("list-online-retail-lines.csv", 1L));
        assertThat(list).doesNotExist();
        assertThat(mended("list-online-retail-lines.csv", "six", "6").exit()).isZero();
        long some = idOf("some");
        assertThat(mended("list-daily-traffic-traffic.csv", "many", "70").exit()).isEqualTo(3);
        assertThat(idOf("some")).isEqualTo(some);
        assertThat(mended("list-daily-traffic-traffic.csv", "some", "80").exit()).isEqualTo(2);
        run("quarantine", "kinds", "--out", list.toString());
        assertThat(mended("list.csv", "some", "80").exit()).isZero();
        assertThat(run("quarantine", "kinds").out()).isEqualTo("[]");
        assertThat(value("kinds", "site_visits", "2011-09-01", "2011-09-02")).isEqualTo("150");
        assertThat(value("kinds", "units", "2011-09-01", "2011-09-01")).isEqualTo("12");
    }

    @Test
    void makesTheSameSampleFromTheSameSeed() {
        String[] sample = {"--orders=300", "--end=2026-02-28"};
        for (String store : List.of("one", "two")) {
            Run made = run(with(new String[] {"sample", store, "--seed=7"}, sample));
            assertThat(made.exit()).isZero();
            assertThat(made.json().path("quarantined").asLong()).isZero();
        }
        JsonNode one = run("rebuild", "one").json();
        JsonNode two = run("rebuild", "two").json();
        assertThat(one.path("equal").asBoolean()).isTrue();
        assertThat(one.path("after")).isEqualTo(two.path("after"));
        assertThat(one.path("after").path("resolved_line").asString()).doesNotStartWith("0:");
        add("three");
        run(with(new String[] {"sample", "three", "--seed=8"}, sample));
        assertThat(run("rebuild", "three").json().path("after")).isNotEqualTo(one.path("after"));
    }

    private static Run mended(String name, String before, String after) throws IOException {
        Path list = files.resolve(name);
        Files.writeString(list, Files.readString(list).replace(before, after));
        return run("quarantine", "kinds", "--fix", list.toString());
    }

    private static long idOf(String value) {
        return run("quarantine", "kinds")
                .json()
                .valueStream()
                .filter(row -> row.path("value").asString("").equals(value))
                .mapToLong(row -> row.path("id").asLong())
                .findFirst()
                .orElseThrow();
    }

    private static String value(String store, String metric, String from, String to) {
        return run("query", store, "--metrics", metric, "--from", from, "--to", to)
                .json()
                .path("total")
                .path(metric)
                .asString();
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(files.resolve(name), text);
    }

    @Test
    void givesATapBackHowFarItHasCome() throws IOException {
        Path pulled =
                file(
                        "pulled.jsonl",
                        """
                        {"type":"RECORD","stream":"orders","record":{"id":1,"number":"1","status":"completed","currency":"GBP",\
                        "date_created_gmt":"2026-03-01T10:00:00","date_modified_gmt":"2026-03-02T10:00:00","total":"50.00",\
                        "line_items":[{"id":1,"name":"Mug","sku":"MUG","quantity":1,"subtotal":"50.00","total":"50.00"}],"refunds":[]}}
                        {"type":"STATE","value":{"orders":"2026-03-02"}}
                        """);
        Path state = files.resolve("state.json");
        add("pulled");
        String raw = pulled.toString();
        Run run = run("import", "pulled", raw, "--state-out=" + state);
        assertThat(run.exit()).isZero();
        assertThat(run.json().path("states").propertyNames()).containsExactly("woocommerce-api");
        assertThat(state).hasContent("{\"orders\":\"2026-03-02\"}");
        assertThat(run("sources", "pulled", "--state=woocommerce-api").out())
                .isEqualTo("{\"orders\":\"2026-03-02\"}");
        assertThat(run("sources", "pulled", "--state=shopify-api").exit()).isEqualTo(2);
        assertThat(run("import", "pulled", raw, raw, "--state-out=" + state).exit()).isEqualTo(2);
    }

    private static void add(String store) {
        Run added =
                run(
                        "store",
                        "add",
                        store,
                        "--name=Shop",
                        "--zone=Europe/London",
                        "--currency=GBP",
                        "--locale=en");
        assertThat(added.exit()).isZero();
    }

    private static Run run(String... arguments) {
        return raw(with(arguments, "--json", "--lang=en", "--data=" + server.folder()));
    }
}

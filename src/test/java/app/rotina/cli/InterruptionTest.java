package app.rotina.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.rotina.Rotina;
import app.rotina.api.ServerForTests;
import app.rotina.state.StateDatabase;
import app.rotina.state.StateForTests;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is broken off in the middle, in a process and on a socket of its own, leaves nothing. */
class InterruptionTest {
    private static final String STORE =
            """
            {"id": "ipe", "name": "Loja Ipê", "zone": "America/Sao_Paulo", "currency": "BRL", "locale": "pt-BR"}\
            """;
    private static final int ROWS = 700_000;
    private static final int UPLOAD = 1_000_000;

    @TempDir Path files;
    private final Path folder = StateForTests.lastingFolder();
    private final String state = StateForTests.newDatabase();

    @BeforeEach
    void addAStore() {
        try (ServerForTests server = new ServerForTests(folder, state)) {
            assertThat(server.call("POST", "/api/stores", server.ownerToken(), STORE).statusCode())
                    .isEqualTo(201);
        }
    }

    @DisplayName("an import that is stopped by Ctrl-C, or killed, leaves nothing half done")
    @ParameterizedTest(name = "{0}")
    @CsvSource({"INT, 130", "KILL, 137"})
    void leavesNothingOfAnImport(String signal, int exit) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "skipped: no signals to send here");
        Path visits = files.resolve("visits.csv");
        Files.write(visits, visits());
        Process importing = rotina("import", "ipe", visits.toString());
        waitUntilItReads(importing, Files.size(visits));
        new ProcessBuilder("/bin/kill", "-" + signal, String.valueOf(importing.pid()))
                .start()
                .waitFor();
        assertThat(importing.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(importing.exitValue()).isEqualTo(exit);
        try (ServerForTests server = new ServerForTests(folder, state)) {
            assertNothingCameIn(server);
            assertThat(filesUnder("spool")).isEmpty();
            server.server().announce();
            Path few = Files.writeString(files.resolve("few.csv"), "date,visits\n2026-03-01,7\n");
            assertThat(CommandLineRun.of(Rotina.class, "import", "ipe", few.toString(), data()))
                    .isZero();
            assertThat(get(server, "/imports")).hasSize(1);
            assertThat(filesUnder("landed")).hasSize(3).noneMatch(f -> f.endsWith(".pending"));
        }
    }

    @Test
    @DisplayName("93 an upload cut at 60 % commits nothing")
    void commitsNothingOfACutUpload() throws Exception {
        try (ServerForTests server = new ServerForTests(folder, state)) {
            String job =
                    json(server.call("POST", path("/imports"), server.ownerToken()).body())
                            .path("id")
                            .asString();
            cutAtSixtyPercent(server, path("/imports/" + job + "/files?name=visits.csv"));
            server.call("POST", path("/imports/" + job + "/start"), server.ownerToken());
            while (get(server, "/imports/" + job).path("state").asString().equals("running")) {
                Thread.sleep(50);
            }
            assertNothingCameIn(server);
        }
    }

    private static List<String> visits() {
        List<String> lines = new ArrayList<>(List.of("day,campaign,sessions"));
        IntStream.range(0, ROWS)
                .mapToObj(n -> "2026-03-%02d,campaign %d,%d".formatted(n % 28 + 1, n, n % 50))
                .forEach(lines::add);
        return lines;
    }

    private Process rotina(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/env"))) {
            // a shell that works in the background has its children ignore Ctrl-C
            command.addAll(List.of("/usr/bin/env", "--default-signal=INT"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(Rotina.class.getName());
        command.addAll(List.of(arguments));
        command.add(data());
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put(StateDatabase.URL_VARIABLE, state);
        File log = files.resolve("log.txt").toFile();
        return process.redirectErrorStream(true).redirectOutput(log).start();
    }

    private void waitUntilItReads(Process importing, long size) throws Exception {
        while (filesUnder("spool").stream().noneMatch(file -> new File(file).length() == size)) {
            assertThat(importing.isAlive()).as(Files.readString(files.resolve("log.txt"))).isTrue();
            Thread.sleep(20);
        }
        Thread.sleep(700);
        assertThat(importing.isAlive()).as("it was over too soon to be interrupted").isTrue();
    }

    private static void cutAtSixtyPercent(ServerForTests server, String path) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.url("/").getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    "PUT %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/octet-stream\r\nContent-Length: %d\r\n\r\n"
                            .formatted(path, server.ownerToken(), UPLOAD)
                            .getBytes(US_ASCII));
            byte[] content = "date,visits\n2026-03-01,7\n".repeat(UPLOAD).getBytes(US_ASCII);
            out.write(content, 0, UPLOAD * 6 / 10);
            out.flush();
        }
    }

    private void assertNothingCameIn(ServerForTests server) {
        assertThat(get(server, "/imports")).isEmpty();
        assertThat(
                        get(server, "/query?metrics=site_visits&from=2026-03-01&to=2026-03-28")
                                .path("total")
                                .path("site_visits")
                                .isNull())
                .isTrue();
        assertThat(filesUnder("landed")).isEmpty();
    }

    private static JsonNode get(ServerForTests server, String path) {
        return json(server.call("GET", path(path), server.ownerToken()).body());
    }

    private static String path(String rest) {
        return "/api/stores/ipe" + rest;
    }

    private static JsonNode json(String body) {
        return JsonMapper.shared().readTree(body);
    }

    private String data() {
        return "--data=" + folder;
    }

    private List<String> filesUnder(String name) {
        Path under = folder.resolve(name);
        if (!Files.exists(under)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(under)) {
            return all.filter(Files::isRegularFile).map(Path::toString).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // gone meanwhile
        }
    }
}

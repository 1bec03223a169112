package app.rotina;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.rotina.state.StateDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server in a process of its own, which a test kills: no signal says so before. */
public final class KilledServer {
    /** How often a test kills one; {@code -Drotina.kills=100} does it more often. */
    public static final int KILLS = Integer.getInteger("rotina.kills", 5);

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Process process;
    private final Path folder;
    private final Path log;

    private KilledServer(Process process, Path folder, Path log) {
        this.process = process;
        this.folder = folder;
        this.log = log;
    }

    /** What a server is started on; {@code options} are of its JVM. */
    public record On(Path folder, String state, Path log, List<String> options) {}

    public static KilledServer start(On on) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "skipped: no signals to send here");
        Files.deleteIfExists(on.folder().resolve("server"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED"));
        command.addAll(on.options());
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        Rotina.class.getName(),
                        "serve",
                        "--port=" + freePort(),
                        "--data=" + on.folder()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put(StateDatabase.URL_VARIABLE, on.state());
        Process process =
                builder.redirectErrorStream(true).redirectOutput(on.log().toFile()).start();
        return new KilledServer(process, on.folder(), on.log());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Where it says that it runs, and its token: a line each. */
    public List<String> address() throws IOException, InterruptedException {
        Path file = folder.resolve("server");
        await(() -> Files.exists(file) && lines(file).size() > 1);
        return lines(file);
    }

    /** Asks it, as whoever owns its folder; an answer that did not come whole is none. */
    public JsonNode call(String method, String path, String body)
            throws IOException, InterruptedException {
        List<String> address = address();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address.get(0) + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + address.get(1))
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of(); // being written
        }
    }

    /** Waits while the server runs; one that ended by itself has failed. */
    public void await(BooleanSupplier done) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            assertThat(System.nanoTime()).as("it took too long").isLessThan(end);
            Thread.sleep(20);
        }
    }

    /** Kills it after some time, while the caller goes on. */
    public void killAfter(int milliseconds) {
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        Thread.sleep(milliseconds);
                        process.destroyForcibly();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    /** Waits until it is dead. */
    public void awaitDeath() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    /** Ends it as its owner does. */
    public void stop() throws InterruptedException {
        process.destroy();
        awaitDeath();
    }
}

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The product served from a folder through its launcher, and asked over HTTP. */
final class Serving implements AutoCloseable {
    private final Process server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    /** What a request took, in milliseconds: by the clock, and of all processors. */
    record Took(double clock, double processor) {}

    private Serving(Process server, String url, String token) {
        this.server = server;
        this.url = url;
        this.token = token;
    }

    /** Runs a command of the product in a folder to its end. */
    static void run(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("./rotina", "--data", folder.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    /** Starts it, and waits for its first page. */
    static Serving start(Path folder) throws Exception {
        String port = freePort();
        Process server =
                new ProcessBuilder("./rotina", "--data", folder.toString(), "serve", "--port", port)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("serve.log").toFile())
                        .start();
        Serving first = new Serving(server, "http://127.0.0.1:" + port, "");
        while (!first.answers()) {
            Thread.sleep(20);
        }
        List<String> address = Files.readAllLines(folder.resolve("server"));
        return new Serving(server, address.get(0), address.get(1));
    }

    /** A port that nobody listens on. */
    static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }

    private boolean answers() throws Exception {
        try {
            return sent(HttpRequest.newBuilder(URI.create(url + "/sign-in"))).statusCode() == 200;
        } catch (IOException e) {
            if (!server.isAlive()) {
                throw e;
            }
            return false;
        }
    }

    String get(String path) throws Exception {
        return answer(HttpRequest.newBuilder(URI.create(url + path)));
    }

    /** Posts JSON; nothing where there is nothing to say. */
    String post(String path, String json) throws Exception {
        return answer(
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private String answer(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = sent(request.header("Authorization", "Bearer " + token));
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    Took timed(String path) throws Exception {
        Duration before = processor();
        long start = System.nanoTime();
        get(path);
        double clock = Bench.seconds(start) * 1000;
        return new Took(clock, processor().minus(before).toNanos() / 1e6);
    }

    /** The time of all processors that the server and its database took so far. */
    Duration processor() {
        return Stream.concat(Stream.of(server.toHandle()), server.descendants())
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The memory that the server holds, in megabytes; its database is not counted. */
    long megabytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + server.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024;
        }
    }

    static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @Override
    public void close() throws Exception {
        server.descendants().forEach(ProcessHandle::destroy);
        server.destroy();
        server.waitFor();
    }
}

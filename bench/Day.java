import app.rotina.sample.SampleStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A store's morning, end to end through the launcher and HTTP: start, close, Today page. */
final class Day {
    private static final int DAYS = 25;
    private static final int VIEWS = 60;

    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private String url = "";
    private String token = "";

    /** Median times in milliseconds. */
    record Times(double start, double close, double firstView, double view) {}

    Day(Path folder) {
        this.folder = folder;
    }

    /** Makes the sample store with a goal through the command line, unless it is there. */
    void prepare(long orders) throws Exception {
        if (Files.isDirectory(folder)) {
            return;
        }
        long start = System.nanoTime();
        rotina("sample", "sample", "--orders", String.valueOf(orders), "--seed", "1");
        System.out.printf("store of %,d orders made in %.0f s%n", orders, Bench.seconds(start));
    }

    Times measure() throws Exception {
        long start = System.nanoTime();
        Process server =
                new ProcessBuilder("./rotina", "--data", folder.toString(), "serve", "--port", "8097")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("serve.log").toFile())
                        .start();
        try {
            awaitFirstPage();
            double started = Bench.seconds(start) * 1000;
            List<String> address = Files.readAllLines(folder.resolve("server"));
            url = address.get(0);
            token = address.get(1);
            LocalDate last = LocalDate.now(SampleStore.STORE.zone()).minusDays(1);
            double[] closes = new double[DAYS];
            for (int i = 0; i < DAYS; i++) {
                closes[i] = timed("/api/stores/sample/closes/" + last.minusDays(3L * i + 1));
            }
            double[] views = new double[VIEWS];
            for (int i = 0; i < VIEWS; i++) {
                views[i] = timed("/s/sample");
            }
            return new Times(started, median(closes), views[0], median(views));
        } finally {
            server.toHandle().descendants().forEach(ProcessHandle::destroy);
            server.destroy();
            server.waitFor();
        }
    }

    private void awaitFirstPage() throws Exception {
        while (true) {
            try {
                HttpRequest first =
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:8097/sign-in")).build();
                if (http.send(first, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                Thread.sleep(20);
            }
        }
    }

    private double timed(String path) throws Exception {
        long start = System.nanoTime();
        get(path);
        return Bench.seconds(start) * 1000;
    }

    private String get(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Authorization", "Bearer " + token)
                        .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private void rotina(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("./rotina", "--data", folder.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

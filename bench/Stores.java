import app.rotina.sample.SampleStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The mornings of many small stores on one machine, one after the other, and the memory that they
 * leave taken: at a few numbers of stores, and what that comes to for a thousand. Takes the number of
 * stores, of orders of each, and a folder of an earlier run to use again.
 */
public final class Stores {
    private static final List<Integer> SIZES = List.of(10, 30, 100, 300, 1000);

    /** So many are drawn and imported; each of the others has the rows of one of them. */
    private static final int DRAWN = 20;

    private static final String CARD =
            """
            {"id":"%s","name":"Sample","zone":"%s","currency":"%s","locale":"pt-BR"}""";

    /** How long the mornings of so many stores took, in seconds. */
    private record Point(int stores, double seconds) {}

    public static void main(String[] args) throws Exception {
        int most = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        int orders = args.length > 1 ? Integer.parseInt(args[1]) : 2000;
        boolean made = args.length > 2;
        Path folder = made ? Path.of(args[2]) : Files.createTempDirectory("rotina-stores");
        LocalDate last = LocalDate.now(SampleStore.STORE.zone()).minusDays(1);
        List<Point> points = new ArrayList<>();
        if (!made) {
            make(folder, most, orders);
        }
        try (Serving server = Serving.start(folder)) {
            for (int size : SIZES.stream().filter(each -> each <= most).toList()) {
                points.add(measured(server, size, last.minusDays(points.size())));
            }
        }
        Point first = points.getFirst();
        Point end = points.getLast();
        double slope = (end.seconds - first.seconds) / (end.stores - first.stores);
        System.out.printf(
                Locale.ROOT,
                "%.0f ms a further store; a thousand: %.1f min%n",
                slope * 1000,
                (end.seconds + slope * (1000 - end.stores)) / 60);
    }

    private static void make(Path folder, int most, int orders) throws Exception {
        try (Serving server = Serving.start(folder)) {
            for (int i = 0; i < most; i++) {
                open(server, "store-" + i);
            }
            for (int i = 0; i < Math.min(most, DRAWN); i++) {
                fill(server, "store-" + i, orders);
            }
        }
        for (int i = DRAWN; i < most; i++) {
            copy(folder, "store-" + i % DRAWN, "store-" + i);
        }
    }

    private static void open(Serving server, String id) throws Exception {
        String zone = SampleStore.STORE.zone().getId();
        String currency = SampleStore.STORE.currency().getCurrencyCode();
        server.post("/api/stores", CARD.formatted(id, zone, currency));
    }

    private static void fill(Serving server, String id, int orders) throws Exception {
        String job =
                server.post(
                        "/api/stores/" + id + "/samples",
                        "{\"orders\":%d,\"seed\":%d}".formatted(orders, id.hashCode()));
        String path =
                "/api/stores/" + id + "/imports/" + job.replaceAll(".*\"id\":\"?([^\",}]+).*", "$1");
        while (!server.get(path).contains("\"state\":\"done\"")) {
            Thread.sleep(50);
        }
    }

    private static void copy(Path folder, String from, String to) throws Exception {
        for (String end : List.of(".duckdb", ".duckdb.wal")) {
            Path copy = folder.resolve("warehouse/" + to + end);
            Files.deleteIfExists(copy);
            Path own = folder.resolve("warehouse/" + from + end);
            if (Files.exists(own)) {
                Files.copy(own, copy);
            }
        }
        Path landed = Files.createDirectories(folder.resolve("landed/" + to));
        try (Stream<Path> files = Files.list(folder.resolve("landed/" + from))) {
            for (Path file : files.toList()) {
                Files.createLink(landed.resolve(file.getFileName()), file);
            }
        }
    }

    private static Point measured(Serving server, int stores, LocalDate day) throws Exception {
        double processor = server.processor().toNanos() / 1e9;
        long start = System.nanoTime();
        for (int i = 0; i < stores; i++) {
            Morning.of(server, "store-" + i, day);
        }
        double seconds = Bench.seconds(start);
        System.out.printf(
                Locale.ROOT,
                "%,d stores: %.1f s, processors %.1f s; the server holds %,d MB%n",
                stores,
                seconds,
                server.processor().toNanos() / 1e9 - processor,
                server.megabytes());
        return new Point(stores, seconds);
    }
}

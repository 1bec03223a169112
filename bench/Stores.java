import app.rotina.sample.SampleStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The mornings of many small stores on one machine, one after the other, and the memory that they
 * leave taken: at a few numbers of stores, and what that comes to for a thousand.
 */
public final class Stores {
    private static final List<Integer> SIZES = List.of(10, 30, 100, 300, 1000);
    private static final String CARD =
            """
            {"id":"%s","name":"Sample","zone":"%s","currency":"%s","locale":"pt-BR"}""";

    /** How long the mornings of so many stores took, in seconds. */
    private record Point(int stores, double seconds) {}

    public static void main(String[] args) throws Exception {
        int most = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        int orders = args.length > 1 ? Integer.parseInt(args[1]) : 2000;
        Path folder = Files.createTempDirectory("rotina-stores");
        LocalDate last = LocalDate.now(SampleStore.STORE.zone()).minusDays(1);
        List<Point> points = new ArrayList<>();
        try (Serving server = Serving.start(folder)) {
            int made = 0;
            for (int size : SIZES.stream().filter(each -> each <= most).toList()) {
                for (; made < size; made++) {
                    make(server, "store-" + made, orders);
                }
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

    private static void make(Serving server, String id, int orders) throws Exception {
        String zone = SampleStore.STORE.zone().getId();
        String currency = SampleStore.STORE.currency().getCurrencyCode();
        server.post("/api/stores", CARD.formatted(id, zone, currency));
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

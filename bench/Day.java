import app.rotina.sample.SampleStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** A store's morning, end to end through the launcher and HTTP: start, close, Today page. */
final class Day {
    private static final int DAYS = 25;
    private static final int VIEWS = 60;

    private final Path folder;

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
        Serving.run(folder, "sample", "sample", "--orders", String.valueOf(orders), "--seed", "1");
        System.out.printf("store of %,d orders made in %.0f s%n", orders, Bench.seconds(start));
    }

    Times measure() throws Exception {
        long start = System.nanoTime();
        try (Serving server = Serving.start(folder)) {
            double started = Bench.seconds(start) * 1000;
            LocalDate last = LocalDate.now(SampleStore.STORE.zone()).minusDays(1);
            double[] closes = new double[DAYS];
            for (int i = 0; i < DAYS; i++) {
                LocalDate day = last.minusDays(3L * i + 1);
                closes[i] = server.timed("/api/stores/sample/closes/" + day).clock();
            }
            double[] views = new double[VIEWS];
            for (int i = 0; i < VIEWS; i++) {
                views[i] = server.timed("/s/sample").clock();
            }
            return new Times(started, Serving.median(closes), views[0], Serving.median(views));
        }
    }
}

import app.rotina.sample.SampleStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What a morning of a store takes, without the fetching of its data: close, checks, digest. */
public final class Morning {
    private static final int MORNINGS = 14;
    private static final List<String> CADENCES =
            List.of("daily", "weekly", "fortnightly", "monthly");

    public static void main(String[] args) throws Exception {
        String orders = args.length > 0 ? args[0] : "60000";
        Path folder =
                args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("rotina-morning");
        if (args.length < 2) {
            Serving.run(folder, "sample", "sample", "--orders", orders, "--seed", "1");
        }
        LocalDate last = LocalDate.now(SampleStore.STORE.zone()).minusDays(1);
        try (Serving server = Serving.start(folder)) {
            print("the first since the start", measured(server, last.minusDays(MORNINGS)));
            double[] clock = new double[MORNINGS];
            Serving.Took worst = new Serving.Took(0, 0);
            for (int i = 0; i < MORNINGS; i++) {
                Serving.Took one = measured(server, last.minusDays(MORNINGS - 1L - i));
                clock[i] = one.clock();
                worst = one.clock() > worst.clock() ? one : worst;
            }
            print("the longest of " + MORNINGS, worst);
            System.out.printf(Locale.ROOT, "median %.0f ms%n", Serving.median(clock));
        }
    }

    private static Serving.Took measured(Serving server, LocalDate day) throws Exception {
        double processor = server.processor().toNanos() / 1e6;
        long start = System.nanoTime();
        of(server, "sample", day);
        return new Serving.Took(
                Bench.seconds(start) * 1000, server.processor().toNanos() / 1e6 - processor);
    }

    /** All cadences, as on the day with which a month ends. */
    static void of(Serving server, String store, LocalDate day) throws Exception {
        String path = "/api/stores/" + store;
        server.post(path + "/closes/" + day, "");
        for (String cadence : CADENCES) {
            server.post(path + "/checks/" + day + "?cadence=" + cadence, "");
        }
        server.get(path + "/digests/" + day);
    }

    private static void print(String which, Serving.Took took) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f ms, processors %.0f ms%n",
                which,
                took.clock(),
                took.processor());
    }
}

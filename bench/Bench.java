import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.kernel.StoreKey;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.sample.SampleSize;
import app.rotina.sample.SampleStore;
import app.rotina.sources.Taught;
import app.rotina.warehouse.ImportProgress;
import app.rotina.warehouse.ImportReport;
import app.rotina.warehouse.Uploads;
import app.rotina.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Measures importing and answering on the sample store, each beside a baseline of the same run. */
public final class Bench {
    private static final LocalDate END = LocalDate.of(2026, 6, 30);
    private static final int ROUNDS = 200; // the first are slower: the median is of a warm server

    private final Path folder;
    private final Path files;
    private final long orders;

    private Bench(Path folder, long orders) {
        this.folder = folder;
        this.files = folder.resolve("files");
        this.orders = orders;
    }

    public static void main(String[] args) throws Exception {
        String what = args.length > 0 ? args[0] : "all";
        long orders = args.length > 1 ? Long.parseLong(args[1]) : 200_000;
        Path folder = Files.createTempDirectory("rotina-bench");
        try {
            Bench bench = new Bench(folder, orders);
            if (what.equals("day")) { // through the launcher, as a person would
                bench.day(args.length > 2 ? Long.parseLong(args[2]) : 10 * orders);
                return;
            }
            bench.writeSample();
            if (!what.equals("figures")) {
                bench.importBesideAppender();
            }
            if (!what.equals("import")) {
                bench.figures();
            }
        } finally {
            delete(folder);
        }
        System.exit(0);
    }

    /** The same morning in a store and in one with a longer history. */
    private void day(long more) throws Exception {
        Day.Times few = morning(orders);
        Day.Times many = morning(more);
        System.out.printf("close of a day: %.2fx%n", many.close() / few.close());
        System.out.printf("Today page: %.2fx%n", many.view() / few.view());
    }

    private Day.Times morning(long size) throws Exception {
        Day day = new Day(folder.resolve("store" + size));
        day.prepare(size);
        Day.Times times = day.measure();
        System.out.printf(
                "%,d orders: start to first page %.0f ms; close %.0f ms; Today page %.0f ms, the first time %.0f ms%n",
                size, times.start(), times.close(), times.view(), times.firstView());
        return times;
    }

    private void writeSample() throws IOException {
        Files.createDirectories(files);
        long start = System.nanoTime();
        SampleStore.write(files, new SampleSize(orders, 1, END), SampleStore.Progress.SILENT);
        System.out.printf("sample of %,d orders written in %.1f s%n", orders, seconds(start));
    }

    /** The whole import against hand-written splitting, typing and appending of the same rows. */
    private void importBesideAppender() throws Exception {
        long start = System.nanoTime();
        long lines = Baseline.appendAll(files, folder.resolve("baseline.duckdb"));
        double byHand = seconds(start);
        start = System.nanoTime();
        long read;
        try (Warehouse warehouse = warehouse("import")) {
            read = take(warehouse).read();
        }
        double imported = seconds(start);
        System.out.printf(
                "import: %,d lines in %.1f s = %,.0f lines/s; by hand %,d lines in %.1f s; ratio %.2f%n",
                read, imported, read / imported, lines, byHand, imported / byHand);
    }

    private void figures() throws Exception {
        try (Warehouse warehouse = warehouse("figures")) {
            take(warehouse);
            Metrics metrics =
                    new Metrics(new Catalog(), warehouse.aggregates(), warehouse.coverages());
            Store store = SampleStore.STORE;
            LocalDate from = END.minusDays(399);
            Days days = new Days(from, END);
            ask(
                    "net revenue of 400 days",
                    () -> metrics.answer(store, Question.daily(List.of("net_revenue"), days)),
                    "net_revenue",
                    """
                    SELECT day, sum(recognised_revenue), sum(refunds) FROM rollup
                    WHERE dimension = '' AND day BETWEEN '%s' AND '%s' GROUP BY day"""
                            .formatted(from, END),
                    Baseline.NET_REVENUE);
            ask(
                    "revenue and orders by channel and month",
                    () ->
                            metrics.answer(
                                    store,
                                    new Question(
                                            List.of("placed_revenue", "orders"),
                                            List.of("month", "channel"),
                                            days,
                                            Map.of())),
                    "placed_revenue",
                    """
                    SELECT date_trunc('month', day), value, sum(placed_revenue), sum(orders) FROM rollup
                    WHERE dimension = 'channel' AND day BETWEEN '%s' AND '%s' GROUP BY 1, 2"""
                            .formatted(from, END),
                    Baseline.BY_CHANNEL);
        }
    }

    /** The last column of the PostgreSQL query adds up to the same figure, or the run fails. */
    private void ask(
            String name, Supplier<Answer> question, String metric, String rollup, String rows)
            throws Exception {
        double answer = median(question);
        double byHand = Baseline.duckMedian(folder.resolve("figures"), rollup, ROUNDS);
        Baseline.Rows over = Baseline.postgres(files, rows, END.minusDays(399), END);
        BigDecimal total =
                ((MetricValue.Known) question.get().total().get(metric)).value();
        if (total.compareTo(over.total()) != 0) {
            throw new IllegalStateException(
                    name + ": " + total + " here, " + over.total() + " in PostgreSQL");
        }
        System.out.printf(
                "%s: answer %.1f ms; hand-written over the roll-up %.1f ms (1.2x + 5 ms = %.1f); PostgreSQL %s over the rows, same total, %.0f ms = %.0fx slower%n",
                name, answer, byHand, 1.2 * byHand + 5, over.version(), over.millis(), over.millis() / answer);
    }
    private static double median(Supplier<?> work) {
        double[] times = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.get();
            times[i] = seconds(start) * 1000;
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    private Warehouse warehouse(String name) {
        return new Warehouse(
                folder.resolve(name), "4GB", new Catalog().measures(), Clock.systemUTC());
    }

    private ImportReport take(Warehouse warehouse) throws IOException {
        Path spool = Files.createDirectories(folder.resolve("spool"));
        List<Uploads.Upload> uploads = new ArrayList<>();
        try (Stream<Path> all = Files.list(files)) {
            all.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .forEach(
                            file ->
                                    uploads.add(
                                            new Uploads.Upload(
                                                    file,
                                                    file.getFileName().toString(),
                                                    Instant.EPOCH)));
        }
        return new Uploads(warehouse, spool, store -> Taught.NOTHING, Clock.systemUTC())
                .take(
                        SampleStore.STORE,
                        new StoreKey(StoreKey.newSecret()),
                        uploads,
                        new Uploads.Sender("bench", null, Map.of()),
                        new ImportProgress());
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder())
                    .forEach(
                            path -> {
                                try {
                                    Files.delete(path);
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });
        }
    }
}

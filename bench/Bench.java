import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.StoreKey;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Daily;
import app.rotina.metrics.Metric;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Measures importing and answering on the sample store, each beside a baseline of the same run. */
public final class Bench {
    private static final LocalDate END = LocalDate.of(2026, 6, 30);
    private static final Days LONG = new Days(END.minusDays(399), END);
    private static final int ROUNDS = 200; // after as many that are not counted: a warm server

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
            List.of(
                            netRevenue(metrics),
                            byChannelAndMonth(metrics),
                            closeOfADay(metrics),
                            products(metrics),
                            oneChannel(metrics))
                    .forEach(this::ask);
        }
    }

    /**
     * What a page asks, and the same by hand.
     *
     * @param answer the product's, as one figure
     * @param rollup the best query over the roll-up
     * @param rows the same over the rows in PostgreSQL; its last column adds up to the same figure
     */
    private record Asked(
            String name, Supplier<BigDecimal> answer, String rollup, String rows, LocalDate from) {}

    private static Asked netRevenue(Metrics metrics) {
        return new Asked(
                "net revenue of 400 days",
                total(metrics, Question.daily(List.of("net_revenue"), LONG), "net_revenue"),
                """
                SELECT day, recognised_revenue, refunds FROM rollup
                WHERE dimension = '' AND day BETWEEN '%s' AND '%s'"""
                        .formatted(LONG.from(), END),
                Baseline.NET_REVENUE,
                LONG.from());
    }

    private static Asked byChannelAndMonth(Metrics metrics) {
        List<String> by = List.of("month", "channel");
        return new Asked(
                "revenue and orders by channel and month",
                total(
                        metrics,
                        new Question(List.of("placed_revenue", "orders"), by, LONG, Map.of()),
                        "placed_revenue"),
                """
                SELECT date_trunc('month', day), value, sum(placed_revenue), sum(orders) FROM rollup
                WHERE dimension = 'channel' AND day BETWEEN '%s' AND '%s' GROUP BY 1, 2"""
                        .formatted(LONG.from(), END),
                Baseline.BY_CHANNEL,
                LONG.from());
    }

    /**
     * Every figure that is shown, on each of the days that a close compares with; it reads those of
     * the day and of eight weeks, and net revenue of all.
     */
    private static Asked closeOfADay(Metrics metrics) {
        Catalog catalog = new Catalog();
        Days days = new Days(END.minusWeeks(90), END);
        List<String> ids = catalog.shown().stream().map(Metric::id).toList();
        Set<String> measures = new TreeSet<>();
        ids.forEach(id -> measures(catalog, id, measures));
        Set<String> running = new TreeSet<>(); // they add up from the very first day
        catalog.shown().stream()
                .filter(metric -> metric.over() == Metric.Over.CUMULATIVE)
                .forEach(metric -> measures(catalog, metric.id(), running));
        String columns =
                String.join(", ", measures)
                        + running.stream()
                                .map(", sum(%s) OVER (ORDER BY day)"::formatted)
                                .collect(Collectors.joining());
        List<LocalDate> dates = days.stream().toList();
        return new Asked(
                "all figures of the days a close looks at",
                () -> {
                    Daily daily = metrics.daily(SampleStore.STORE, ids, dates);
                    BigDecimal revenue = BigDecimal.ZERO;
                    for (LocalDate day : dates) {
                        revenue = revenue.add(daily.on(day, "net_revenue").known().orElseThrow());
                    }
                    for (int week = 0; week <= 8; week++) {
                        LocalDate day = END.minusWeeks(week);
                        ids.forEach(id -> daily.on(day, id));
                    }
                    return revenue;
                },
                "SELECT * FROM (SELECT day, %s FROM rollup WHERE dimension = '') WHERE day BETWEEN '%s' AND '%s'"
                        .formatted(columns, days.from(), END),
                Baseline.NET_REVENUE,
                days.from());
    }

    /** The columns of the roll-up that a metric is made of. */
    private static void measures(Catalog catalog, String id, Set<String> into) {
        Metric metric = catalog.of(id.equals("goal_basis") ? "recognised_revenue" : id);
        if (metric.measure() != null) {
            into.add(metric.measure().id());
        } else {
            metric.formula().names().forEach(name -> measures(catalog, name, into));
        }
    }

    private static Asked products(Metrics metrics) {
        Days days = new Days(END.minusDays(90), END);
        Question question =
                new Question(
                        List.of("placed_revenue", "units"), List.of("product"), days, Map.of());
        return new Asked(
                "revenue and units of the products, 13 weeks",
                total(metrics, question, "units"),
                """
                SELECT value, sum(placed_revenue), sum(units) FROM rollup
                WHERE dimension = 'product' AND day BETWEEN '%s' AND '%s' GROUP BY value"""
                        .formatted(days.from(), END),
                Baseline.PRODUCTS,
                days.from());
    }

    private static Asked oneChannel(Metrics metrics) {
        Map<String, String> where = Map.of("channel", "chat");
        return new Asked(
                "revenue and orders of one channel, 400 days",
                total(
                        metrics,
                        new Question(
                                List.of("placed_revenue", "orders"), List.of("day"), LONG, where),
                        "orders"),
                """
                SELECT day, placed_revenue, orders FROM rollup
                WHERE dimension = 'channel' AND value = 'chat' AND day BETWEEN '%s' AND '%s'"""
                        .formatted(LONG.from(), END),
                Baseline.ONE_CHANNEL,
                LONG.from());
    }

    private static Supplier<BigDecimal> total(Metrics metrics, Question question, String metric) {
        return () ->
                ((MetricValue.Known)
                                metrics.answer(SampleStore.STORE, question).total().get(metric))
                        .value();
    }

    private void ask(Asked one) {
        try {
            double answer = median(one.answer());
            double byHand = Baseline.duckMedian(folder.resolve("figures"), one.rollup(), ROUNDS);
            Baseline.Rows over = Baseline.postgres(files, one.rows(), one.from(), END);
            BigDecimal total = one.answer().get();
            if (total.compareTo(over.total()) != 0) {
                throw new IllegalStateException(
                        one.name() + ": " + total + " here, " + over.total() + " in PostgreSQL");
            }
            System.out.printf(
                    "%s: answer %.1f ms; hand-written over the roll-up %.1f ms (1.2x + 5 ms = %.1f); PostgreSQL %s over the rows, same total, %.0f ms = %.0fx slower%n",
                    one.name(), answer, byHand, 1.2 * byHand + 5, over.version(), over.millis(), over.millis() / answer);
        } catch (Exception e) {
            throw new IllegalStateException(one.name(), e);
        }
    }


    private static double median(Supplier<?> work) {
        IntStream.range(0, ROUNDS).forEach(any -> work.get());
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

package app.rotina.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.kernel.StoreKey;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metrics;
import app.rotina.sources.CellRule;
import app.rotina.sources.Profile;
import app.rotina.sources.ReadingContext;
import app.rotina.sources.SourceFile;
import app.rotina.sources.Taught;
import app.rotina.warehouse.Uploads.Sender;
import app.rotina.warehouse.Uploads.Upload;
import app.rotina.warehouse.engine.DuckEngine;
import app.rotina.warehouse.engine.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A store with a real warehouse in a folder of its own; files come in as people hand them in. */
public final class StoreForTests implements AutoCloseable {
    public static final Clock NOW =
            Clock.fixed(Instant.parse("2026-03-20T12:00:00Z"), ZoneOffset.UTC);
    private static final Sender ANA = new Sender("ana", null, Map.of());

    private final Path folder;
    private final Store store;
    private Taught taught = Taught.NOTHING;
    private StoreKey key = new StoreKey("a key of these tests only".getBytes(UTF_8));
    private final Engine engine;
    private final Catalog catalog = new Catalog();
    private final Warehouse warehouse;
    private Instant written = Instant.parse("2026-03-01T00:00:00Z");

    public StoreForTests(Path folder) {
        this(folder, store("ipe", "America/Sao_Paulo", "BRL"));
    }

    public StoreForTests(Path folder, Store store) {
        this.folder = folder;
        this.store = store;
        this.engine = new DuckEngine(folder, "1GB");
        this.warehouse = new Warehouse(engine, catalog.measures(), NOW);
    }

    public static Store store(String id, String zone, String currency) {
        return new Store(
                id,
                "Loja Ipê",
                ZoneId.of(zone),
                Currency.getInstance(currency),
                Locale.forLanguageTag("pt-BR"),
                Store.GoalBasis.APPROVED,
                Store.DriverIdentity.SESSIONS_CONVERSION_TICKET);
    }

    /** Takes a text in as a file; each is an hour newer than the one before. */
    public ImportReport take(String... lines) {
        written = written.plus(Duration.ofHours(1));
        return takeWritten(written, lines);
    }

    /** Takes a text in as a file of that time. */
    public ImportReport takeWritten(Instant time, String... lines) {
        return take(List.of(new Upload(file(lines), "file.csv", time)));
    }

    /** Takes a text in as a file of that name. */
    ImportReport takeNamed(String name, String... lines) {
        return take(List.of(new Upload(file(lines), name, written)));
    }

    public ImportReport take(List<Upload> uploads) {
        return uploads().take(store, key, uploads, ANA, new ImportProgress());
    }

    /** Takes a text in as a file of that time, by a profile of a person's own. */
    ImportReport takeBy(Profile profile, Instant time, String... lines) {
        ReadingContext context =
                ReadingContext.of(store, key.tokenSecret(), folder, NOW).with(profile);
        try (SourceFile source = SourceFile.open(file(lines), "own.csv", context).getFirst()) {
            Incoming own =
                    new Incoming(
                            "own.csv",
                            "0",
                            time,
                            source.delivery(),
                            source.header(),
                            List.of(),
                            source::read,
                            source::warnings);
            return warehouse.imports().run(store, key, List.of(own), "ana", new ImportProgress());
        }
    }

    /** Takes a text in under the eyes, and the stop, of somebody. */
    ImportReport take(ImportProgress progress, String... lines) {
        Upload upload = new Upload(file(lines), "file.csv", written);
        return uploads().take(store, key, List.of(upload), ANA, progress);
    }

    /** A file that breaks off after its last row. */
    ImportReport takeCut(String... lines) {
        ReadingContext context = ReadingContext.of(store, key.tokenSecret(), folder, NOW);
        try (SourceFile source = SourceFile.open(file(lines), "cut.csv", context).getFirst()) {
            Incoming cut =
                    new Incoming(
                            "cut.csv",
                            "0",
                            written,
                            source.delivery(),
                            source.header(),
                            List.of(),
                            sink -> {
                                source.read(sink);
                                throw new IllegalStateException("the upload was cut");
                            },
                            source::warnings);
            return warehouse.imports().run(store, key, List.of(cut), "ana", new ImportProgress());
        }
    }

    /** The names of the landed files. */
    List<String> landed() {
        try (Stream<Path> files = Files.list(engine.landedFolder(store.id()))) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files as they lie on disk, all in one import. */
    public ImportReport takeFiles(List<Path> files) {
        written = written.plus(Duration.ofHours(1));
        return take(
                files.stream()
                        .map(file -> new Upload(file, String.valueOf(file.getFileName()), written))
                        .toList());
    }

    /** Mends waiting rows: their ids and cells. */
    public ImportReport mend(Map<Long, List<String>> rows) {
        return uploads().mend(store, key, rows, ANA);
    }

    public Path file(String... lines) {
        try {
            return Files.write(
                    Files.createTempFile(
                            Files.createDirectories(folder.resolve("in")), "f", ".csv"),
                    Arrays.asList(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its people have taught about its files from now on. */
    void knows(CellRule... rules) {
        taught = new Taught(List.of(), Map.of(), List.of(rules));
    }

    private Uploads uploads() {
        try {
            return new Uploads(
                    warehouse,
                    Files.createDirectories(folder.resolve("spool")),
                    any -> taught,
                    NOW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Metrics metrics() {
        return new Metrics(catalog, warehouse.aggregates(), warehouse.coverages());
    }

    /** A metric over the days from one to the other, plain; a missing one as its reason. */
    public String value(String metric, String from, String to) {
        Days days = new Days(LocalDate.parse(from), LocalDate.parse(to));
        MetricValue value = metrics().value(store, metric, days);
        return value.known()
                .map(known -> known.stripTrailingZeros().toPlainString())
                .orElseGet(() -> value.missing().orElseThrow());
    }

    public String value(String metric, String day) {
        return value(metric, day, day);
    }

    /** The first cell of every row that the query gives. */
    public List<String> query(String sql) {
        return engine.read(
                store.id(), open -> open.list(sql, row -> String.valueOf(row.getString(1))));
    }

    /** The one number that the query gives; nothing to sum is zero. */
    public BigDecimal number(String sql) {
        return engine.read(
                store.id(),
                open ->
                        open.one(
                                        sql,
                                        row ->
                                                Optional.ofNullable(row.getBigDecimal(1))
                                                        .orElse(BigDecimal.ZERO))
                                .orElseThrow());
    }

    /** Everything the warehouse says about the store, to be held against a rebuilt one. */
    public List<String> everything() {
        List<String> all = new ArrayList<>();
        warehouse.checksums(store.id()).forEach((table, sum) -> all.add(table + " " + sum));
        warehouse
                .coverages()
                .of(store.id())
                .forEach((topic, runs) ->
                        all.add(
                                topic
                                        + " "
                                        + runs.stream()
                                                .flatMap(Days::stream)
                                                .collect(Collectors.toCollection(TreeSet::new))));
        all.add("waiting " + warehouse.quarantine().count(store.id()));
        return all;
    }

    public Store store() {
        return store;
    }

    public StoreKey key() {
        return key;
    }

    /** From now on the store has another key, or the same with other people forgotten. */
    void key(StoreKey other) {
        key = other;
    }

    public Catalog catalog() {
        return catalog;
    }

    public Warehouse warehouse() {
        return warehouse;
    }

    Engine engine() {
        return engine;
    }

    @Override
    public void close() {
        warehouse.close();
    }
}

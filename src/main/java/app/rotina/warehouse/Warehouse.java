package app.rotina.warehouse;

import app.rotina.kernel.Days;
import app.rotina.warehouse.engine.DuckEngine;
import app.rotina.warehouse.engine.Engine;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The warehouse of all stores of an installation: what goes in, and what can be asked. */
public final class Warehouse implements AutoCloseable {
    private final Engine engine;
    private final StoreSchema schema;
    private final Measures measures;
    private final Clock clock;
    private final Coverages coverages;
    private final SourceLog sources;
    private final SenderLog senders;
    private final Unchanged<String, Versions> versions;

    /**
     * @param folder the data folder
     * @param memory the most memory one store's database may take, such as {@code 4GB}
     */
    public Warehouse(Path folder, String memory, Measures measures, Clock clock) {
        this(new DuckEngine(folder, memory), measures, clock);
    }

    Warehouse(Engine engine, Measures measures, Clock clock) {
        this.engine = engine;
        this.measures = measures;
        this.clock = clock;
        this.schema = new StoreSchema(engine, measures);
        this.coverages = new Coverages(engine, schema);
        this.sources = new SourceLog(engine, schema, coverages);
        this.senders = new SenderLog(engine, schema);
        this.versions = new Unchanged<>(engine::generation);
    }

    public Imports imports() {
        return new Imports(engine, schema, measures, clock);
    }

    public Erasure erasure() {
        return new Erasure(engine, imports());
    }

    public Aggregates aggregates() {
        return new Aggregates(engine, schema);
    }

    public Coverages coverages() {
        return coverages;
    }

    public LedgerRows rows() {
        return new LedgerRows(engine, schema);
    }

    public Quarantine quarantine() {
        return new Quarantine(engine, schema);
    }

    public OpenWork openWork() {
        return new OpenWork(engine, schema);
    }

    public Assortment assortment() {
        return new Assortment(engine, schema);
    }

    public DayUntil dayUntil() {
        return new DayUntil(engine, schema);
    }

    public HandEntries handEntries() {
        return new HandEntries(engine, schema);
    }

    public Cursors cursors() {
        return new Cursors(engine, schema);
    }

    public SourceLog sources() {
        return sources;
    }

    public SenderLog senders() {
        return senders;
    }

    public TakenOrders takenOrders() {
        return new TakenOrders(engine, schema);
    }

    public ImportLog log() {
        return new ImportLog(engine, schema);
    }

    /** Takes away all that was ever landed for the store, and what is made from it. */
    public void remove(String store) {
        schema.forget(store);
        engine.destroy(store);
    }

    /** The newest state of the store's facts: it changes with every import that changed them. */
    public String version(String store) {
        return versions(store).ofAll();
    }

    /** The newest state of the facts that these days are counted from. */
    public long version(String store, Collection<LocalDate> days) {
        return versions(store).of(days);
    }

    private Versions versions(String store) {
        schema.ensure(store);
        return versions.answer(store, "", () -> engine.read(store, Versions::read));
    }

    /** The zone whose days its facts are counted on; nothing before anything came in. */
    public Optional<ZoneId> zone(String store) {
        schema.ensure(store);
        return engine.read(
                store,
                sql ->
                        sql.one(
                                "SELECT value FROM meta WHERE name = 'zone'",
                                row -> ZoneId.of(row.getString(1))));
    }

    /** A number that grows with every write to the store; equal numbers mean equal answers. */
    public long generation(String store) {
        return engine.generation(store);
    }

    /** The last day that any source delivered orders for. */
    public Optional<LocalDate> dataThrough(String store) {
        return coverages.of(store).getOrDefault("order", List.of()).stream()
                .map(Days::to)
                .max(LocalDate::compareTo);
    }

    /** The first day that any source delivered orders for. */
    public Optional<LocalDate> dataSince(String store) {
        return coverages.of(store).getOrDefault("order", List.of()).stream()
                .map(Days::from)
                .min(LocalDate::compareTo);
    }

    /** One checksum per table; a rebuild gives the same. */
    public Map<String, String> checksums(String store) {
        schema.ensure(store);
        List<String> tables = new ArrayList<>(List.of("resolved_order", "resolved_line", "rollup"));
        FactTable.all().forEach(table -> tables.add(table.name()));
        Map<String, String> sums = new TreeMap<>();
        engine.read(
                store,
                sql -> {
                    for (String table : tables) {
                        sums.put(
                                table,
                                sql.one(
                                                "SELECT count(*) || ':' || coalesce(sum(CAST(hash(t) AS HUGEINT)), 0) FROM %s t"
                                                        .formatted(table),
                                                row -> row.getString(1))
                                        .orElse(""));
                    }
                    return BigInteger.ZERO;
                });
        return sums;
    }

    @Override
    public void close() {
        engine.close();
    }
}

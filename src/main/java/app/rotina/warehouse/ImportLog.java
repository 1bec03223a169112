package app.rotina.warehouse;

import app.rotina.warehouse.engine.Engine;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What was imported, newest first. */
public final class ImportLog {
    private final Engine engine;
    private final StoreSchema schema;
    private final Unchanged<String, Optional<Instant>> unchanged;

    ImportLog(Engine engine, StoreSchema schema) {
        this.engine = engine;
        this.schema = schema;
        this.unchanged = new Unchanged<>(engine::generation);
    }

    /** One imported file. */
    public record Entry(
            int id,
            String delivery,
            String file,
            Instant at,
            String who,
            long read,
            long inserted,
            long updated,
            long unchanged,
            long quarantined) {}

    /** When the store first brought anything in; empty: it never did. */
    public Optional<Instant> since(String store) {
        schema.ensure(store);
        return unchanged.answer(
                store,
                "since",
                () ->
                        engine
                                .read(
                                        store,
                                        sql ->
                                                sql.list(
                                                        "SELECT imported_at FROM import ORDER BY imported_at LIMIT 1",
                                                        row ->
                                                                row.getObject(
                                                                                1,
                                                                                LocalDateTime.class)
                                                                        .toInstant(ZoneOffset.UTC)))
                                .stream()
                                .findFirst());
    }

    public List<Entry> latest(String store, int count) {
        schema.ensure(store);
        return engine.read(
                store,
                sql ->
                        sql.list(
                                "SELECT id, delivery, file, imported_at, who, read, inserted, updated, unchanged, quarantined FROM import ORDER BY id DESC LIMIT ?",
                                row ->
                                        new Entry(
                                                row.getInt(1),
                                                row.getString(2),
                                                row.getString(3),
                                                row.getObject(4, LocalDateTime.class)
                                                        .toInstant(ZoneOffset.UTC),
                                                row.getString(5),
                                                row.getLong(6),
                                                row.getLong(7),
                                                row.getLong(8),
                                                row.getLong(9),
                                                row.getLong(10)),
                                count));
    }
}

package app.rotina.warehouse;

import app.rotina.warehouse.engine.Engine;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** What was imported, newest first. */
public final class ImportLog {
    private final Engine engine;
    private final StoreSchema schema;

    ImportLog(Engine engine, StoreSchema schema) {
        this.engine = engine;
        this.schema = schema;
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

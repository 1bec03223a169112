package app.rotina.warehouse;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.StoreKey;
import app.rotina.warehouse.engine.Engine;
import app.rotina.warehouse.engine.Sql;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes files into a store's warehouse: all files of one call are kept, or none. Nothing is lost:
 * every record is inserted, updated, unchanged or quarantined.
 */
public final class Imports {
    /** The profile of what people enter by hand; a source that delivers the day replaces it. */
    public static final String HAND = "entry";

    private final Engine engine;
    private final StoreSchema schema;
    private final Measures measures;
    private final Clock clock;

    Imports(Engine engine, StoreSchema schema, Measures measures, Clock clock) {
        this.engine = engine;
        this.schema = schema;
        this.measures = measures;
        this.clock = clock;
    }

    /**
     * Takes the files in.
     *
     * @param who the person or token that asked for it
     */
    public ImportReport run(
            Store store, StoreKey key, List<Incoming> files, String who, ImportProgress progress) {
        return run(store, key, new Pulled(files, Map.of()), who, progress);
    }

    /**
     * Files of a pull.
     *
     * @param cursors how far it has come with them, by name; nothing: nobody pulls
     */
    record Pulled(List<Incoming> files, Map<String, String> cursors) {}

    ImportReport run(
            Store store, StoreKey key, Pulled pulled, String who, ImportProgress progress) {
        schema.ensure(store.id());
        Landing landing = recovered(store.id());
        List<Integer> landed = new ArrayList<>();
        boolean done = false;
        try {
            ImportReport report =
                    engine.write(
                            store.id(),
                            sql -> {
                                FileImport each =
                                        new FileImport(sql, store, key, who, clock.instant());
                                Cursors.move(sql, pulled.cursors());
                                return takeAll(
                                        sql, pulled.files(), each, landing, landed, progress);
                            });
            done = true;
            return report;
        } finally {
            for (int importId : landed) {
                if (done) {
                    landing.confirm(importId);
                } else {
                    landing.discard(importId);
                }
            }
        }
    }

    private ImportReport takeAll(
            Sql sql,
            List<Incoming> files,
            FileImport each,
            Landing landing,
            List<Integer> landed,
            ImportProgress progress)
            throws SQLException {
        Resolution resolution = new Resolution(sql);
        resolution.begin();
        List<ImportReport.FileReport> reports = new ArrayList<>();
        for (Incoming file : files) {
            progress.file(file.name());
            reports.add(each.take(file, resolution, landing, landed, progress));
        }
        settle(sql, resolution, each.zone());
        if (progress.cancelled()) {
            throw new RotinaException(Problem.IMPORT_CANCELLED);
        }
        return ImportReport.of(reports);
    }

    private void settle(Sql sql, Resolution resolution, ZoneId zone) throws SQLException {
        resolution.finish();
        new Coverage(sql).extend();
        new Rollups(sql, measures).refresh();
        sql.run("DELETE FROM meta WHERE name = 'version'");
        sql.run(
                "INSERT INTO meta SELECT 'zone', '%s' WHERE NOT EXISTS (SELECT 1 FROM meta WHERE name = 'zone')"
                        .formatted(zone.getId()));
        sql.run(
                "INSERT INTO meta SELECT 'version', CAST(coalesce(max(id), 0) AS VARCHAR) FROM import");
    }

    /** Finishes or undoes what a crash between landing and commit left behind. */
    Landing recovered(String store) {
        Landing landing = new Landing(engine.landedFolder(store));
        for (int importId : landing.unconfirmed()) {
            long known =
                    engine.read(
                            store,
                            sql ->
                                    sql.number(
                                            "SELECT count(*) FROM import WHERE id = ?", importId));
            if (known > 0) {
                landing.confirm(importId);
            } else {
                landing.discard(importId);
            }
        }
        return landing;
    }

    /** Builds the store's warehouse anew from its landed rows. */
    public void rebuild(Store store) {
        schema.ensure(store.id());
        Landing landing = recovered(store.id());
        List<Long> dismissed = dismissed(store.id());
        Map<String, String> cursors = engine.read(store.id(), Cursors::all);
        schema.forget(store.id());
        engine.drop(store.id());
        schema.ensure(store.id());
        engine.write(
                store.id(),
                sql -> {
                    Resolution resolution = new Resolution(sql);
                    resolution.begin();
                    StoreDays days = new StoreDays(sql);
                    days.of(store.zone());
                    for (Manifest manifest : landing.manifests()) {
                        landing.stage(sql, manifest.importId());
                        days.tell(manifest.delivery());
                        FileImport.replay(sql, manifest, resolution, store.zone());
                    }
                    settle(sql, resolution, store.zone());
                    Cursors.move(sql, cursors);
                    sql.run(
                            "UPDATE quarantine SET status = 'dismissed' WHERE list_contains(CAST(%s AS BIGINT[]), id)"
                                    .formatted(dismissed));
                    return true;
                });
    }

    /** The waiting rows a person gave up: no file says so, and nobody wants to be asked again. */
    private List<Long> dismissed(String store) {
        return engine.read(
                store,
                sql ->
                        sql.list(
                                "SELECT id FROM quarantine WHERE status = 'dismissed'",
                                row -> row.getLong(1)));
    }
}

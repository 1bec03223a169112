package app.rotina.warehouse;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.StoreKey;
import app.rotina.sources.Delivery;
import app.rotina.sources.Delivery.Control;
import app.rotina.sources.Delivery.Emission;
import app.rotina.warehouse.ImportReport.ControlTotal;
import app.rotina.warehouse.ImportReport.FileReport;
import app.rotina.warehouse.engine.Sql;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The way of one file into the warehouse, inside an open transaction. */
final class FileImport {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Sql sql;
    private final Store store;
    private final StoreKey key;
    private final String who;
    private final Instant now;

    FileImport(Sql sql, Store store, StoreKey key, String who, Instant now) {
        this.sql = sql;
        this.store = store;
        this.key = key;
        this.who = who;
        this.now = now;
    }

    FileReport take(
            Incoming file,
            Resolution resolution,
            Landing landing,
            List<Integer> landed,
            ImportProgress progress)
            throws SQLException {
        int importId = (int) sql.number("SELECT coalesce(max(id), 0) + 1 FROM import");
        Delivery delivery = file.delivery();
        Staging staging;
        long known;
        try (QuarantineWriter quarantine = new QuarantineWriter(sql, store, key, importId, file)) {
            staging = staged(file, progress, quarantine);
            known = quarantine.finish();
        }
        Gaps gaps = file.mends().isEmpty() ? staging.gaps() : Gaps.ANYWHERE;
        Intake intake =
                new Intake(
                        sql,
                        delivery,
                        importId,
                        file.fileTime(),
                        file.mends(),
                        store.zone(),
                        gaps,
                        false);
        Map<String, Long> counts = intake.run(Forgotten.staged(sql, delivery, key));
        resolution.touch(delivery);
        FileReport report = report(importId, file, staging, intake, counts, known);
        Manifest manifest = manifest(file, report.kept(), gaps);
        insert(sql, manifest);
        QuarantineWriter.markMended(sql, file.mends(), importId);
        landed.add(importId);
        landing.write(sql, manifest);
        return report;
    }

    private Staging staged(Incoming file, ImportProgress progress, QuarantineWriter quarantine)
            throws SQLException {
        try (Staging staging =
                new Staging(sql, file.delivery(), store.zone(), progress, quarantine::add)) {
            ReadAhead.through(file.reader(), staging);
            if (progress.cancelled()) {
                throw new RotinaException(Problem.IMPORT_CANCELLED);
            }
            return staging;
        }
    }

    private FileReport report(
            int importId,
            Incoming file,
            Staging staging,
            Intake intake,
            Map<String, Long> counts,
            long knownRejects)
            throws SQLException {
        long older = counts.getOrDefault("older", 0L);
        long same = counts.getOrDefault("same", 0L) + counts.getOrDefault("superseded", 0L);
        long removed = sql.number("SELECT count(*) FROM _lost");
        return new FileReport(
                importId,
                file.name(),
                file.delivery().name(),
                staging.taken() + staging.rejected(),
                counts.getOrDefault("new", 0L),
                counts.getOrDefault("changed", 0L),
                same + older + knownRejects,
                staging.rejected() - knownRejects,
                older,
                removed,
                control(file.delivery(), staging, intake),
                file.warnings().apply(before(file)));
    }

    /** The headers of the file of its kind that came last; empty: there was none. */
    private List<String> before(Incoming file) throws SQLException {
        return file.mends().isEmpty()
                ? sql.one(
                                "SELECT header FROM import WHERE delivery = ? ORDER BY id DESC LIMIT 1",
                                row -> List.of(JSON.readValue(row.getString(1), String[].class)),
                                file.delivery().name())
                        .orElse(List.of())
                : List.of();
    }

    private @Nullable ControlTotal control(Delivery delivery, Staging staging, Intake intake)
            throws SQLException {
        @Nullable Control control = delivery.control();
        if (control == null) {
            return null;
        }
        return new ControlTotal(
                control.fact() + "." + control.field(),
                store.currency().getCurrencyCode(),
                staging.controlTotal(),
                inFacts(delivery, control, intake),
                staging.rejectedTotal());
    }

    /** The same money as the facts hold it now, for the records of this file. */
    private BigDecimal inFacts(Delivery delivery, Control control, Intake intake)
            throws SQLException {
        Emission emission =
                delivery.emissions().stream()
                        .filter(one -> one.fact().equals(control.fact()))
                        .findFirst()
                        .orElseThrow();
        boolean primary = emission.equals(delivery.primary());
        String ids = primary ? "_id" : intake.idOf(emission);
        return sql.one(
                        "SELECT coalesce(sum(%s), 0) FROM %s WHERE _id IN (SELECT %s FROM _judged)"
                                .formatted(
                                        signed(control), FactTable.of(control.fact()).name(), ids),
                        row -> row.getBigDecimal(1))
                .orElse(BigDecimal.ZERO);
    }

    private static String signed(Control control) {
        Set<String> negative = control.negativeKinds();
        return negative.isEmpty()
                ? control.field()
                : "CASE WHEN kind IN ('%s') THEN -%s ELSE %s END"
                        .formatted(String.join("', '", negative), control.field(), control.field());
    }

    private Manifest manifest(Incoming file, FileReport report, Gaps gaps) {
        return new Manifest(
                Manifest.SCHEMA_VERSION,
                report.importId(),
                file.name(),
                file.sha256(),
                file.fileTime(),
                now,
                who,
                file.delivery(),
                file.header(),
                file.mends(),
                gaps.anywhere(),
                gaps.groups(),
                report);
    }

    private static void insert(Sql sql, Manifest manifest) throws SQLException {
        FileReport report = manifest.report();
        @Nullable ControlTotal control = report.control();
        sql.update(
                "INSERT INTO import VALUES (?, ?, ?, ?, CAST(? AS TIMESTAMP), ?, CAST(? AS TIMESTAMP), ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                report.importId(),
                report.delivery(),
                manifest.name(),
                manifest.sha256(),
                utc(manifest.at()),
                manifest.who(),
                utc(manifest.fileTime()),
                report.read(),
                report.inserted(),
                report.updated(),
                report.unchanged(),
                report.older(),
                report.quarantined(),
                JSON.writeValueAsString(manifest.header()),
                control == null ? null : control.source(),
                JSON.writeValueAsString(report.warnings()));
    }

    private static String utc(Instant instant) {
        return instant.toString().replace("T", " ").replace("Z", "");
    }

    ZoneId zone() {
        return store.zone();
    }

    /** Takes a landed import in again that is staged, exactly as it was. */
    static void replay(Sql sql, Manifest manifest, Resolution resolution, ZoneId zone)
            throws SQLException {
        Intake intake =
                new Intake(
                        sql,
                        manifest.delivery(),
                        manifest.importId(),
                        manifest.fileTime(),
                        manifest.mends(),
                        zone,
                        manifest.gaps(),
                        true);
        intake.run(Forgotten.none(sql, manifest.delivery()));
        resolution.touch(manifest.delivery());
        insert(sql, manifest);
        QuarantineWriter.markMended(sql, manifest.mends(), manifest.importId());
    }
}

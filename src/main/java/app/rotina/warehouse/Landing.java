package app.rotina.warehouse;

import app.rotina.sources.Delivery.Emission;
import app.rotina.sources.Facts;
import app.rotina.warehouse.engine.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The landed rows of a store: per import a manifest, a Parquet file of its accepted rows and one of
 * its quarantined rows. A manifest ends in {@code .pending} until the warehouse has committed.
 */
final class Landing {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String PENDING = ".pending";

    /**
     * The column in which a landed row brings the id it was given, as a UUID of the same bits:
     * Parquet has no integers that large and would round them.
     */
    static final String ID = "_landed";

    private final Path folder;

    Landing(Path folder) {
        this.folder = folder;
    }

    /** Writes what the import accepted, before it is committed. */
    void write(Sql sql, Manifest manifest) throws SQLException {
        sql.run(
                "COPY (SELECT * EXCLUDE (_id, _group, _version, _latest, _exists, _status), CAST(_id AS UUID) AS %s FROM _judged%s ORDER BY _record) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
                        .formatted(ID, kept(manifest), escaped(rows(manifest.importId()))));
        sql.run(
                "COPY (SELECT * FROM quarantine WHERE import = %d) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
                        .formatted(manifest.importId(), escaped(rejected(manifest.importId()))));
        try {
            Files.write(pending(manifest.importId()), JSON.writeValueAsBytes(manifest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows that changed anything, and the first and last that the file spoke for its days with. */
    private static String kept(Manifest manifest) {
        if (manifest.report().unchanged() == 0) {
            return "";
        }
        String kept =
                Stream.concat(
                                Stream.of("_status IN ('new', 'changed')"),
                                manifest.delivery().emissions().stream()
                                        .map(Landing::dated)
                                        .flatMap(Optional::stream)
                                        .distinct()
                                        .map(
                                                "_record IN (SELECT unnest([arg_min(_record, %1$s), arg_max(_record, %1$s)]) FROM _judged)"
                                                        ::formatted))
                        .collect(Collectors.joining(" OR "));
        return " WHERE %1$s OR _group IN (SELECT _group FROM _judged WHERE %1$s UNION SELECT _group FROM _lost)"
                .formatted(kept);
    }

    private static Optional<String> dated(Emission emission) {
        return Optional.ofNullable(Facts.of(emission.fact()).day())
                .map(day -> emission.columns().get(day));
    }

    /** After the commit: the landed rows are part of the store now. */
    void confirm(int importId) {
        try {
            Files.move(pending(importId), manifest(importId), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts what is said now in the place of what was said of an import. */
    void rewrite(Manifest manifest) {
        Path file = manifest(manifest.importId());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(part, JSON.writeValueAsBytes(manifest));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After a failure or a crash: an import the warehouse does not know leaves no trace. */
    void discard(int importId) {
        try {
            for (Path file : List.of(pending(importId), rows(importId), rejected(importId))) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The imports whose commit was never confirmed. */
    List<Integer> unconfirmed() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(PENDING))
                    .map(name -> Integer.valueOf(name.substring(0, 6)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every landed import, oldest first. */
    List<Manifest> manifests() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Landing::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manifest read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), Manifest.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Brings an import's rows back into the staging and quarantine tables. */
    void stage(Sql sql, int importId) throws SQLException {
        sql.run("DROP TABLE IF EXISTS " + Staging.TABLE);
        sql.run(
                "CREATE TEMP TABLE %1$s AS SELECT * REPLACE (CAST(%2$s AS UHUGEINT) AS %2$s) FROM read_parquet('%3$s')"
                        .formatted(Staging.TABLE, ID, escaped(rows(importId))));
        String waiting = "read_parquet('%s')".formatted(escaped(rejected(importId)));
        sql.run("DELETE FROM quarantine WHERE id IN (SELECT id FROM %s)".formatted(waiting));
        sql.run("INSERT INTO quarantine SELECT * FROM " + waiting);
    }

    static String escaped(Path path) {
        return path.toString().replace("'", "''");
    }

    Path rows(int importId) {
        return folder.resolve("%06d.parquet".formatted(importId));
    }

    Path rejected(int importId) {
        return folder.resolve("%06d.rejected.parquet".formatted(importId));
    }

    private Path manifest(int importId) {
        return folder.resolve("%06d.json".formatted(importId));
    }

    private Path pending(int importId) {
        return folder.resolve("%06d.json".formatted(importId) + PENDING);
    }
}

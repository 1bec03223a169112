package app.rotina.warehouse;

import app.rotina.sources.Delivery;
import app.rotina.warehouse.engine.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The people in a store's landed files; a file that names one of them is written anew. */
final class LandedPeople {
    private final Sql sql;
    private final Landing landing;

    LandedPeople(Sql sql, Landing landing) {
        this.sql = sql;
        this.landing = landing;
    }

    /** Puts each name's stand-in in its place; gives how many rows had one of the names. */
    long rename(Manifest manifest, Map<String, String> standIns) throws SQLException {
        Delivery delivery = manifest.delivery();
        List<String> columns = PersonColumns.texts(delivery);
        if (columns.isEmpty() || standIns.isEmpty()) {
            return 0;
        }
        Path file = landing.rows(manifest.importId());
        String names = PersonColumns.quoted(standIns.keySet());
        String anywhere =
                columns.stream()
                        .map(column -> named(delivery, column, names))
                        .collect(Collectors.joining(" OR "));
        long rows =
                sql.number("SELECT count(*) FROM %s WHERE %s".formatted(parquet(file), anywhere));
        if (rows > 0) {
            rewrite(
                    file,
                    columns.stream()
                            .map(column ->
                                    "CASE WHEN %1$s THEN CASE %2$s %3$s END ELSE %2$s END AS %2$s"
                                            .formatted(
                                                    named(delivery, column, names),
                                                    column,
                                                    cases(standIns)))
                            .collect(Collectors.joining(", ")));
        }
        return rows;
    }

    private static String named(Delivery delivery, String column, String names) {
        return "(%s IN (%s) AND %s)"
                .formatted(column, names, PersonColumns.mayHold(delivery, column));
    }

    private static String cases(Map<String, String> standIns) {
        return standIns.entrySet().stream()
                .map(each ->
                        "WHEN %s THEN '%s'"
                                .formatted(
                                        PersonColumns.quoted(Set.of(each.getKey())),
                                        each.getValue()))
                .collect(Collectors.joining(" "));
    }

    /** Empties the quarantined rows whose sealed content is wanted; gives their ids. */
    Set<Long> blank(int importId, Predicate<byte[]> wanted) throws SQLException {
        Path file = landing.rejected(importId);
        Set<Long> ids = new TreeSet<>();
        sql.list(
                "SELECT id, sealed FROM " + parquet(file),
                row -> wanted.test(row.getBytes(2)) && ids.add(row.getLong(1)));
        if (!ids.isEmpty()) {
            String these =
                    "id IN (%s)"
                            .formatted(
                                    ids.stream()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(", ")));
            rewrite(
                    file,
                    "CASE WHEN %1$s THEN ''::BLOB ELSE sealed END AS sealed, CASE WHEN %1$s THEN 'forgotten' ELSE status END AS status"
                            .formatted(these));
        }
        return ids;
    }

    private void rewrite(Path file, String columns) throws SQLException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        sql.run(
                "COPY (SELECT * REPLACE (%s) FROM %s) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
                        .formatted(columns, parquet(file), Landing.escaped(part)));
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String parquet(Path file) {
        return "read_parquet('%s')".formatted(Landing.escaped(file));
    }
}

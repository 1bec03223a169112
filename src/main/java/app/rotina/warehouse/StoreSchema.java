package app.rotina.warehouse;

import app.rotina.warehouse.engine.Engine;
import app.rotina.warehouse.engine.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes sure that a store's tables are there and its roll-up fits the metric catalog. */
final class StoreSchema {
    private static final String META =
            "CREATE TABLE IF NOT EXISTS meta (name VARCHAR, value VARCHAR)";

    private static final List<String> TABLES =
            List.of(
                    "CREATE TABLE IF NOT EXISTS import (id INTEGER, delivery VARCHAR, file VARCHAR, sha256 VARCHAR, imported_at TIMESTAMP, who VARCHAR, file_time TIMESTAMP, read BIGINT, inserted BIGINT, updated BIGINT, unchanged BIGINT, older BIGINT, quarantined BIGINT, header VARCHAR, control DECIMAL(28, 4))",
                    "ALTER TABLE import ADD COLUMN IF NOT EXISTS warnings VARCHAR",
                    "CREATE TABLE IF NOT EXISTS quarantine (id BIGINT, import INTEGER, delivery VARCHAR, file VARCHAR, record BIGINT, line BIGINT, column_name VARCHAR, reason VARCHAR, sealed BLOB, token VARCHAR, status VARCHAR, control DECIMAL(28, 4))",
                    "CREATE TABLE IF NOT EXISTS dismissal (row_id BIGINT, batch BIGINT)",
                    "CREATE TABLE IF NOT EXISTS ignored (_id UHUGEINT, _hi BIGINT, _lo BIGINT, _version TIMESTAMP, _latest TIMESTAMP, _import INTEGER, _record BIGINT)",
                    "CREATE TABLE IF NOT EXISTS coverage (topic VARCHAR, day_from DATE, day_to DATE, hand BOOLEAN)",
                    "CREATE TABLE IF NOT EXISTS person_first (person VARCHAR, order_id VARCHAR)",
                    "CREATE TABLE IF NOT EXISTS tracked_day (day DATE, channel VARCHAR)",
                    "ALTER TABLE tracked_day ADD COLUMN IF NOT EXISTS checkouts BOOLEAN",
                    Versions.DDL,
                    Cursors.DDL,
                    Resolution.ORDER_DDL,
                    Resolution.LINE_DDL);

    private static final List<String> VIEWS =
            Stream.of(MeasureTable.values()).flatMap(table -> table.ddl().stream()).toList();

    /** Changes whenever there may be something to create. */
    private static final String FINGERPRINT = fingerprint();

    private final Engine engine;
    private final Measures measures;
    private final Set<String> ready = ConcurrentHashMap.newKeySet();

    StoreSchema(Engine engine, Measures measures) {
        this.engine = engine;
        this.measures = measures;
    }

    void ensure(String store) {
        if (ready.contains(store)) {
            return;
        }
        engine.write(
                store,
                sql -> {
                    create(sql);
                    return true;
                });
        ready.add(store);
    }

    void forget(String store) {
        ready.remove(store);
    }

    private static String fingerprint() {
        Stream<String> columns =
                FactTable.all().stream().flatMap(table -> table.additions(Set.of()).stream());
        List<String> all =
                Stream.of(TABLES.stream(), facts(), columns, VIEWS.stream())
                        .flatMap(each -> each)
                        .toList();
        return Integer.toHexString(all.hashCode());
    }

    private static Stream<String> facts() {
        return FactTable.all().stream().map(FactTable::ddl);
    }

    private void create(Sql sql) throws SQLException {
        sql.run(META);
        if (!isNoted(sql, "schema", FINGERPRINT)) {
            for (String ddl : Stream.concat(TABLES.stream(), facts()).toList()) {
                sql.run(ddl);
            }
            addColumns(sql);
            for (String ddl : VIEWS) {
                sql.run(ddl);
            }
            note(sql, "schema", FINGERPRINT);
        }
        if (!isNoted(sql, "rollup", measures.fingerprint())) {
            buildRollup(sql);
        }
    }

    private static boolean isNoted(Sql sql, String name, String value) throws SQLException {
        return sql.one(
                        "SELECT value FROM meta WHERE name = '%s'".formatted(name),
                        row -> row.getString(1))
                .equals(Optional.of(value));
    }

    private static void note(Sql sql, String name, String value) throws SQLException {
        sql.run("DELETE FROM meta WHERE name = '%s'".formatted(name));
        sql.update("INSERT INTO meta VALUES (?, ?)", name, value);
    }

    /** A store made before a fact had all its fields gets the columns it lacks. */
    private static void addColumns(Sql sql) throws SQLException {
        Set<String> there =
                Set.copyOf(
                        sql.list(
                                "SELECT DISTINCT table_name || '.' || column_name FROM duckdb_columns()",
                                row -> row.getString(1)));
        for (FactTable table : FactTable.all()) {
            for (String addition : table.additions(there)) {
                sql.run(addition);
            }
        }
    }

    private void buildRollup(Sql sql) throws SQLException {
        sql.run("DROP TABLE IF EXISTS rollup");
        sql.run(measures.rollupDdl());
        note(sql, "rollup", measures.fingerprint());
        String days =
                measures.all().stream()
                        .map(measure ->
                                "SELECT DISTINCT %s AS day FROM %s"
                                        .formatted(
                                                measure.day(),
                                                MeasureTable.of(measure.from()).viewName()))
                        .distinct()
                        .collect(Collectors.joining(" UNION "));
        sql.run("CREATE OR REPLACE TEMP TABLE _touched_day AS " + days);
        new Rollups(sql, measures).refresh();
    }
}

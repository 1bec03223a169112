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
    private static final List<String> TABLES =
            List.of(
                    "CREATE TABLE IF NOT EXISTS meta (name VARCHAR, value VARCHAR)",
                    "CREATE TABLE IF NOT EXISTS import (id INTEGER, delivery VARCHAR, file VARCHAR, sha256 VARCHAR, imported_at TIMESTAMP, who VARCHAR, file_time TIMESTAMP, read BIGINT, inserted BIGINT, updated BIGINT, unchanged BIGINT, older BIGINT, quarantined BIGINT, header VARCHAR, control DECIMAL(28, 4))",
                    "CREATE TABLE IF NOT EXISTS quarantine (id BIGINT, import INTEGER, delivery VARCHAR, file VARCHAR, record BIGINT, line BIGINT, column_name VARCHAR, reason VARCHAR, sealed BLOB, token VARCHAR, status VARCHAR, control DECIMAL(28, 4))",
                    "CREATE TABLE IF NOT EXISTS ignored (_id UHUGEINT, _hi BIGINT, _lo BIGINT, _version TIMESTAMP, _latest TIMESTAMP, _import INTEGER, _record BIGINT)",
                    "CREATE TABLE IF NOT EXISTS coverage (topic VARCHAR, day_from DATE, day_to DATE, hand BOOLEAN)",
                    "CREATE TABLE IF NOT EXISTS person_first (person VARCHAR, order_id VARCHAR)",
                    "CREATE TABLE IF NOT EXISTS tracked_day (day DATE, channel VARCHAR)",
                    Versions.DDL,
                    Cursors.DDL,
                    Resolution.ORDER_DDL,
                    Resolution.LINE_DDL);

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

    private void create(Sql sql) throws SQLException {
        Stream<String> facts = FactTable.all().stream().map(FactTable::ddl);
        for (String ddl : Stream.concat(TABLES.stream(), facts).toList()) {
            sql.run(ddl);
        }
        addColumns(sql);
        for (MeasureTable table : MeasureTable.values()) {
            for (String ddl : table.ddl()) {
                sql.run(ddl);
            }
        }
        if (!sql.one("SELECT value FROM meta WHERE name = 'rollup'", row -> row.getString(1))
                .equals(Optional.of(measures.fingerprint()))) {
            buildRollup(sql);
        }
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
        sql.run("DELETE FROM meta WHERE name = 'rollup'");
        sql.update("INSERT INTO meta VALUES ('rollup', ?)", measures.fingerprint());
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

package app.rotina.warehouse.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.RotinaException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine has to keep; an engine's own test opens it. */
abstract class EngineContractTest {
    @TempDir Path folder;
    private Engine engine;

    abstract Engine open(Path folder);

    @BeforeEach
    void create() {
        engine = open(folder);
        write("CREATE TABLE t (n INTEGER)");
        write("INSERT INTO t VALUES (1)");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void keepsAllOfATransactionOrNothing() {
        assertThatThrownBy(() ->
                        engine.write(
                                "a",
                                sql -> {
                                    sql.run("INSERT INTO t VALUES (2)");
                                    sql.run("CREATE TABLE u (n INTEGER)");
                                    throw new IllegalStateException("on purpose");
                                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(count("a")).isEqualTo(1);
        assertThatThrownBy(() -> engine.read("a", sql -> sql.number("SELECT count(*) FROM u")))
                .isInstanceOf(RotinaException.class);
    }

    @Test
    void undoesAllWhenOneStatementFails() {
        assertThatThrownBy(() ->
                        engine.write(
                                "a",
                                sql -> {
                                    sql.run("INSERT INTO t VALUES (2)");
                                    sql.run("INSERT INTO nowhere VALUES (1)");
                                    return true;
                                }))
                .isInstanceOf(RotinaException.class);
        write("INSERT INTO t VALUES (3)");
        assertThat(count("a")).isEqualTo(2);
    }

    @Test
    void letsWritersOfOneStoreWaitInLine() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Long> first =
                CompletableFuture.supplyAsync(() ->
                        engine.write(
                                "a",
                                sql -> {
                                    inside.countDown();
                                    await(go);
                                    sql.run("UPDATE t SET n = n + 1");
                                    return sql.number("SELECT max(n) FROM t");
                                }));
        await(inside);
        CompletableFuture<Long> second =
                CompletableFuture.supplyAsync(() ->
                        engine.write(
                                "a",
                                sql -> {
                                    sql.run("UPDATE t SET n = n * 10");
                                    return sql.number("SELECT max(n) FROM t");
                                }));
        assertThat(second.isDone()).isFalse();
        go.countDown();
        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(2);
        assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(20);
    }

    @Test
    void readsWhatWasCommittedWhileAWriteIsOpen() {
        engine.write(
                "a",
                sql -> {
                    sql.run("INSERT INTO t VALUES (2)");
                    assertThat(count("a")).isEqualTo(1);
                    return true;
                });
        assertThat(count("a")).isEqualTo(2);
    }

    @Test
    void keepsStoresApart() {
        engine.write("b", sql -> sql.update("CREATE TABLE t AS SELECT 7 AS n"));
        assertThat(count("a")).isEqualTo(1);
        assertThat(engine.<Long>read("b", sql -> sql.number("SELECT n FROM t"))).isEqualTo(7);
    }

    @Test
    void findsEverythingAgainWhenOpenedAnew() {
        engine.close();
        engine = open(folder);
        assertThat(count("a")).isEqualTo(1);
    }

    @Test
    void forgetsADroppedStoreAndKeepsItsLandedRows() throws Exception {
        Path landed = Files.writeString(engine.landedFolder("a").resolve("000001.json"), "{}");
        engine.drop("a");
        assertThatThrownBy(() -> count("a")).isInstanceOf(RotinaException.class);
        assertThat(landed).exists();
        write("CREATE TABLE t (n INTEGER)");
        assertThat(count("a")).isZero();
    }

    @Test
    void loadsInBulkIntoATemporaryTable() {
        engine.write(
                "a",
                sql -> {
                    sql.run("CREATE TEMP TABLE loaded (n INTEGER)");
                    try (DuckDBAppender rows = sql.appender("loaded")) {
                        for (int n = 0; n < 5000; n++) {
                            rows.beginRow();
                            rows.append(n);
                            rows.endRow();
                        }
                    }
                    return sql.update("INSERT INTO t SELECT n FROM loaded");
                });
        assertThat(count("a")).isEqualTo(5001);
    }

    @Test
    void readsAndWritesItsLandedFolder() {
        String file = engine.landedFolder("a").resolve("x.parquet").toString();
        write("COPY t TO '%s' (FORMAT parquet)".formatted(file));
        assertThat(
                        engine.<Long>read(
                                "a",
                                sql ->
                                        sql.number(
                                                "SELECT n FROM read_parquet('%s')"
                                                        .formatted(file))))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM read_csv('{outside}')",
                "SELECT count(*) FROM read_text('{outside}')",
                "SELECT count(*) FROM '{outside}'",
                "COPY t TO '{outside}.out'",
                "ATTACH '{outside}.duckdb'",
                "EXPORT DATABASE '{outside}.folder'",
                "INSTALL httpfs",
                "LOAD httpfs",
                "SELECT count(*) FROM read_parquet('https://shop.example/x.parquet')",
                "SET enable_external_access = true",
                "SET lock_configuration = false",
                "SET memory_limit = '64GB'",
                "SET autoinstall_known_extensions = true",
                "SET allowed_directories = ['/']",
            })
    void refusesWhateverLeadsOutside(String statement) throws Exception {
        Path outside = Files.writeString(folder.resolve("outside.csv"), "n\n1\n");
        String sql = statement.replace("{outside}", outside.toString());
        assertThatThrownBy(() -> write(sql)).isInstanceOf(RotinaException.class);
        assertThat(count("a")).isEqualTo(1);
    }

    private void write(String statement) {
        engine.write(
                "a",
                sql -> {
                    sql.run(statement);
                    return true;
                });
    }

    private long count(String store) {
        return engine.<Long>read(store, sql -> sql.number("SELECT count(*) FROM t"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package app.rotina.warehouse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DuckEngineTest extends EngineContractTest {

    @Override
    Engine open(Path folder) {
        return new DuckEngine(folder, "256MB");
    }

    @Test
    void keepsAFolderWithAQuoteInItsName() {
        try (Engine engine = open(folder.resolve("Ana's data"))) {
            assertThat(engine.<Long>read("a", sql -> sql.number("SELECT 1"))).isEqualTo(1);
        }
    }

    @Test
    void keepsWhatIsInMoreStoresThanStayOpen() {
        try (Engine engine = open(folder)) {
            List<String> stores = IntStream.range(0, 45).mapToObj(i -> "store-" + i).toList();
            stores.forEach(store -> write(engine, store));
            assertThat(stores)
                    .allSatisfy(store -> assertThat(read(engine, store)).isEqualTo(store.length()));
        }
    }

    @Test
    void keepsADatabaseOpenWhileItIsRead() {
        try (Engine engine = open(folder)) {
            write(engine, "first");
            long read =
                    engine.read(
                            "first",
                            sql -> {
                                IntStream.range(0, 45).forEach(i -> write(engine, "other-" + i));
                                return sql.number("SELECT a FROM t");
                            });
            assertThat(read).isEqualTo(5);
        }
    }

    private static void write(Engine engine, String store) {
        engine.write(
                store,
                sql -> {
                    sql.run("CREATE TABLE t AS SELECT %d AS a".formatted(store.length()));
                    return true;
                });
    }

    private static long read(Engine engine, String store) {
        return engine.read(store, sql -> sql.number("SELECT a FROM t"));
    }
}

package app.rotina.warehouse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
}

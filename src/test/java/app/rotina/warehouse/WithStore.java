package app.rotina.warehouse;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that each begin with an empty store. */
abstract class WithStore {
    @TempDir Path folder;
    StoreForTests shop;

    @BeforeEach
    void open() {
        shop = new StoreForTests(folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }
}

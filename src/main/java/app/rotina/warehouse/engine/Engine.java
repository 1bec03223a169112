package app.rotina.warehouse.engine;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** An analytical database per store. Reads run side by side; writes of one store wait in line. */
public interface Engine extends AutoCloseable {

    /** Work on an open connection. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T on(Sql sql) throws SQLException;
    }

    <T extends @Nullable Object> T read(String store, Work<T> work);

    /** Runs the work in one transaction: all of it is kept, or nothing. */
    <T extends @Nullable Object> T write(String store, Work<T> work);

    /** A number that grows with every write to the store; equal numbers mean equal contents. */
    long generation(String store);

    /** Where files that the engine itself reads and writes must lie. */
    Path landedFolder(String store);

    /** Forgets the store's database; its landed rows stay. */
    void drop(String store);

    /** Forgets the store's database and its landed rows. */
    void destroy(String store);

    @Override
    void close();
}

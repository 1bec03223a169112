package app.rotina.warehouse.engine;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** DuckDB, one file per store, locked down: it sees its landed and temporary folders only. */
public final class DuckEngine implements Engine {
    private static final int MOST_OPEN = 20; // each has threads and memory of its own

    private final Path folder;
    private final String memory;
    private final Map<String, Database> open = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> writers = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> generations = new ConcurrentHashMap<>();

    /**
     * @param folder where the stores' databases, landed rows and temporary files lie
     * @param memory the most memory one store's database may take, such as {@code 4GB}
     */
    public DuckEngine(Path folder, String memory) {
        this.folder = folder.toAbsolutePath();
        this.memory = memory;
    }

    /** A database that is open, its connections at rest, and how much it is used. */
    private static final class Database {
        private final DuckDBConnection root;
        private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
        private final AtomicInteger users = new AtomicInteger();
        private volatile long lastUse;

        Database(DuckDBConnection root) {
            this.root = root;
        }

        void close() throws SQLException {
            for (Connection connection : idle) {
                connection.close();
            }
            root.close();
        }
    }

    @Override
    public <T extends @Nullable Object> T read(String store, Work<T> work) {
        Database database = enter(store);
        try {
            @Nullable Connection reused = database.idle.pollFirst();
            Connection connection = reused == null ? database.root.duplicate() : reused;
            try {
                T result = work.on(new Sql(connection));
                database.idle.addFirst(connection);
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failure(store, e);
        } finally {
            database.users.decrementAndGet();
        }
    }

    @Override
    public <T extends @Nullable Object> T write(String store, Work<T> work) {
        ReentrantLock writer = writers.computeIfAbsent(store, any -> new ReentrantLock(true));
        writer.lock();
        try {
            return written(store, work);
        } finally {
            generations.computeIfAbsent(store, any -> new AtomicLong()).incrementAndGet();
            writer.unlock();
        }
    }

    private <T extends @Nullable Object> T written(String store, Work<T> work) {
        Database database = enter(store);
        try (Connection connection = database.root.duplicate()) {
            return inTransaction(connection, work);
        } catch (SQLException e) {
            throw failure(store, e);
        } finally {
            database.users.decrementAndGet();
        }
    }

    @Override
    public long generation(String store) {
        return generations.computeIfAbsent(store, any -> new AtomicLong()).get();
    }

    private static <T extends @Nullable Object> T inTransaction(Connection connection, Work<T> work)
            throws SQLException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.on(new Sql(connection));
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }

    @Override
    public Path landedFolder(String store) {
        return created(folder.resolve("landed").resolve(store));
    }

    @Override
    public void drop(String store) {
        forget(store);
        try {
            for (String file : List.of(store + ".duckdb", store + ".duckdb.wal")) {
                Files.deleteIfExists(folder.resolve("warehouse").resolve(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void destroy(String store) {
        ReentrantLock writer = writers.computeIfAbsent(store, any -> new ReentrantLock(true));
        writer.lock();
        try {
            drop(store);
            for (Path gone : List.of(landedFolder(store), temporaryFolder(store))) {
                empty(gone);
            }
        } finally {
            generations.computeIfAbsent(store, any -> new AtomicLong()).incrementAndGet();
            writer.unlock();
        }
    }

    private static void empty(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path temporaryFolder(String store) {
        return created(folder.resolve("tmp").resolve("duckdb-" + store));
    }

    @Override
    public void close() {
        List.copyOf(open.keySet()).forEach(this::forget);
    }

    /** The store's database, which stays open until it is left. */
    private Database enter(String store) {
        Database entered =
                open.compute(
                        store,
                        (id, known) -> {
                            Database database = known == null ? new Database(opened(id)) : known;
                            database.users.incrementAndGet();
                            database.lastUse = System.nanoTime();
                            return database;
                        });
        if (open.size() > MOST_OPEN) {
            closeLongestUnused();
        }
        return entered;
    }

    private void closeLongestUnused() {
        open.entrySet().stream()
                .filter(each -> each.getValue().users.get() == 0)
                .min(Comparator.comparingLong(each -> each.getValue().lastUse))
                .map(Map.Entry::getKey)
                .ifPresent(store ->
                        open.computeIfPresent(
                                store,
                                (id, database) -> {
                                    boolean used = database.users.get() > 0;
                                    return used ? database : closed(database);
                                }));
    }

    private static @Nullable Database closed(Database database) {
        try {
            database.close();
            return null;
        } catch (SQLException e) {
            throw new RotinaException(Problem.ENGINE_DOWN, e, String.valueOf(e.getMessage()));
        }
    }

    private DuckDBConnection opened(String store) {
        Path file = created(folder.resolve("warehouse")).resolve(store + ".duckdb");
        Properties settings = new Properties();
        settings.setProperty("memory_limit", memory);
        settings.setProperty("preserve_insertion_order", "true");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, settings);
            lockDown(connection, store);
            return connection.unwrap(DuckDBConnection.class);
        } catch (SQLException e) {
            throw new RotinaException(Problem.ENGINE_DOWN, e, String.valueOf(e.getMessage()));
        }
    }

    private void lockDown(Connection connection, String store) throws SQLException {
        Path temporary = temporaryFolder(store);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET temp_directory = " + quoted(temporary));
            statement.execute(
                    "SET allowed_directories = [%s, %s]"
                            .formatted(quoted(landedFolder(store)), quoted(temporary)));
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
        }
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    /** A database that ran out of disk refuses everything until it is opened again. */
    private RotinaException failure(String store, SQLException cause) {
        String message = String.valueOf(cause.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        boolean full = lower.contains("no space left") || lower.contains("disk full");
        if (full || lower.contains("has been invalidated")) {
            forget(store);
        }
        return full
                ? new RotinaException(Problem.DISK_FULL, cause, folder)
                : new RotinaException(Problem.ENGINE_DOWN, cause, message);
    }

    private void forget(String store) {
        @Nullable Database database = open.remove(store);
        if (database != null) {
            closed(database);
        }
    }

    private static Path created(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

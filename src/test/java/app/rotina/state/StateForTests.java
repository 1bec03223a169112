package app.rotina.state;

import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Store;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One real PostgreSQL for all tests of this JVM, and an empty migrated database for each asker. */
public final class StateForTests {
    private static final EmbeddedPostgresServer SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String MIGRATED = migrated();

    private StateForTests() {}

    /** The URL of a database of its own, as {@code ROTINA_STATE_URL} would name it. */
    public static String newDatabase() {
        return copyOf(MIGRATED);
    }

    /** The same of a database that nothing was migrated in. */
    static String bareDatabase() {
        return copyOf("template1");
    }

    private static String copyOf(String template) {
        String name = "test_" + DATABASES.incrementAndGet();
        run("create database " + name + " template " + template);
        return url(name);
    }

    private static String migrated() {
        String name = "migrated";
        run("create database " + name);
        StateDatabase.open(new DataFolder(Path.of("unused")), url(name)).close();
        return name;
    }

    private static void run(String sql) {
        new JdbcTemplate(new DriverManagerDataSource(url("postgres"))).execute(sql);
    }

    /** A client that gives its connections back when it rests: the tests' databases last. */
    public static JdbcClient client(StateDatabase database) {
        HikariDataSource pool = (HikariDataSource) database.source();
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000);
        return JdbcClient.create(pool);
    }

    public static Goals goals(JdbcClient client) {
        return new Goals(client);
    }

    public static StoreProfiles profiles(JdbcClient client, Clock clock) {
        return new StoreProfiles(client, new CellRules(client, clock), clock);
    }

    public static Closes closes(JdbcClient client, Clock clock) {
        return new Closes(client, clock);
    }

    public static StorePulses pulses(JdbcClient client, Clock clock) {
        return new StorePulses(client, clock);
    }

    public static Notes notes(JdbcClient client, Clock clock) {
        return new Notes(client, clock);
    }

    public static Traces traces(JdbcClient client) {
        return new Traces(client);
    }

    public static Actions actions(JdbcClient client, Clock clock) {
        return new Actions(client, clock);
    }

    public static Attachments attachments(JdbcClient client, Clock clock) {
        return new Attachments(client, new Vault(client), clock);
    }

    public static CheckResults checkResults(JdbcClient client, Clock clock) {
        return new CheckResults(client, clock);
    }

    public static CheckAnswers checkAnswers(JdbcClient client, Clock clock) {
        return new CheckAnswers(client, clock);
    }

    public static RoutineChoices routineChoices(JdbcClient client, Clock clock) {
        return new RoutineChoices(client, clock);
    }

    /** For what never asks for one; it has no database. */
    public static RoutineChoices noRoutineChoices() {
        return new RoutineChoices(
                JdbcClient.create(new DriverManagerDataSource()), Clock.systemUTC());
    }

    public static OwnChecks ownChecks(JdbcClient client, Clock clock) {
        return new OwnChecks(client, clock);
    }

    /** For what never asks for one; it has no database. */
    public static OwnChecks noOwnChecks() {
        return new OwnChecks(JdbcClient.create(new DriverManagerDataSource()), Clock.systemUTC());
    }

    public static StoreSettings settings(JdbcClient client) {
        return new StoreSettings(client);
    }

    public static Tasks tasks(JdbcClient client, Clock clock) {
        return new Tasks(client, new TaskLog(client, clock));
    }

    public static TaskWork taskWork(JdbcClient client, Clock clock) {
        TaskLog log = new TaskLog(client, clock);
        return new TaskWork(
                client,
                new TaskChanges(client, log),
                log,
                actions(client, clock),
                attachments(client, clock));
    }

    public static Judgements judgements(JdbcClient client, Clock clock) {
        return new Judgements(client, clock);
    }

    public static TaskLog taskLog(JdbcClient client, Clock clock) {
        return new TaskLog(client, clock);
    }

    public static TaskParts taskParts(JdbcClient client) {
        return new TaskParts(client);
    }

    public static Stores stores(JdbcClient client) {
        return new Stores(client);
    }

    public static void add(JdbcClient client, Store store) {
        new Stores(client).add(store);
    }

    public static Store store(String id) {
        return new Store(
                id,
                "Loja " + id,
                ZoneId.of("America/Sao_Paulo"),
                Currency.getInstance("BRL"),
                Locale.of("pt", "BR"),
                Store.GoalBasis.APPROVED,
                Store.DriverIdentity.SESSIONS_CONVERSION_TICKET);
    }

    private static String url(String database) {
        return SERVER.url().replace("/postgres?", "/" + database + "?")
                + "&password="
                + SERVER.password();
    }

    /**
     * A folder that lasts as long as this JVM: the PostgreSQL library remembers where it unpacked
     * its programs first, and runs every later server from there.
     */
    public static Path lastingFolder() {
        Path folder = folder();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        return folder;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("rotina-state");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Its databases go with this JVM: it need not wait for the disk, nor put in order at the end.
     * It lets in more than a shop's own does, since all of them are open at once.
     */
    private static EmbeddedPostgresServer start() {
        Path folder = folder();
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(new DataFolder(folder), 200);
        JdbcTemplate client =
                new JdbcTemplate(
                        new DriverManagerDataSource(
                                server.url() + "&password=" + server.password()));
        client.execute("alter system set synchronous_commit = off");
        client.execute("select pg_reload_conf()");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(folder)));
        return server;
    }

    private static void end(Path folder) {
        try {
            String pid =
                    Files.readAllLines(folder.resolve("postgres/rows/postmaster.pid")).getFirst();
            ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
            server.onExit().get(10, TimeUnit.SECONDS);
        } catch (IOException | InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // a server that is still stopping may take its files away itself
        }
    }
}

package app.rotina.state;

import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL of our own, its binaries and rows in the data folder, reachable by password only.
 */
final class EmbeddedPostgresServer implements AutoCloseable {
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final int CONNECTIONS = 20;
    private static final String HOST_RULES =
            """
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedPostgresServer(EmbeddedPostgres server, String password) {
        this.server = server;
        this.password = password;
    }

    static EmbeddedPostgresServer start(DataFolder folder) {
        return start(folder, CONNECTIONS);
    }

    static EmbeddedPostgresServer start(DataFolder folder, int connections) {
        try {
            Path home = folder.postgres();
            stopOrphan(home.resolve("rows"));
            String password = password(home);
            EmbeddedPostgresServer server =
                    new EmbeddedPostgresServer(launch(home, password, connections), password);
            server.requirePassword(home.resolve("rows"));
            return server;
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new RotinaException(Problem.STATE_DATABASE_DOWN, e, reason(e));
        }
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new RotinaException(Problem.STATE_DATABASE_DOWN, e, reason(e));
        }
    }

    /**
     * A killed Rotina leaves its database running; it is told to stop before the next one starts.
     */
    private static void stopOrphan(Path rows) throws IOException {
        Path pidFile = rows.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(EmbeddedPostgresServer::isPostgres)
                .ifPresent(EmbeddedPostgresServer::stop);
        Files.deleteIfExists(pidFile);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(command -> command.contains("postgres")).isPresent();
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(RECOVERY.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("process " + process.pid() + " does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String password(Path home) throws IOException {
        Path file = home.resolve("password");
        if (!Files.exists(file)) {
            Files.writeString(DataFolder.privateFile(file), Secrets.token());
        }
        return Files.readString(file);
    }

    private static EmbeddedPostgres launch(Path home, String password, int connections)
            throws IOException {
        Redirect log = Redirect.appendTo(home.resolve("server.log").toFile());
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(home.resolve("program").toFile())
                .setDataDirectory(home.resolve("rows"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(RECOVERY)
                .setConnectConfig("password", password)
                .setLocaleConfig("locale", "C")
                // the library starts it without fsync, as tests like it; goals must not be lost
                .setServerConfig("fsync", "on")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", Integer.toString(connections))
                .setServerConfig("shared_buffers", "32MB")
                .setServerConfig("jit", "off")
                .setErrorRedirector(log)
                .setOutputRedirector(log)
                .start();
    }

    /**
     * The library lets everyone on the machine in; after the first start nobody without password.
     */
    private void requirePassword(Path rows) throws SQLException, IOException {
        Path rules = rows.resolve("pg_hba.conf");
        if (Files.readString(rules).equals(HOST_RULES)) {
            return;
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter user postgres password '" + password + "'");
            Files.writeString(rules, HOST_RULES);
            statement.execute("select pg_reload_conf()");
        }
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}

package app.rotina.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedPostgresServerTest {

    private final Path folder = StateForTests.lastingFolder();

    @Test
    void keepsItsRowsOverARestart() {
        try (StateDatabase first = open()) {
            new Stores(StateForTests.client(first)).add(StateForTests.store("kept"));
        }
        try (StateDatabase second = open()) {
            assertThat(new Stores(StateForTests.client(second)).of("kept").id()).isEqualTo("kept");
            assertThat(setting(second, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void stopsAnOrphanAndStartsAfterAKill() throws Exception {
        assertThat(run(Killed.class)).isEqualTo(Killed.CODE);
        ProcessHandle orphan = postmaster().orElseThrow();
        try (StateDatabase next = open()) {
            assertThat(new Stores(StateForTests.client(next)).of("saved").id()).isEqualTo("saved");
            assertThat(orphan.isAlive()).isFalse();
        }
    }

    @Test
    void recoversFromAStalePidFile() throws Exception {
        try (StateDatabase first = open()) {
            assertThat(setting(first, "fsync")).isEqualTo("on");
        }
        Files.writeString(folder.resolve("postgres/rows/postmaster.pid"), "1\n/nowhere\n");
        try (StateDatabase next = open()) {
            assertThat(setting(next, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(new DataFolder(folder))) {
            JdbcClient stranger = JdbcClient.create(new DriverManagerDataSource(server.url()));
            assertThatThrownBy(() -> stranger.sql("select 1").query(Integer.class).single())
                    .hasRootCauseInstanceOf(PSQLException.class);
        }
    }

    @Test
    void saysInOneSentenceThatAnExternalDatabaseIsDown() {
        assertThatThrownBy(() ->
                        StateDatabase.open(
                                new DataFolder(folder), "jdbc:postgresql://127.0.0.1:1/nothing"))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.STATE_DATABASE_DOWN));
    }

    @Test
    void givesTheFolderToOneOwnerAtATime() {
        DataFolder data = new DataFolder(folder);
        try (FolderLock lock = FolderLock.take(data)) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> FolderLock.take(data))
                    .isInstanceOf(RotinaException.class)
                    .hasMessageContaining(folder.toString());
        }
        FolderLock.take(data).close();
    }

    /** A process that is killed right after it saved something: it closes nothing. */
    static final class Killed {
        static final int CODE = 137;

        public static void main(String[] args) {
            StateDatabase database = StateDatabase.open(new DataFolder(Path.of(args[0])), null);
            new Stores(StateForTests.client(database)).add(StateForTests.store("saved"));
            Runtime.getRuntime().halt(CODE);
        }
    }

    private int run(Class<?> program) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start()
                .waitFor();
    }

    private StateDatabase open() {
        return StateDatabase.open(new DataFolder(folder), null);
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        Path pid = folder.resolve("postgres/rows/postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()));
    }

    private static String setting(StateDatabase database, String name) {
        return StateForTests.client(database)
                .sql("select current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }
}

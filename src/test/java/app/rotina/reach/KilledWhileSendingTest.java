package app.rotina.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.rotina.Rotina;
import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Store;
import app.rotina.state.StateDatabase;
import app.rotina.state.StateForTests;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A server of its own process that is killed again and again while it sends. The system property
 * {@code rotina.kills} says how often.
 */
class KilledWhileSendingTest {
    private static final Logger LOG = LoggerFactory.getLogger(KilledWhileSendingTest.class);
    private static final int KILLS = Integer.getInteger("rotina.kills", 20);
    private static final int READERS_PER_KILL = 40;
    private static final int LONGEST_MILLIS = 1200;

    @TempDir Path files;
    private final Path folder = StateForTests.lastingFolder();
    private final String state = StateForTests.newDatabase();
    private final Random random = new Random(20260309);
    private final AtomicInteger slowness = new AtomicInteger(25);
    private final SmtpForTests mail =
            new SmtpForTests(null, () -> slowness.get() == 0 ? 0 : random.nextInt(slowness.get()));

    @Test
    @DisplayName("a server killed at random moments sends no digest twice and loses none silently")
    void sendsNoneTwiceAndLosesNone() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "skipped: no signals to send here");
        int readers = READERS_PER_KILL * KILLS + 20;
        try (StateDatabase database = StateDatabase.open(new DataFolder(folder), state)) {
            JdbcClient jdbc = StateForTests.client(database);
            fill(jdbc, readers);
            for (int i = 0; i < KILLS && open(jdbc) > 0; i++) {
                killWhileItSends();
            }
            slowness.set(0);
            Process last = serve();
            waitFor(() -> open(jdbc) == 0 && count(jdbc, "true") == readers, last);
            last.destroy();
            last.waitFor(60, TimeUnit.SECONDS);
            check(jdbc, readers);
        }
    }

    private void check(JdbcClient jdbc, int readers) {
        Map<String, Long> arrived =
                mail.taken().stream()
                        .collect(
                                Collectors.groupingBy(
                                        SmtpForTests.Taken::to, Collectors.counting()));
        List<String> sent = readers(jdbc, "SENT");
        List<String> unknown = readers(jdbc, "UNKNOWN");
        LOG.warn(
                "{} kills, {} readers: {} sent, {} not known, of whom {} got it",
                KILLS,
                readers,
                sent.size(),
                unknown.size(),
                unknown.stream().filter(arrived::containsKey).count());
        assertThat(arrived.values()).as("nobody got it twice").allMatch(times -> times == 1);
        assertThat(arrived.keySet()).as("what was confirmed arrived").containsAll(sent);
        assertThat(sent.size() + unknown.size()).as("nobody was forgotten").isEqualTo(readers);
    }

    private void fill(JdbcClient jdbc, int readers) {
        Store store = StateForTests.store("ipe");
        StateForTests.add(jdbc, store);
        jdbc.sql(
                        """
                        insert into person (email, name, password, locale)
                        select 'reader' || n || '@example.org', 'Reader ' || n, '-', 'pt-BR' from generate_series(1, ?) n
                        """)
                .param(readers)
                .update();
        jdbc.sql(
                        "insert into membership (person, store, job) select id, 'ipe', 'adviser'"
                                + " from person")
                .update();
        jdbc.sql("insert into reach_choice select id, 'ipe', true, false from person").update();
        jdbc.sql(
                        "insert into store_setting values ('ipe', 'digest_hour', '00:00'), ('ipe',"
                                + " 'quiet_from', '00:00'), ('ipe', 'quiet_to', '00:00')")
                .update();
        jdbc.sql(
                        "insert into check_result (store, check_id, day, outcome, content,"
                                + " looked_at) select 'ipe', 'checkout', ?::date + n, 'PASS', '{}',"
                                + " now() from generate_series(-1, 1) n")
                .param(LocalDate.now(store.zone()).minusDays(1))
                .update();
        Map.of(
                        "mail.host", "localhost",
                        "mail.port", String.valueOf(mail.port()),
                        "mail.security", "NONE",
                        "mail.user", "",
                        "mail.from", "rotina@example.com",
                        "mail.name", "Rotina")
                .forEach((name, value) ->
                        jdbc.sql("insert into installation_setting (name, value) values (?, ?)")
                                .params(name, value)
                                .update());
    }

    private void killWhileItSends() throws Exception {
        int before = mail.callers();
        Process server = serve();
        waitFor(() -> mail.callers() > before, server);
        Thread.sleep(random.nextInt(LONGEST_MILLIS));
        new ProcessBuilder("/bin/kill", "-KILL", String.valueOf(server.pid())).start().waitFor();
        assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private Process serve() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Drotina.reach.begin=PT0S",
                        "-Drotina.reach.every=PT1S",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Rotina.class.getName(),
                        "serve",
                        "--port=" + freePort(),
                        "--data=" + folder));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put(StateDatabase.URL_VARIABLE, state);
        File log = files.resolve("log.txt").toFile();
        return process.redirectErrorStream(true).redirectOutput(log).start();
    }

    private void waitFor(BooleanSupplier done, Process server) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(server.isAlive()).as(Files.readString(files.resolve("log.txt"))).isTrue();
            assertThat(System.nanoTime()).as("it took too long").isLessThan(end);
            Thread.sleep(20);
        }
    }

    /** How many messages are still to be sent; before the first server began: one. */
    private static int open(JdbcClient jdbc) {
        return count(jdbc, "state in ('WAITING', 'CLAIMED')") + (count(jdbc, "true") == 0 ? 1 : 0);
    }

    private static int count(JdbcClient jdbc, String where) {
        return jdbc.sql("select count(*) from outbox where " + where).query(Integer.class).single();
    }

    private static List<String> readers(JdbcClient jdbc, String state) {
        return jdbc.sql(
                        "select email from outbox join person on person.id = outbox.person where"
                                + " state = ?")
                .param(state)
                .query((row, number) -> row.getString("email"))
                .list();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

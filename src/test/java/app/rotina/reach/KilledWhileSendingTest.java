package app.rotina.reach;

import static app.rotina.KilledServer.KILLS;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.KilledServer;
import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Store;
import app.rotina.state.StateDatabase;
import app.rotina.state.StateForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server of its own process that is killed again and again while it sends. */
class KilledWhileSendingTest {
    private static final Logger LOG = LoggerFactory.getLogger(KilledWhileSendingTest.class);
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
        int readers = READERS_PER_KILL * KILLS + 20;
        try (StateDatabase database = StateDatabase.open(new DataFolder(folder), state)) {
            JdbcClient jdbc = StateForTests.client(database);
            fill(jdbc, readers);
            for (int i = 0; i < KILLS && open(jdbc) > 0; i++) {
                killWhileItSends();
            }
            slowness.set(0);
            KilledServer last = serve();
            last.await(() -> open(jdbc) == 0 && count(jdbc, "true") == readers);
            last.stop();
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
        KilledServer server = serve();
        server.await(() -> mail.callers() > before);
        server.killAfter(random.nextInt(LONGEST_MILLIS));
        server.awaitDeath();
    }

    private KilledServer serve() throws IOException {
        return KilledServer.start(
                new KilledServer.On(
                        folder,
                        state,
                        files.resolve("log.txt"),
                        List.of("-Drotina.reach.begin=PT0S", "-Drotina.reach.every=PT1S")));
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
}

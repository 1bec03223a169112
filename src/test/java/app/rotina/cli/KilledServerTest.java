package app.rotina.cli;

import static app.rotina.KilledServer.KILLS;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.KilledServer;
import app.rotina.state.StateForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/**
 * A server that is killed at random moments while people work on tasks: whatever it had said yes to
 * is there afterwards, whole, and nothing is there by halves.
 */
class KilledServerTest {
    private static final long SEED = Long.getLong("rotina.seed", 4711);

    @TempDir private static Path logs;

    private final Path folder = StateForTests.lastingFolder();
    private final String state = StateForTests.newDatabase();
    private final Random random = new Random(SEED);

    /** What the server said yes to: what each task is called, and whether it is done. */
    private final Map<Long, String> promised = new TreeMap<>();

    private final List<Long> done = new ArrayList<>();
    private final Map<Long, Integer> comments = new TreeMap<>();

    @Test
    void losesNoTaskHoweverOftenItIsKilled() throws Exception {
        int cutShort = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            KilledServer server =
                    KilledServer.start(
                            new KilledServer.On(
                                    folder, state, logs.resolve(kill + ".txt"), List.of()));
            server.address();
            if (kill == 0) {
                server.call("POST", "/api/stores", STORE);
            }
            work(server);
            server.killAfter(30 + random.nextInt(400));
            cutShort += workUntilItDies(server) ? 1 : 0;
            server.awaitDeath();
            assertNothingIsLost();
        }
        assertThat(cutShort).as("requests that a kill cut short").isPositive();
        assertThat(promised).hasSizeGreaterThanOrEqualTo(KILLS);
    }

    private static final String STORE =
            """
            {"id": "ipe", "name": "Loja Ipê", "zone": "America/Sao_Paulo", "currency": "BRL", "locale": "pt-BR"}\
            """;

    /** True where it died in the middle of a request. */
    private boolean workUntilItDies(KilledServer server) throws InterruptedException {
        try {
            while (true) {
                work(server);
            }
        } catch (IOException e) {
            return true;
        }
    }

    private void work(KilledServer server) throws IOException, InterruptedException {
        String title = "Tarefa %d <b>".formatted(random.nextInt(1_000_000));
        JsonNode added =
                server.call(
                        "POST",
                        "/api/stores/ipe/tasks",
                        "{\"title\": \"%s\", \"job\": \"design\"}".formatted(title));
        long id = added.path("id").asLong();
        promised.put(id, title);
        String task = "/api/stores/ipe/tasks/" + id;
        for (int n = 0; n < random.nextInt(3); n++) {
            server.call("POST", task + "/comments", "{\"text\": \"Anotado\"}");
            comments.merge(id, 1, Integer::sum);
        }
        if (random.nextBoolean()) {
            server.call("POST", task + "/done", "{}");
            done.add(id);
        }
    }

    private void assertNothingIsLost() {
        JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(state));
        Map<Long, String> kept = new TreeMap<>();
        jdbc.sql("select id, title from task")
                .query(row -> {
                    kept.put(row.getLong("id"), row.getString("title"));
                });
        assertThat(kept).containsAllEntriesOf(promised);
        assertThat(jdbc.sql("select id from task where state = 'DONE'").query(Long.class).list())
                .containsAll(done);
        comments.forEach((task, least) ->
                assertThat(count(jdbc, "task_comment where task = " + task))
                        .isGreaterThanOrEqualTo(least));
        assertThat(count(jdbc, "task t where not exists (" + logged("OPENED") + ")")).isZero();
        assertThat(
                        count(
                                jdbc,
                                "task t where state = 'DONE' and not exists ("
                                        + logged("STATE")
                                        + ")"))
                .isZero();
        assertThat(count(jdbc, "task_comment"))
                .isEqualTo(count(jdbc, "task_change where what = 'COMMENT'"));
    }

    private static String logged(String what) {
        return "select 1 from task_change c where c.task = t.id and c.what = '" + what + "'";
    }

    private static long count(JdbcClient jdbc, String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }
}

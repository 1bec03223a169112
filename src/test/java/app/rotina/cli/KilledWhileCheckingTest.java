package app.rotina.cli;

import static app.rotina.KilledServer.KILLS;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.KilledServer;
import app.rotina.state.StateForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A server that is killed at random moments while it goes through checks: a day is gone through
 * whole or not at all, and what is wrong all the time is one task, whatever was run again.
 */
class KilledWhileCheckingTest {
    private static final LocalDate FIRST = LocalDate.parse("2025-06-01");
    private static final int DAYS = 280;

    @TempDir private static Path files;

    private final Path folder = StateForTests.lastingFolder();
    private final String state = StateForTests.newDatabase();
    private final Random random = new Random(Long.getLong("rotina.seed", 4711));
    private final Set<LocalDate> promised = new TreeSet<>();

    @Test
    void runsNoCheckTwiceHoweverOftenItIsKilled() throws Exception {
        int cutShort = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            KilledServer server =
                    KilledServer.start(
                            new KilledServer.On(
                                    folder, state, files.resolve(kill + ".txt"), List.of()));
            server.address();
            if (kill == 0) {
                fill(server);
            }
            check(server);
            server.killAfter(random.nextInt(600));
            cutShort += checkUntilItDies(server) ? 1 : 0;
            server.awaitDeath();
            assertEachIsThereOnce();
        }
        assertThat(cutShort).as("requests that a kill cut short").isPositive();
        assertThat(promised).hasSizeGreaterThanOrEqualTo(KILLS);
    }

    /** A shop one of whose best sellers is out of stock all the time. */
    private void fill(KilledServer server) throws IOException, InterruptedException {
        server.call(
                "POST",
                "/api/stores",
                """
                {"id": "ipe", "name": "Loja Ipê", "zone": "America/Sao_Paulo", "currency": "BRL", "locale": "pt-BR"}\
                """);
        Path products =
                Files.writeString(
                        files.resolve("products.csv"),
                        """
                        sku,product,product_name,category,size,colour,cost,hero
                        SAIA-M,Saia,Saia,Saias,M,azul,40.00,primary
                        SAIA-P,Saia,Saia,Saias,P,azul,40.00,primary
                        """);
        StringBuilder stock = new StringBuilder("day,sku,on_hand\n");
        for (int n = 0; n < DAYS; n++) {
            stock.append("%1$s,SAIA-M,0\n%1$s,SAIA-P,9\n".formatted(FIRST.plusDays(n)));
        }
        Path days = Files.writeString(files.resolve("stock.csv"), stock);
        TerminalForTests.Run taken =
                TerminalForTests.raw(
                        "import", "ipe", products.toString(), days.toString(), "--data=" + folder);
        assertThat(taken.exit()).as(taken.err()).isZero();
    }

    /** True where it died in the middle of a request. */
    private boolean checkUntilItDies(KilledServer server) throws InterruptedException {
        try {
            while (true) {
                check(server);
            }
        } catch (IOException e) {
            return true;
        }
    }

    private void check(KilledServer server) throws IOException, InterruptedException {
        LocalDate day = FIRST.plusDays(Math.min(promised.size(), DAYS - 1));
        server.call("POST", "/api/stores/ipe/checks/" + day, "");
        promised.add(day);
    }

    private void assertEachIsThereOnce() {
        JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(state));
        Map<LocalDate, Integer> kept = new TreeMap<>();
        jdbc.sql("select day, count(*) as checks from check_result group by day")
                .query(row -> {
                    kept.put(row.getObject("day", LocalDate.class), row.getInt("checks"));
                });
        assertThat(kept.keySet()).containsAll(promised);
        assertThat(new TreeSet<>(kept.values())).as("no day by halves").hasSizeLessThanOrEqualTo(1);
        assertThat(count(jdbc, "task where check_id = 'hero_sizes'")).isEqualTo(1);
        assertThat(count(jdbc, "task_change")).isEqualTo(count(jdbc, "task"));
    }

    private static long count(JdbcClient jdbc, String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }
}

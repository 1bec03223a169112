package app.rotina.cli;

import static app.rotina.cli.TerminalForTests.with;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.cli.TerminalForTests.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Goals from the command line: of a shop that sold 100 a day in the first ten days of April. */
class GoalCommandTest {
    private static ServerForTests server;

    @TempDir private static Path files;

    @BeforeAll
    static void start() throws IOException {
        server = new ServerForTests();
        server.server().announce();
        for (String store : new String[] {"goals", "empty"}) {
            run(
                    "store",
                    "add",
                    store,
                    "--name",
                    "Shop",
                    "--zone",
                    "America/Sao_Paulo",
                    "--currency",
                    "BRL",
                    "--locale",
                    "pt-BR");
        }
        StringBuilder orders = new StringBuilder("order_id,placed_at,status,channel\n");
        StringBuilder lines =
                new StringBuilder("line_id,order_id,sku,product_name,quantity,gross,amount\n");
        for (int day = 1; day <= 10; day++) {
            orders.append("%1$d,2026-04-%1$02dT10:00:00,,chat\n".formatted(day));
            lines.append("%1$d,%1$d,A,Saia,1,100,100\n".formatted(day));
        }
        Path one = Files.writeString(files.resolve("orders.csv"), orders);
        Path two = Files.writeString(files.resolve("lines.csv"), lines);
        assertThat(run("import", "goals", one.toString(), two.toString()).exit()).isZero();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void suggestsAFirstGoalAndTakesIt() {
        JsonNode none = goal("--month", "2026-05").json();
        assertThat(none.path("value").isNull()).isTrue();
        JsonNode suggestion = none.path("suggestion");
        assertThat(suggestion.path("method").asString()).isEqualTo("run_rate");
        assertThat(suggestion.path("brought").asString()).isEqualTo("1000.00");
        assertThat(suggestion.path("days").asInt()).isEqualTo(10);
        assertThat(raw("goal", "goals", "--month", "2026-05", "--lang", "pt-BR").out())
                .contains("Sugestão: R$", "Os últimos 10 dias renderam R$");
        JsonNode taken = goal("--month", "2026-05", "--suggested").json();
        assertThat(taken.path("metric").asString()).isEqualTo("net_revenue");
        assertThat(taken.path("value")).isEqualTo(suggestion.path("value"));
        assertThat(goal("--month", "2026-05").json()).isEqualTo(taken);
        assertThat(goal("--month", "2026-05", "--remove").exit()).isZero();
        assertThat(goal("--month", "2026-05").json().path("value").isNull()).isTrue();
    }

    @Test
    void suggestsNothingWhereNothingIsKnown() {
        JsonNode none = run("goal", "empty", "--month", "2026-05").json();
        assertThat(none.path("suggestion").path("value").isNull()).isTrue();
        assertThat(run("goal", "empty", "--month", "2026-05", "--suggested").exit()).isEqualTo(2);
    }

    @Test
    void setsGoalsOfChannelsThatTheCloseShows() {
        goal("--month", "2026-04", "--value", "3000");
        JsonNode chat = goal("--month", "2026-04", "--channel", "chat", "--value", "2000").json();
        assertThat(chat.path("channel").asString()).isEqualTo("chat");
        goal("--month", "2026-04", "--channel", "chat", "--day", "2026-04-09", "--value", "70");
        JsonNode close = run("close", "goals", "--date", "2026-04-09").json();
        JsonNode line = close.path("channels").path(0);
        assertThat(line.path("channel").asString()).isEqualTo("chat");
        assertThat(line.path("target").asString()).isEqualTo("70.00");
        assertThat(line.path("gap").asString()).isEqualTo("30.00");
        assertThat(close.path("channels").path(1).path("channel").asString())
                .isEqualTo("(remainder)");
        assertThat(close.path("month").path("required_tomorrow").isNull()).isFalse();
        assertThat(raw("close", "goals", "--date", "2026-04-09", "--lang", "en").out())
                .contains("Net revenue · Chat", "Not split by channel");
        assertThat(goal("--month", "2026-04", "--channel", "fax", "--value", "1").exit())
                .isEqualTo(2);
    }

    @Test
    void keepsARateForEveryDay() {
        JsonNode rate =
                goal("--month", "2026-06", "--metric", "conversion_rate", "--value", "0.0185")
                        .json();
        assertThat(rate.path("value").asString()).isEqualTo("0.0185");
        assertThat(rate.path("days").isEmpty()).isTrue();
        assertThat(goal("--month", "2026-06", "--metric", "no_such", "--value", "1").exit())
                .isEqualTo(2);
    }

    private static Run goal(String... arguments) {
        return run(
                Stream.concat(Stream.of("goal", "goals"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private static Run run(String... arguments) {
        return raw(with(arguments, "--json"));
    }

    private static Run raw(String... arguments) {
        return TerminalForTests.raw(with(arguments, "--data", server.folder()));
    }
}

package app.rotina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.Rotina;
import app.rotina.api.ServerForTests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Actions from the command line: in a shop of four channels, of which chat doubled in March. */
class ActionCommandTest {
    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");

    private static ServerForTests server;

    @TempDir private static Path files;

    private record Run(int exit, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    @BeforeAll
    static void start() throws IOException {
        server = new ServerForTests();
        server.server().announce();
        run(
                "store",
                "add",
                "acts",
                "--name",
                "Shop",
                "--zone",
                "America/Sao_Paulo",
                "--currency",
                "BRL",
                "--locale",
                "pt-BR");
        StringBuilder orders = new StringBuilder("order_id,placed_at,status,channel\n");
        StringBuilder lines =
                new StringBuilder("line_id,order_id,sku,product_name,quantity,gross,amount\n");
        for (int day = -100; day < 10; day++) {
            for (String channel : List.of("chat", "site", "social", "phone")) {
                String id = day + channel;
                int amount =
                        (channel.equals("chat") && day >= 0 ? 200 : 100)
                                + Math.floorMod(day * 7 + channel.hashCode(), 11);
                orders.append("%s,%sT10:00:00,,%s\n".formatted(id, MARCH.plusDays(day), channel));
                lines.append("%1$s,%1$s,A,Saia,1,%2$d,%2$d\n".formatted(id, amount));
            }
        }
        Path one = Files.writeString(files.resolve("orders.csv"), orders);
        Path two = Files.writeString(files.resolve("lines.csv"), lines);
        assertThat(run("import", "acts", one.toString(), two.toString()).exit).isZero();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void recordsAnActionJudgesItAndForgetsIt() {
        Run added = add("--where=channel=chat", "--json");
        assertThat(added.exit).as(added.err).isZero();
        String id = added.json().path("id").asString();
        JsonNode effect = effect(id, "--json").json();
        assertThat(effect.path("verdict").asString()).isEqualTo("worked");
        assertThat(effect.path("method").asString()).isEqualTo("control_group");
        assertThat(Double.parseDouble(effect.path("effect").asString())).isBetween(80.0, 120.0);
        assertThat(effect.path("control").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("site", "social", "phone");
        assertThat(effect.path("window").path("days").asInt()).isEqualTo(10);
        assertThat(effect(id).out).contains("Funcionou: Receita captada").contains("Em 10 dias");
        assertThat(run("action", "list", "acts").out).contains("Frete grátis");
        assertThat(run("action", "remove", "acts", id).exit).isZero();
        assertThat(effect(id).exit).isEqualTo(2);
    }

    @Test
    void saysLaterThatItEndedAndTakesThatBack() {
        Run added = add("--where=channel=chat", "--time=14:30", "--json");
        String id = added.json().path("id").asString();
        assertThat(run("action", "list", "acts").out).contains("2026-03-01 14:30");

        Run ended = run("action", "end", "acts", id, "--to=2026-03-05", "--reason=", "--json");
        assertThat(ended.exit).as(ended.err).isZero();
        assertThat(ended.json().path("action").path("to").asString()).isEqualTo("2026-03-05");
        assertThat(effect(id, "--json").json().path("window").path("days").asInt()).isEqualTo(5);
        String first = ended.json().path("change").asString();
        String second = change(id, "--became=R$ 0");
        assertThat(run("action", "undo", "acts", id, "--change=" + first).exit).isEqualTo(2);
        assertThat(run("action", "undo", "acts", id, "--change=" + second).exit).isZero();
        assertThat(run("action", "undo", "acts", id, "--change=" + second).exit).isEqualTo(2);
        Run back = run("action", "undo", "acts", id, "--change=" + first, "--json");
        assertThat(back.json().path("to").isNull()).isTrue();
        assertThat(back.json().path("became").asString()).isEmpty();
        assertThat(back.json().path("time").asString()).startsWith("14:30");
        assertThat(effect(id, "--json").json().path("window").path("days").asInt()).isEqualTo(10);
        assertThat(run("action", "remove", "acts", id).exit).isZero();
    }

    @Test
    void keepsAnActionThatCouldNotGoSo() {
        String id = add("--kind=price", "--was=99.90", "--json").json().path("id").asString();
        assertThat(run("action", "end", "acts", id, "--to=2026-02-28").exit).isEqualTo(2);
        assertThat(run("action", "end", "acts", id, "--to=soon").exit).isEqualTo(2);
        assertThat(run("action", "change", "acts", id, "--became=cheap").exit).isEqualTo(2);
        assertThat(change(id)).isEqualTo("0");
        assertThat(run("action", "remove", "acts", id).exit).isZero();
        assertThat(run("action", "end", "acts", id, "--to=2026-03-05").exit).isEqualTo(2);
    }

    private static String change(String id, String... options) {
        String[] all = {"action", "change", "acts", id, "--json"};
        Run run = run(Stream.concat(Stream.of(all), Stream.of(options)).toArray(String[]::new));
        return run.json().path("change").asString();
    }

    @Test
    void refusesAPartThatDoesNotOccur() {
        Run run = add("--where=channel=marketplace");
        assertThat(run.exit).isEqualTo(2);
        assertThat(run.err).contains("channel=marketplace");
    }

    @Test
    void saysThatNothingIsRecorded() {
        run("store", "add", "idle", "--name=S", "--zone=UTC", "--currency=BRL", "--locale=en");
        assertThat(run("action", "list", "idle").out).contains("No action is recorded yet.");
    }

    private static Run add(String... options) {
        String[] all = {
            "action",
            "add",
            "acts",
            "--name=Frete grátis",
            "--metric=placed_revenue",
            "--from=2026-03-01"
        };
        return run(Stream.concat(Stream.of(all), Stream.of(options)).toArray(String[]::new));
    }

    private static Run effect(String id, String... options) {
        String[] all = {"effect", "acts", "--action=" + id, "--as-of=2026-03-10"};
        return run(Stream.concat(Stream.of(all), Stream.of(options)).toArray(String[]::new));
    }

    private static Run run(String... arguments) {
        return started(Stream.concat(Stream.of("--data", server.folder()), Stream.of(arguments)));
    }

    private static Run started(Stream<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new PrintStream(out), new PrintStream(err), false);
        int exit = CommandLineRun.of(terminal, Rotina.class, arguments.toArray(String[]::new));
        return new Run(
                exit,
                out.toString(StandardCharsets.UTF_8).strip(),
                err.toString(StandardCharsets.UTF_8).strip());
    }
}

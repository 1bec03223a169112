package app.rotina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.kernel.Store;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks that look at stock and goals, from imported rows to the task: a shop that sells ten skirts
 * a day has two left in one of two sizes, and goals that are twice what it sells.
 */
class JudgedTasksTest {
    private static final LocalDate LAST = LocalDate.parse("2026-03-15");
    private static final int DAYS = 280;
    private static final int A_DAY = 10;

    @TempDir private static Path files;
    private static ServerForTests server;

    @BeforeAll
    static void sell() throws IOException {
        server = new ServerForTests();
        server.server().announce();
        server.bean(Stores.class).add(store());
        run("import", "loja", sales().toString(), lines().toString());
        run("import", "loja", products().toString(), stock().toString());
        goal("60000");
        goal("30000", "--channel=chat");
    }

    private static Store store() {
        return StateForTests.store("loja");
    }

    private static Path sales() throws IOException {
        StringBuilder orders = new StringBuilder("order_id,placed_at,status,channel\n");
        for (int order = 0; order < DAYS * A_DAY; order++) {
            orders.append(
                    "%d,%sT10:00:00,,%s\n"
                            .formatted(
                                    order,
                                    LAST.minusDays(order / A_DAY),
                                    order % 2 == 0 ? "chat" : "site"));
        }
        return Files.writeString(files.resolve("orders.csv"), orders);
    }

    private static Path lines() throws IOException {
        StringBuilder lines =
                new StringBuilder("line_id,order_id,sku,product_name,quantity,amount\n");
        for (int order = 0; order < DAYS * A_DAY; order++) {
            String size = order % 4 < 2 ? "M" : "P";
            lines.append("%1$d,%1$d,SAIA-%2$s,Saia,1,100\n".formatted(order, size));
        }
        return Files.writeString(files.resolve("lines.csv"), lines);
    }

    private static Path products() throws IOException {
        return Files.writeString(
                files.resolve("products.csv"),
                """
                sku,product,product_name,category,size,colour,cost,hero
                SAIA-M,Saia,Saia,Saias,M,azul,40.00,none
                SAIA-P,Saia,Saia,Saias,P,azul,40.00,none
                """);
    }

    /** A week before the last day both sizes are there. */
    private static Path stock() throws IOException {
        LocalDate before = LAST.minusDays(7);
        return Files.writeString(
                files.resolve("stock.csv"),
                """
                day,sku,on_hand
                %1$s,SAIA-M,90
                %1$s,SAIA-P,90
                %2$s,SAIA-M,2
                %2$s,SAIA-P,0
                """
                        .formatted(before, LAST));
    }

    private static void goal(String value, String... channel) {
        String[] goal =
                TerminalForTests.with(
                        new String[] {"goal", "loja", "--metric=net_revenue", "--month=2026-03"},
                        "--value=" + value);
        run(channel.length == 0 ? goal : TerminalForTests.with(goal, channel[0]));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void namesWhatRunsOutAndWhoseSizesAreGone() {
        JsonNode found = checked("weekly");
        JsonNode cover = finding(found, "stock_cover");
        assertThat(cover.path("where").path("product").asString()).isEqualTo("Saia");
        assertThat(cover.path("value").asInt()).isEqualTo(2);
        assertThat(cover.path("usual").asInt()).as("a week's demand").isBetween(60, 80);
        assertThat(cover.path("stake").asDouble()).isPositive();
        JsonNode grade = finding(found, "stock_grade");
        assertThat(grade.path("value").asInt()).isEqualTo(1);
        assertThat(grade.path("usual").asInt()).isZero();
        assertThat(grade.path("stake").asDouble()).as("454 small ones in 91 days").isEqualTo(498.9);
        assertOneTask("stock_cover", "purchasing");
        assertOneTask("stock_grade", "purchasing");
    }

    @Test
    void namesTheGoalsThatAreMoreLikelyMissed() {
        JsonNode found = checked("fortnightly");
        JsonNode whole = finding(found, "projection");
        assertThat(whole.path("value").asDouble()).isBetween(25_000., 40_000.);
        assertThat(whole.path("usual").asDouble()).isEqualTo(60_000);
        assertThat(whole.path("stake").asDouble()).as("of each day that is left").isPositive();
        JsonNode chat = finding(found, "channel_goal");
        assertThat(chat.path("where").path("channel").asString()).isEqualTo("chat");
        assertThat(chat.path("usual").asDouble()).isEqualTo(30_000);
        assertOneTask("projection", "owner");
        assertOneTask("channel_goal", "marketing");
    }

    @Test
    void refusesToSayAnewWhatDataFound() {
        checked("weekly");
        run("check", "loja", "--cadence=weekly", "--date=" + LAST);
        JsonNode tasks = JsonMapper.shared().readTree(run("tasks", "loja", "--json"));
        String task = tasks.path(0).path("id").asString();
        for (String anew : List.of("--stake=1", "--title=Other")) {
            TerminalForTests.Run refused =
                    TerminalForTests.raw(
                            new String[] {
                                "task", "assign", "loja", task, anew, "--data=" + server.folder()
                            });
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.err()).contains(task);
        }
        run("task", "assign", "loja", task, "--due=2026-04-01");
    }

    private static JsonNode checked(String cadence) {
        return JsonMapper.shared()
                .readTree(run("check", "loja", "--cadence=" + cadence, "--date=" + LAST, "--json"));
    }

    private static JsonNode finding(JsonNode results, String check) {
        List<JsonNode> found =
                results.valueStream()
                        .filter(one -> one.path("id").asString().equals(check))
                        .flatMap(one -> one.path("findings").valueStream())
                        .toList();
        assertThat(found).as("%s", results).hasSize(1);
        return found.getFirst();
    }

    /** However often it is gone through. */
    private static void assertOneTask(String check, String job) {
        run("check", "loja", "--cadence=weekly", "--date=" + LAST);
        run("check", "loja", "--cadence=fortnightly", "--date=" + LAST);
        JsonNode tasks = JsonMapper.shared().readTree(run("tasks", "loja", "--json"));
        assertThat(tasks.valueStream().filter(task -> task.toString().contains('"' + check + '"')))
                .singleElement()
                .satisfies(task -> assertThat(task.path("job").asString()).isEqualTo(job));
    }

    private static String run(String... arguments) {
        TerminalForTests.Run run =
                TerminalForTests.raw(TerminalForTests.with(arguments, "--data=" + server.folder()));
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out();
    }
}

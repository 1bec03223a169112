package app.rotina.cli;

import static app.rotina.cli.TerminalForTests.raw;
import static app.rotina.cli.TerminalForTests.with;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.cli.TerminalForTests.Run;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What made a day, and what the month will come to, of a shop that lost its chat for a day. */
class OutlookCommandsTest {
    private static final LocalDate LAST = LocalDate.parse("2026-04-16");
    private static final int DAYS = 300;
    private static final int ORDERS = 30;

    private static ServerForTests server;

    @TempDir private static Path files;

    @BeforeAll
    static void start() throws IOException {
        server = new ServerForTests();
        server.server().announce();
        run(
                "store",
                "add",
                "shop",
                "--name=Shop",
                "--zone=America/Sao_Paulo",
                "--currency=BRL",
                "--locale=pt-BR");
        StringBuilder orders = new StringBuilder("order_id,placed_at,status,channel\n");
        StringBuilder lines =
                new StringBuilder("line_id,order_id,sku,product_name,quantity,amount\n");
        for (int day = 0; day < DAYS; day++) {
            for (int n = 0; n < ORDERS; n++) {
                boolean chat = n % 3 == 0;
                if (chat && day == 0) {
                    continue;
                }
                int id = ORDERS * day + n;
                LocalDate date = LAST.minusDays(day);
                orders.append("%d,%sT10:00:00,,%s\n".formatted(id, date, chat ? "chat" : "site"));
                lines.append(
                        "%1$d,%1$d,A,Saia,1,%2$d\n".formatted(id, 90 + (7 * day + 11 * n) % 20));
            }
        }
        Path one = Files.writeString(files.resolve("orders.csv"), orders);
        Path two = Files.writeString(files.resolve("lines.csv"), lines);
        assertThat(run("import", "shop", one.toString(), two.toString()).exit()).isZero();
        run("goal", "shop", "--metric=net_revenue", "--month=2026-04", "--value=88000");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void projectsTheMonthAsItsCloseDoes() {
        JsonNode month = run("close", "shop", "--date=" + LAST).json().path("month");
        JsonNode outlook = run("project", "shop", "--month=2026-04", "--as-of=" + LAST).json();

        for (String figure :
                new String[] {"to_date", "goal", "projection", "low", "high", "probability"}) {
            assertThat(outlook.path(figure)).as(figure).isEqualTo(month.path(figure));
        }
        assertThat(amount(outlook, "low")).isLessThan(amount(outlook, "projection"));
        assertThat(amount(outlook, "high")).isGreaterThan(amount(outlook, "projection"));
        assertThat(amount(outlook, "probability")).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        assertThat(outlook.path("missing").isEmpty()).isTrue();
    }

    @Test
    void saysWhyAShortHistoryTellsNoRange() {
        JsonNode outlook = run("project", "shop", "--month=2025-07", "--as-of=2025-07-10").json();

        assertThat(outlook.path("low").isNull()).isTrue();
        assertThat(outlook.path("missing").path("low").asString()).isEqualTo("short_history");
        assertThat(raw(data("project", "shop", "--month=2026-04", "--lang=pt-BR")).out())
                .contains("Projeção", "Meta do mês");
    }

    @Test
    void namesTheChannelThatWentMissing() {
        JsonNode why = run("why", "shop", "--date=" + LAST).json().path("why");
        JsonNode cause = why.path("causes").path(0);

        assertThat(cause.path("where").path("channel").asString()).isEqualTo("chat");
        assertThat(amount(cause, "amount")).isNegative();
        BigDecimal sum = amount(why, "common").add(amount(why, "rest"));
        for (JsonNode each : why.path("causes")) {
            sum = sum.add(amount(each, "amount"));
        }
        assertThat(sum).isEqualByComparingTo(amount(why, "gap"));
        JsonNode close = run("close", "shop", "--date=" + LAST).json().path("why");
        assertThat(close.path("causes")).isEqualTo(why.path("causes"));
        assertThat(raw(data("why", "shop", "--date=" + LAST, "--lang=zh-CN")).out())
                .contains("聊天下单");
    }

    @Test
    void explainsDaysTogetherAndRefusesWhatDoesNotAddUp() {
        JsonNode why = run("why", "shop", "--from=2026-04-15", "--to=" + LAST).json().path("why");
        assertThat(why.path("causes").path(0).path("where").path("channel").asString())
                .isEqualTo("chat");
        assertThat(run("why", "shop", "--date=" + LAST, "--metric=average_order_value").exit())
                .isEqualTo(2);
    }

    private static BigDecimal amount(JsonNode node, String name) {
        return new BigDecimal(node.path(name).asString());
    }

    private static Run run(String... arguments) {
        return raw(data(with(arguments, "--json", "--lang=en")));
    }

    private static String[] data(String... arguments) {
        return with(arguments, "--data=" + server.folder());
    }
}

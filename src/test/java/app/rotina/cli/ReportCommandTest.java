package app.rotina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports by the command line: the same figures as the close and queries, in every form. */
class ReportCommandTest {
    private static ReportShop shop;

    @TempDir private Path folder;

    @BeforeAll
    static void open() {
        shop = new ReportShop();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void carriesTheFiguresOfTheClose() {
        JsonNode close = json("close", "shop", "--date=" + ReportShop.BAD_DAY, "--json");
        JsonNode report =
                json("report", "shop", "--kind=daily", "--date=" + ReportShop.BAD_DAY, "--json");

        assertThat(report.path("headline").path("verdict")).isEqualTo(close.path("verdict"));
        assertThat(report.path("why")).isEqualTo(close.path("why"));
        for (String figure : new String[] {"to_date", "goal", "projection", "probability"}) {
            assertThat(report.path("month").path(figure))
                    .as(figure)
                    .isEqualTo(close.path("month").path(figure));
        }
    }

    @Test
    void carriesTheFiguresOfAQuery() {
        JsonNode report = json("report", "shop", "--kind=weekly", "--format=json");
        JsonNode query =
                json(
                        "query",
                        "shop",
                        "--metrics=net_revenue",
                        "--from=2026-04-13",
                        "--to=2026-04-19",
                        "--json");

        assertThat(report.path("from").asString()).isEqualTo("2026-04-13");
        assertThat(report.path("headline").path("value"))
                .isEqualTo(query.path("total").path("net_revenue"));
        assertThat(report.path("days")).hasSize(7);
    }

    @Test
    void speaksTheStoresLanguageUnlessAsked() {
        assertThat(shop.run("report", "shop", "--kind=monthly")).contains("Relatório mensal");
        assertThat(shop.run("report", "shop", "--kind=monthly", "--lang=zh-CN")).contains("月报");
    }

    @Test
    void writesFiles() throws IOException {
        for (String format : new String[] {"pdf", "xlsx", "text", "json"}) {
            Path file = folder.resolve("report." + format);
            shop.run("report", "shop", "--kind=fortnightly", "--format=" + format, "--out=" + file);
            assertThat(file).isNotEmptyFile();
        }
        byte[] pdf = Files.readAllBytes(folder.resolve("report.pdf"));
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        String data = "--data=" + shop.server.folder();
        assertThat(TerminalForTests.raw("report", "shop", "--kind=hourly", data).err())
                .contains("daily");
        assertThat(
                        TerminalForTests.raw("report", "shop", "--kind=daily", "--format=doc", data)
                                .exit())
                .isEqualTo(2);
    }

    private static JsonNode json(String... arguments) {
        return JsonMapper.shared().readTree(shop.run(arguments));
    }
}

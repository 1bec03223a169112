package app.rotina.cli;

import static app.rotina.cli.TerminalForTests.raw;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.cli.TerminalForTests.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line against a running server, as a person or a program calls it. */
class CommandLineRunTest {
    private static ServerForTests server;

    @TempDir private static Path files;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        server.server().announce();
        assertThat(add("shop").exit()).isZero();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void takesGlobalOptionsBeforeAndAfterTheCommand() {
        Run before = raw("--data", server.folder(), "--json", "store", "list");
        Run after = raw("store", "list", "--json", "--data", server.folder());
        assertThat(before.exit()).isZero();
        assertThat(before.out()).startsWith("[{\"id\":\"shop\"").isEqualTo(after.out());
        assertThat(before.err()).isEmpty();
    }

    @Test
    void explainsMistakesInThreeLanguagesAndExitsWithTwo() {
        assertThat(raw("store", "add", "x", "--lang", "en"))
                .satisfies(run -> assertThat(run.exit()).isEqualTo(2))
                .extracting(Run::err)
                .asString()
                .startsWith("This is missing: --name --zone --currency --locale");
        assertThat(raw("nonsense", "--lang=pt-BR").err()).startsWith("Não entendi: nonsense");
        assertThat(raw("serve", "--port", "many", "--lang=zh-CN").err())
                .startsWith("--port 的值不合适：many");
        assertThat(add("shop"))
                .satisfies(run -> assertThat(run.exit()).isEqualTo(2))
                .satisfies(run -> assertThat(run.out()).isEmpty());
    }

    @Test
    void helpsInEveryLanguageWithoutAServer() {
        assertThat(raw("--help", "--lang", "en").out()).contains("Usage: rotina", "import", "demo");
        assertThat(raw("--help", "--lang", "pt-BR").out()).contains("Uso: rotina");
        assertThat(raw("import", "--help", "--lang", "zh-CN").out()).contains("把文件导入店铺");
        assertThat(raw("--version").out()).startsWith("Rotina ");
    }

    @Test
    void answersFromTheRowsItWasGiven() throws IOException {
        Path traffic = files.resolve("visits.csv");
        Files.writeString(traffic, "date,visits\n2026-03-01,120\n2026-03-02,80\n");
        Run imported = run("import", "shop", "--profile", "daily-traffic", traffic.toString());
        assertThat(imported.err()).isEmpty();
        assertThat(imported.exit()).isZero();
        assertThat(imported.out())
                .startsWith(
                        "{\"read\":2,\"inserted\":2,\"updated\":0,\"unchanged\":0,\"quarantined\":0,");
        assertThat(run("import", "shop", traffic.toString()).out())
                .startsWith("{\"read\":2,\"inserted\":0,\"updated\":0,\"unchanged\":2,");
        Run query =
                run(
                        "query",
                        "shop",
                        "--metrics",
                        "site_visits,net_revenue",
                        "--from",
                        "2026-03-01",
                        "--to",
                        "2026-03-02");
        assertThat(query.out())
                .contains("\"site_visits\":200", "\"net_revenue\":null", "\"missing\":{");
        assertThat(spool()).isEmpty();
    }

    @Test
    void closesADayWithoutDataAsNoData() {
        Run close = run("close", "shop", "--date", "2026-02-01");
        assertThat(close.exit()).isZero();
        assertThat(close.out()).contains("\"verdict\":\"no_data\"", "\"against\":");
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThat(run("import", "shop", "no-such-file.csv").exit()).isEqualTo(2);
        assertThat(
                        run(
                                        "query",
                                        "shop",
                                        "--metrics",
                                        "no_such",
                                        "--from",
                                        "2026-03-01",
                                        "--to",
                                        "2026-03-01")
                                .exit())
                .isEqualTo(2);
        assertThat(run("close", "no-such-store", "--date", "2026-03-01").exit()).isEqualTo(2);
    }

    @Test
    void leavesNothingOfAFileItDoesNotKnow() throws IOException {
        Path odd = files.resolve("odd.csv");
        Files.writeString(odd, "a,b\n1,2\n");
        Run run = run("import", "shop", odd.toString());
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("odd.csv");
        assertThat(spool()).isEmpty();
    }

    @Test
    void neverTouchesAFolderThatIsNoDemo() throws IOException {
        Path mine = Files.createDirectory(files.resolve("mine"));
        Files.writeString(mine.resolve("precious.txt"), "keep");
        assertThat(raw("demo", "--fresh", "--data", mine.toString()).exit()).isEqualTo(2);
        assertThat(mine.resolve("precious.txt")).hasContent("keep");
    }

    private static List<Path> spool() throws IOException {
        try (Stream<Path> left = Files.list(Path.of(server.folder(), "spool"))) {
            return left.toList();
        }
    }

    private static Run add(String id) {
        return run(
                "store",
                "add",
                id,
                "--name",
                "Shop",
                "--zone",
                "America/Sao_Paulo",
                "--currency",
                "BRL",
                "--locale",
                "pt-BR");
    }

    private static Run run(String... arguments) {
        return raw(
                Stream.concat(Stream.of("--json", "--data", server.folder()), Stream.of(arguments))
                        .toArray(String[]::new));
    }
}

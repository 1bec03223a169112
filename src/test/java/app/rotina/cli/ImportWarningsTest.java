package app.rotina.cli;

import static app.rotina.cli.TerminalForTests.raw;
import static app.rotina.cli.TerminalForTests.with;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.cli.TerminalForTests.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is odd about a file is told where it is taken in, and where its source is seen. */
class ImportWarningsTest {
    private static final String DAMAGED =
            "line_id,order_id,sku,product_name,quantity,amount\n1,1,C,CordÃ£o,1,5\n";

    private static ServerForTests server;

    @TempDir private static Path files;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        server.server().announce();
        for (String store : new String[] {"said", "shown"}) {
            Run added =
                    run(
                            "store",
                            "add",
                            store,
                            "--name=Loja",
                            "--zone=America/Sao_Paulo",
                            "--currency=BRL",
                            "--locale=pt-BR");
            assertThat(added.exit()).isZero();
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void tellsProgramsWhichFileAndWhat() throws IOException {
        JsonNode warning = run("import", "said", file()).json().path("warnings").path(0);

        assertThat(warning.path("file").asString()).isEqualTo("lines.csv");
        assertThat(warning.path("warning").asString()).isEqualTo("mojibake");
        assertThat(warning.path("arguments").path(0).asString()).isEqualTo("CordÃ£o");
        assertThat(warning.path("text").asString())
                .isEqualTo(
                        "Some text was damaged before it came here, such as “CordÃ£o”. It is taken as it is.");
        JsonNode source = run("sources", "said").json().path("sources").path(0);
        assertThat(source.path("warnings").path(0).asString())
                .isEqualTo("Some text was damaged before it came here. It is taken as it is.");
    }

    @Test
    void tellsPeopleInTheirLanguage() throws IOException {
        assertThat(told("pt-BR", "import", "shown", file()))
                .endsWith(
                        "lines.csv: Parte do texto já chegou com defeito, como “CordÃ£o”. Ela entra como está.");
        assertThat(told("zh-CN", "sources", "shown"))
                .endsWith("rotina/items: 部分文字在传入前就已是乱码，将原样保留。");
    }

    private static String file() throws IOException {
        return Files.writeString(files.resolve("lines.csv"), DAMAGED).toString();
    }

    private static String told(String language, String... arguments) {
        return raw(with(arguments, "--lang=" + language, "--data=" + server.folder())).out();
    }

    private static Run run(String... arguments) {
        return raw(with(arguments, "--json", "--lang=en", "--data=" + server.folder()));
    }
}

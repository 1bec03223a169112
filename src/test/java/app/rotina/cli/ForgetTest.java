package app.rotina.cli;

import static app.rotina.cli.TerminalForTests.raw;
import static app.rotina.cli.TerminalForTests.with;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.cli.TerminalForTests.Run;
import app.rotina.kernel.StoreKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command that takes people out of a store. */
class ForgetTest {
    private static final String CARTS =
            """
            ID do carrinho;Data de abandono;E-mail;Total
            1;10/03/2026 12:00:00;ana@loja.example;99,00
            2;10/03/2026 13:00:00;bia@loja.example;50,00
            3;99/03/2026 13:00:00;ana@loja.example;10,00
            """;

    private static ServerForTests server;

    @TempDir private static Path files;

    @BeforeAll
    static void start() throws IOException {
        server = new ServerForTests();
        server.server().announce();
        for (String store : List.of("ipe", "lua")) {
            run(
                    "store",
                    "add",
                    store,
                    "--name=Loja",
                    "--zone=America/Sao_Paulo",
                    "--currency=BRL",
                    "--locale=pt-BR");
            Path carts = Files.writeString(files.resolve(store + ".csv"), CARTS);
            assertThat(run("import", store, carts.toString()).exit()).isEqualTo(3);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void erasesAPersonOnceItIsConfirmedAndLeavesAnEntryWithoutTheirName() {
        String[] forget = {"forget", "ipe", "--contact", "Ana@loja.example"};
        Run unsure = run(forget);
        assertThat(unsure.exit()).isEqualTo(2);
        assertThat(unsure.err()).contains("--yes");
        assertThat(answering("n\n", forget).exit()).isEqualTo(2);
        Run done = answering("sim\n", forget);
        assertThat(done.exit()).isZero();
        assertThat(done.err()).contains("[s/N]");
        assertThat(done.out())
                .startsWith("Apagada de uma linha; uma linha em quarentena esvaziada.");
        assertThat(run(with(forget, "--yes")).out())
                .isEqualTo("{\"everyone\":false,\"rows\":0,\"files\":0,\"quarantined\":0}");
        assertThat(run("quarantine", "ipe").out()).isEqualTo("[]");
        assertThat(audit("ipe")).contains("forget rows 1, quarantined 1");
        assertThat(marks("ipe"))
                .isNotEmpty()
                .noneMatch(mark -> mark.contains("ana") || mark.contains("@"));
    }

    @Test
    void destroysTheKeyOfAStore() {
        byte[] before = secret("lua");
        assertThat(run("forget", "lua", "--everyone").exit()).isEqualTo(2);
        assertThat(secret("lua")).isEqualTo(before);
        assertThat(run("forget", "lua", "--everyone", "--yes").out())
                .isEqualTo("{\"everyone\":true,\"rows\":0,\"files\":0,\"quarantined\":1}");
        assertThat(secret("lua")).isNotEqualTo(before);
        assertThat(new StoreKey(secret("lua")).token("ana"))
                .isNotEqualTo(new StoreKey(before).token("ana"));
        assertThat(run("quarantine", "lua").out()).isEqualTo("[]");
        assertThat(audit("lua")).contains("key.destroy rows 0, quarantined 1");
    }

    @Test
    void refusesWhatNamesNobodyOrBoth() {
        assertThat(run("forget", "ipe", "--yes").exit()).isEqualTo(2);
        assertThat(run("forget", "ipe", "--contact", " ", "--yes").exit()).isEqualTo(2);
        assertThat(run("forget", "ipe", "--contact", "a@b.example", "--everyone", "--yes").exit())
                .isEqualTo(2);
        assertThat(run("forget", "nobody", "--contact", "a@b.example", "--yes").exit())
                .isEqualTo(2);
    }

    private static byte[] secret(String store) {
        return state().sql("select secret from store_key where store = ?")
                .param(store)
                .query(byte[].class)
                .single();
    }

    private static List<String> marks(String store) {
        return state()
                .sql("select mark from forgotten where store = ?")
                .param(store)
                .query(String.class)
                .stream()
                .map(String::valueOf)
                .toList();
    }

    private static List<String> audit(String store) {
        return state()
                .sql("select action || ' ' || subject from audit where store = ?")
                .param(store)
                .query(String.class)
                .stream()
                .map(String::valueOf)
                .toList();
    }

    private static JdbcClient state() {
        return server.bean(JdbcClient.class);
    }

    private static Run run(String... arguments) {
        return raw(with(arguments, "--json", "--data=" + server.folder()));
    }

    private static Run answering(String typed, String... arguments) {
        return TerminalForTests.watched(
                typed, with(arguments, "--lang=pt-BR", "--data=" + server.folder()));
    }
}

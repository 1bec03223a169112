package app.rotina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.cli.TerminalForTests.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who changed what, from the command line, until somebody tampers with it. */
class AuditCommandTest {
    private static ServerForTests server;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        server.server().announce();
        run("store", "add", "kept", "--name=S", "--zone=UTC", "--currency=BRL", "--locale=pt-BR");
        run("task", "add", "kept", "--title=Ligar");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void listsTheChangesAndSaysWhetherTheyAreWhole() {
        assertThat(run("audit", "list", "--store=kept").out()).contains("store.add", "1 Ligar");
        assertThat(run("audit", "list", "--action=task", "--json").json()).hasSize(1);
        assertThat(run("audit", "list", "--who=Nobody").out()).contains("Nothing");

        Run whole = run("audit", "verify");
        assertThat(whole.exit()).isZero();
        String head = run("audit", "verify", "--json").json().path("head").asString();
        assertThat(whole.out()).contains(head);
        assertThat(run("audit", "verify", "--expect", head).exit()).isZero();
        assertThat(run("audit", "verify", "--expect", "00").exit()).isEqualTo(4);

        JdbcClient jdbc = server.bean(JdbcClient.class);
        jdbc.sql("alter table audit disable trigger user").update();
        jdbc.sql("update audit set subject = 'x' where number = 1").update();
        Run broken = run("audit", "verify");
        assertThat(broken.exit()).isEqualTo(4);
        assertThat(broken.out()).contains("row 1");
    }

    private static Run run(String... arguments) {
        return TerminalForTests.raw(
                TerminalForTests.with(arguments, "--lang=en", "--data", server.folder()));
    }
}

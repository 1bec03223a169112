package app.rotina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.cli.TerminalForTests.Run;
import app.rotina.state.People;
import app.rotina.state.People.Newcomer;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tokens, and the way back in, from the command line of whoever owns the data folder. */
class TokenCommandTest {
    private static ServerForTests server;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        server.server().announce();
        run("store", "add", "shop", "--name=S", "--zone=UTC", "--currency=BRL", "--locale=pt-BR");
        server.bean(People.class)
                .add(
                        new Newcomer(
                                "ana@example.org",
                                "Ana Exemplo",
                                "a long enough one",
                                Locale.ENGLISH,
                                true));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void makesATokenThatReadsOneStoreAndRevokesIt() {
        Run made = run("token", "add", "ana@example.org", "--name=sheet", "--store=shop");
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.out()).startsWith("rotina_");
        assertThat(server.call("GET", "/api/stores/shop", made.out()).statusCode()).isEqualTo(200);
        assertThat(server.call("POST", "/api/stores", made.out()).statusCode()).isEqualTo(403);

        Run list = run("token", "list");
        assertThat(list.out()).contains("sheet", "Read", "shop").doesNotContain(made.out());
        JsonNode token = run("token", "list", "--json").json().path(0);
        assertThat(token.path("writes").asBoolean()).isFalse();
        assertThat(run("token", "revoke", token.path("id").asString()).exit()).isZero();
        assertThat(server.call("GET", "/api/stores/shop", made.out()).statusCode()).isEqualTo(401);
        assertThat(run("token", "revoke", "4711").err()).contains("4711");
    }

    @Test
    void refusesAStoreThatIsNotThere() {
        Run run = run("token", "add", "ana@example.org", "--name=x", "--store=nowhere");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("nowhere");
    }

    @Test
    void printsALinkForWhoHasForgottenTheirPassword() {
        assertThat(run("people", "password", "ana@example.org").out()).contains("/password?token=");
        assertThat(run("people", "password", "nobody@example.org").exit()).isEqualTo(2);
    }

    private static Run run(String... arguments) {
        return TerminalForTests.raw(
                TerminalForTests.with(arguments, "--lang=en", "--data", server.folder()));
    }
}

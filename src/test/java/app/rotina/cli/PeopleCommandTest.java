package app.rotina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.cli.TerminalForTests.Run;
import app.rotina.state.Invitations;
import app.rotina.state.People.Newcomer;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A team from the command line: invited, given other jobs, and let go. */
class PeopleCommandTest {
    private static ServerForTests server;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        server.server().announce();
        run("store", "add", "team", "--name=S", "--zone=UTC", "--currency=BRL", "--locale=pt-BR");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void invitesSomebodyChangesTheirJobsAndLetsThemGo() {
        Run invited = run("people", "invite", "team", "--job=marketing,copy");
        assertThat(invited.exit()).as(invited.err()).isZero();
        assertThat(run("people", "list", "team").out()).contains("Marketing, Copy");
        String token = invited.out().substring(invited.out().indexOf("token=") + 6);
        server.bean(Invitations.class)
                .accept(
                        token,
                        new Newcomer(
                                "bo@example.org",
                                "Bo Exemplo",
                                "a long enough one",
                                Locale.ENGLISH,
                                false));
        JsonNode member = run("people", "list", "team", "--json").json().path("members").path(0);
        assertThat(member.path("role").asString()).isEqualTo("member");
        assertThat(member.path("jobs").size()).isEqualTo(2);
        String id = member.path("id").asString();

        Run changed = run("people", "jobs", "team", id, "--job=agency");
        assertThat(changed.out()).isEqualTo("Bo Exemplo: Agency");
        assertThat(run("people", "dismiss", "team", id).exit()).isZero();
        assertThat(run("people", "list", "team", "--json").json().path("members")).isEmpty();
        assertThat(run("people", "dismiss", "team", id).err()).contains(id);
    }

    @Test
    void refusesAJobThatNobodyHas() {
        Run run = run("people", "invite", "team", "--job=astronaut");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("astronaut", "marketing");
    }

    private static Run run(String... arguments) {
        return TerminalForTests.raw(
                TerminalForTests.with(arguments, "--lang=en", "--data", server.folder()));
    }
}

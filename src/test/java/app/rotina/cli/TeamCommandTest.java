package app.rotina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.cli.TerminalForTests.Run;
import app.rotina.state.Job;
import app.rotina.state.Keys;
import app.rotina.state.People;
import app.rotina.state.People.Newcomer;
import app.rotina.state.Person;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The team, the bulletin and the arrangement of checks from the command line. */
class TeamCommandTest {
    private static ServerForTests server;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        server.server().announce();
        run("store", "add", "crew", "--name=S", "--zone=UTC", "--currency=BRL", "--locale=en");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void beginsATrialAndDecidesIt() {
        Run begun = run("trial", "add", "crew", "Example Freight", "--criterion=On time");
        assertThat(begun.out()).contains("Example Freight", "On trial");
        assertThat(run("team", "crew").out())
                .contains("Example Freight", "No fortnight with answers is over yet.");
        assertThat(run("team", "crew", "--json").json().path("trials").path(0).path("criteria"))
                .hasSize(1);
        assertThat(run("trial", "decide", "crew", "1", "--exit=end", "--why=Late").out())
                .contains("Ended");
        assertThat(run("trial", "decide", "crew", "1", "--exit=pass", "--why=No").exit())
                .isNotZero();
        assertThat(run("trial", "add", "crew", "Nobody", "--criterion= ").exit()).isNotZero();
        assertThat(run("trial", "undo", "crew", "1").out()).contains("On trial");
        assertThat(run("trial", "undo", "crew", "1").err()).contains("Nothing is decided");
        assertThat(run("trial", "remove", "crew", "1").out()).contains("removed");
        assertThat(run("trial", "decide", "crew", "1", "--exit=end", "--why=Late").exit())
                .isEqualTo(2);
        assertThat(run("trial", "remove", "crew", "1", "--undo").out()).contains("On trial");
    }

    @Test
    void putsANoticeUp() {
        assertThat(run("bulletin", "crew").out()).isEqualTo("No notice is up.");
        run("bulletin", "crew", "--say=Freight is dearer", "--job=service_agent");
        assertThat(run("bulletin", "crew").out())
                .contains("Freight is dearer", "Service", "nobody has read it");
        assertThat(run("bulletin", "crew", "--json").json().path(0).path("title").asString())
                .isEqualTo("Freight is dearer");
    }

    @Test
    void namesWhoHasNotReadANotice() {
        run("store", "add", "board", "--name=S", "--zone=UTC", "--currency=BRL", "--locale=en");
        List<String> tokens =
                Stream.of("Rui", "Eva")
                        .map(name -> {
                            People people = server.bean(People.class);
                            Person person =
                                    people.add(
                                            new Newcomer(
                                                    name + "@example.org",
                                                    name,
                                                    "a long enough one",
                                                    Locale.ENGLISH,
                                                    false));
                            people.admit(person.id(), "board", List.of(Job.SERVICE_AGENT));
                            return server.bean(Keys.class).issueToken(person, "test");
                        })
                        .toList();
        String id =
                run("bulletin", "board", "--say=New terms", "--job=service_agent", "--json")
                        .json()
                        .path("id")
                        .asString();
        assertThat(run("bulletin", "board").out()).contains("not yet: Rui, Eva");
        String path = "/api/stores/board/notices/" + id + "/receipt";
        assertThat(server.call("POST", path, tokens.get(0)).statusCode()).isEqualTo(200);
        assertThat(server.call("POST", path, server.ownerToken()).statusCode()).isEqualTo(403);
        assertThat(run("bulletin", "board").out()).contains("not yet: Eva").doesNotContain("Rui");
        JsonNode receipts = run("bulletin", "board", "--json").json().path(0).path("receipts");
        assertThat(receipts.path(0).path("name").asString()).isEqualTo("Rui");
        assertThat(receipts.path(0).path("at").asString()).isNotBlank();
        assertThat(run("bulletin", "board", "--down=" + id).out()).isEqualTo("No notice is up.");
        assertThat(server.call("POST", path, tokens.get(1)).statusCode()).isEqualTo(400);
        assertThat(run("bulletin", "board", "--up=" + id).out()).contains("New terms");
    }

    @Test
    void arrangesSilencesAndWakesACheck() {
        assertThat(run("arrange", "crew", "store_opens", "--job=design", "--at=10:30").out())
                .contains("arranged anew");
        LocalDate until = LocalDate.now(ZoneOffset.UTC).plusDays(3);
        run("mute", "crew", "store_opens", "--until=" + until, "--why=Holiday");
        assertThat(state()).isEqualTo("muted");
        assertThat(run("mute", "crew", "store_opens", "--lift").out()).contains("speaks again");
        assertThat(state()).isNotEqualTo("muted");
        assertThat(run("mute", "crew", "store_opens").exit()).isNotZero();
        assertThat(run("mute", "crew", "store_opens", "--until=" + until).exit()).isNotZero();
    }

    @Test
    void callsACheckOtherwiseLeavesItOutAndBringsItBack() {
        run("arrange", "crew", "banner_match", "--name=Banner and cart agree", "--job=design");
        assertThat(run("arrange", "crew").out()).contains("Banner and cart agree");
        assertThat(run("arrange", "crew", "banner_match", "--leave-out").exit()).isZero();
        assertThat(run("arrange", "crew", "--lang=en").out()).contains("left out");
        run("arrange", "crew", "banner_match", "--bring-back");
        assertThat(run("arrange", "crew", "--lang=en").out())
                .contains("Banner and cart agree")
                .doesNotContain("left out");
        assertThat(run("arrange", "crew", "banner_match", "--least=3").exit()).isEqualTo(2);
    }

    @Test
    void namesTheChecksThatLookLikeOneThatThereIsNot() {
        Run near = run("arrange", "crew", "stor_opens", "--job=design");
        assertThat(near.exit()).isNotZero();
        assertThat(near.err()).contains("stor_opens", "store_opens").hasSizeLessThan(250);
        assertThat(run("answer", "crew", "zzz", "pass").err())
                .isEqualTo(
                        "This store has no check “zzz”. All of them are listed by: rotina arrange STORE");
        assertThat(run("arrange", "crew").out()).contains("store_opens", "Daily");
    }

    private static String state() {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        return run("check", "crew", "--date=" + today, "--json")
                .json()
                .valueStream()
                .filter(item -> item.path("id").asString().equals("store_opens"))
                .map(item -> item.path("state").asString())
                .findFirst()
                .orElse("");
    }

    private static Run run(String... arguments) {
        return TerminalForTests.raw(TerminalForTests.with(arguments, "--data=" + server.folder()));
    }
}

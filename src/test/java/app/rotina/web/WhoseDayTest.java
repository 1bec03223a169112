package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.kernel.Store;
import app.rotina.routine.checks.Arranging;
import app.rotina.state.Job;
import app.rotina.state.People;
import app.rotina.state.People.Newcomer;
import app.rotina.state.Person;
import app.rotina.state.Sessions;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people of different jobs see first of the same store. */
class WhoseDayTest {
    private static final Store STORE = StateForTests.store("loja");
    private static final Map<String, Job> TASKS =
            Map.of(
                    "Call the supplier", Job.PURCHASING,
                    "Order boxes", Job.PURCHASING,
                    "Draw the banner", Job.DESIGN,
                    "Pay the rent", Job.FINANCE);

    private static final Pattern CHECK =
            Pattern.compile("/s/loja/routine/(?!packs|runs)[a-z0-9_]+\"");

    private static ServerForTests server;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        server.bean(Stores.class).add(STORE);
        server.bean(Arranging.class).choose(STORE, List.of("owner", "shop"));
        TASKS.forEach((title, job) -> {
            String body = "{\"title\": \"%s\", \"job\": \"%s\"}".formatted(title, job.id());
            assertThat(
                            server.call("POST", "/api/stores/loja/tasks", server.ownerToken(), body)
                                    .statusCode())
                    .isEqualTo(201);
        });
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void showsADesignerTheirOwnTasksAndTheWayToTheRest() {
        assertThat(page(Job.DESIGN, ""))
                .contains("For you to do", "Draw the banner")
                .doesNotContain("Call the supplier", "Order boxes", "Pay the rent")
                .contains("All tasks: 3 are other people’s");
    }

    @Test
    void saysWhereNothingWaitsForSomebody() {
        assertThat(page(Job.ADVISER, ""))
                .contains("Nothing waits for you.")
                .doesNotContain("Draw the banner")
                .contains("All tasks: 4 are other people’s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OWNER", "MANAGER", "AGENCY"})
    void showsWhoLeadsTheWhole(Job job) {
        String today = page(job, "");
        assertThat(TASKS.keySet().stream().filter(today::contains)).hasSize(3);
        assertThat(today).contains("What to do", "One more task").doesNotContain("For you to do");
    }

    @Test
    void beginsTheRoutineOfWhoLeadsWithTheWholeAndOfOthersWithTheirs() {
        long whole = checks(page(Job.OWNER, "/routine?job="));
        long owners = checks(page(Job.OWNER, "/routine?job=mine"));
        assertThat(owners).isPositive().isLessThan(whole);
        assertThat(checks(page(Job.OWNER, "/routine"))).isEqualTo(whole);
        assertThat(checks(page(Job.MANAGER, "/routine"))).isEqualTo(whole);
        assertThat(checks(page(Job.DESIGN, "/routine")))
                .isPositive()
                .isEqualTo(checks(page(Job.OWNER, "/routine?job=design")));
        assertThat(checks(page(Job.DESIGN, "/routine?job="))).isEqualTo(whole);
    }

    /** How many checks the page shows, due or not. */
    private static long checks(String page) {
        return CHECK.matcher(page).results().map(MatchResult::group).distinct().count();
    }

    private static String page(Job job, String path) {
        People people = server.bean(People.class);
        String email = job.id() + "@example.org";
        Person person =
                people.byEmail(email)
                        .orElseGet(() ->
                                people.add(
                                        new Newcomer(
                                                email,
                                                "Ida",
                                                "a long enough one",
                                                Locale.ENGLISH,
                                                false)));
        people.admit(person.id(), STORE.id(), List.of(job));
        String session = server.bean(Sessions.class).open(person, "", false);
        return server.send(
                        HttpRequest.newBuilder(server.url("/s/loja" + path))
                                .header("Cookie", "rotina=" + session)
                                .header("Accept-Language", "en")
                                .build())
                .body();
    }
}

package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Problem;
import app.rotina.kernel.Store;
import app.rotina.state.Job;
import app.rotina.state.Keys;
import app.rotina.state.People;
import app.rotina.state.People.Newcomer;
import app.rotina.state.Person;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import app.rotina.warehouse.Warehouse;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FirstStepsTest {
    private static ServerForTests server;
    private static String owner;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        People people = server.bean(People.class);
        Person person =
                people.add(
                        new Newcomer(
                                "owner@example.org",
                                "Ana",
                                "a long enough one",
                                Locale.ENGLISH,
                                true));
        owner = server.bean(Keys.class).issueToken(person, "test");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void tellsOnlyTheNextStep() {
        FirstSteps steps = FirstSteps.after(2);

        assertThat(steps.next().id()).isEqualTo("goal");
        assertThat(steps.number()).isEqualTo(3);
        assertThat(steps.steps().getLast().state()).isEqualTo(FirstSteps.State.LATER);
    }

    @Test
    void staysShortWhereItsStepIsTaken() {
        assertThat(FirstSteps.after(1).isTakenAt("/s/shop/import/7?done=x")).isTrue();
        assertThat(FirstSteps.after(1).isTakenAt("/s/shop/entry")).isTrue();
        assertThat(FirstSteps.after(1).isTakenAt("/s/shop/sources?done=connected")).isTrue();
        assertThat(FirstSteps.after(1).isTakenAt("/s/import")).isFalse();
        assertThat(FirstSteps.after(2).isTakenAt("/s/shop/goals?month=2026-11")).isTrue();
        assertThat(FirstSteps.after(2).isTakenAt("/s/shop/goals/sheet/3")).isFalse();
        assertThat(FirstSteps.after(3).isTakenAt("/s/shop")).isFalse();
        assertThat(FirstSteps.isTold("/s/shop?done=goal")).isTrue();
        assertThat(FirstSteps.isTold("/s/shop/day/2026-11-20")).isTrue();
        assertThat(FirstSteps.isTold("/s/shop/month")).isFalse();
    }

    @Test
    void asksANewStoreForDataAndNobodyElse() {
        Store store = server.bean(Stores.class).add(StateForTests.store("fresh"));
        Person viewer =
                server.bean(People.class)
                        .add(
                                new Newcomer(
                                        "v@example.org",
                                        "Vi",
                                        "a long enough one",
                                        Locale.ENGLISH,
                                        false));
        server.bean(People.class).admit(viewer.id(), store.id(), List.of(Job.ADVISER));
        String token = server.bean(Keys.class).issueToken(viewer, "test");

        assertThat(server.call("GET", "/s/fresh", owner).body()).contains("step 2 of 4");
        assertThat(server.call("GET", "/s/fresh", token).body()).doesNotContain("step 2 of 4");
    }

    @Test
    void removesASampleStoreWithAllThatIsInIt() {
        Stores stores = server.bean(Stores.class);
        stores.add(StateForTests.store("invented"));
        stores.markSample("invented", true);
        assertThat(server.call("GET", "/s/invented", owner).body()).contains("badge sample");
        Path database = server.bean(DataFolder.class).root().resolve("warehouse/invented.duckdb");
        assertThat(database).exists();

        HttpResponse<String> answer = server.call("POST", "/s/invented/sample/removal", owner);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(stores.find("invented")).isEmpty();
        assertThat(database).doesNotExist();
        assertThat(Files.exists(database.resolveSibling("../landed/invented"))).isFalse();
    }

    @Test
    void refusesToRemoveAStoreThatMayHoldSomethingReal() {
        Stores stores = server.bean(Stores.class);
        stores.add(StateForTests.store("real"));

        HttpResponse<String> answer = server.call("POST", "/s/real/sample/removal", owner);

        assertThat(answer.statusCode()).isEqualTo(Problem.NOT_A_SAMPLE.category().httpStatus());
        assertThat(stores.find("real")).isPresent();
        assertThat(server.bean(Warehouse.class).dataThrough("real")).isEmpty();
    }
}

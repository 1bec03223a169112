package app.rotina.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.state.Job;
import app.rotina.state.Keys;
import app.rotina.state.People;
import app.rotina.state.People.Newcomer;
import app.rotina.state.Person;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import app.rotina.warehouse.ImportLog;
import app.rotina.warehouse.Warehouse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What stands beside the files of people who are removed. */
class HandedInTest {
    private static final String STORE = "handed";

    private static ServerForTests server;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        server.bean(Stores.class).add(StateForTests.store(STORE));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void leavesANumberAtTheFilesOfWhoIsRemoved() throws IOException {
        Person leaves = person("leaves");
        Person stays = person("stays");
        enters(leaves, "2026-03-02");
        enters(stays, "2026-03-03");
        assertThat(manifests()).anyMatch(text -> text.contains(leaves.name()));

        remove(leaves);
        assertThat(manifests())
                .hasSize(2)
                .noneMatch(text -> text.contains(leaves.name()))
                .anyMatch(text -> text.contains("\"#" + leaves.id() + "\""))
                .anyMatch(text -> text.contains(stays.name()));
        assertThat(senders()).containsExactly(stays.name(), "#" + leaves.id());
        server.bean(Warehouse.class).imports().rebuild(server.bean(Stores.class).of(STORE));
        assertThat(senders()).containsExactly(stays.name(), "#" + leaves.id());
    }

    private static void enters(Person person, String day) {
        String token = server.bean(Keys.class).issueToken(person, "all");
        HttpResponse<String> entered =
                server.call(
                        "PUT",
                        "/api/stores/" + STORE + "/entries/" + day,
                        token,
                        "{\"figures\":{\"site_visits\":\"41\"}}");
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(200);
    }

    private static void remove(Person person) {
        String body = "{\"email\": \"%s\"}".formatted(person.email());
        assertThat(
                        server.call("POST", "/api/people/removals", server.ownerToken(), body)
                                .statusCode())
                .isEqualTo(204);
    }

    private static List<String> manifests() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(server.folder(), "landed", STORE))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(HandedInTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> senders() {
        return server.bean(Warehouse.class).log().latest(STORE, 10).stream()
                .map(ImportLog.Entry::who)
                .toList();
    }

    private static Person person(String name) {
        Person person =
                server.bean(People.class)
                        .add(
                                new Newcomer(
                                        name + "@example.org",
                                        "Somebody who " + name,
                                        "a long enough one",
                                        Locale.ENGLISH,
                                        false));
        server.bean(People.class).admit(person.id(), STORE, List.of(Job.MANAGER));
        return person;
    }
}

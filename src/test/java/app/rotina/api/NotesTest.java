package app.rotina.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is taken down of a day, and what is too much of it. */
class NotesTest {
    private static ServerForTests server;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        server.bean(Stores.class).add(StateForTests.store("noted"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void refusesANoteThatIsTooLongOrSaysNothing() {
        String token = server.ownerToken();
        String path = "/api/stores/noted/notes/2026-03-09";
        HttpResponse<String> refused =
                server.call("POST", path, token, "{\"text\":\"%s\"}".formatted("a".repeat(2001)));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("text_too_long").contains("2,001").contains("2,000");
        assertThat(server.call("POST", path, token, "{}").statusCode()).isEqualTo(400);
        String lines = "a\\r\\n".repeat(1000);
        assertThat(server.call("POST", path, token, "{\"text\":\"" + lines + "\"}").statusCode())
                .isEqualTo(201);
        assertThat(server.call("GET", path, token).body()).contains("a\\na").doesNotContain("\\r");
    }
}

package app.rotina.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.access.FirstRun;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SignInTest {
    private static final String OWNER =
            """
            {"email": "owner@example.org", "name": "Olga", "password": "a long enough one"}\
            """;

    private static ServerForTests server;

    @BeforeAll
    static void openTheFirstAccount() {
        server = new ServerForTests();
        String token = server.bean(FirstRun.class).token().orElseThrow();
        assertThat(open("a guess")).extracting(HttpResponse::statusCode).isEqualTo(401);
        assertThat(open(token)).extracting(HttpResponse::statusCode).isEqualTo(201);
        assertThat(open(token)).extracting(HttpResponse::statusCode).isEqualTo(401);
        assertThat(server.server().firstRunToken()).isEmpty();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void letsInByPasswordAndOutAgain() {
        String cookie = cookie(signIn("a long enough one"));
        assertThat(get("/api/me", cookie).body()).contains("Olga", "\"ownsInstallation\":true");
        HttpResponse<String> page = get("/api/me", cookie);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'self'")
                .doesNotContain("unsafe");
        HttpResponse<String> out = signOut(cookie, csrf(page));
        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(get("/api/me", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void hidesTheCookieFromScripts() {
        assertThat(signIn("a long enough one").headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void refusesAWrongPasswordAndThenHasThePersonWait() {
        String other = "{\"email\": \"other@example.org\", \"password\": \"wrong\"}";
        for (int i = 0; i < 8; i++) {
            assertThat(server.call("POST", "/api/session", null, other).statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> ninth = server.call("POST", "/api/session", null, other);
        assertThat(ninth.statusCode()).isEqualTo(429);
        assertThat(ninth.body()).contains("too_many_attempts");
    }

    @Test
    void refusesAChangeThatAForeignPageCouldHaveSent() {
        String cookie = cookie(signIn("a long enough one"));
        HttpRequest forged =
                HttpRequest.newBuilder(server.url("/api/stores"))
                        .header("Cookie", cookie)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"))
                        .build();
        assertThat(server.send(forged).body()).contains("form_expired");
    }

    @Test
    void answersInTheLanguageAskedFor() {
        HttpRequest request =
                HttpRequest.newBuilder(server.url("/api/stores"))
                        .header("Accept-Language", "pt-BR")
                        .build();
        assertThat(server.send(request).body()).contains("Entre na sua conta primeiro.");
    }

    private static HttpResponse<String> open(String token) {
        return server.call(
                "POST",
                "/api/owner",
                null,
                OWNER.replace("}", ", \"locale\": \"pt-BR\", \"token\": \"" + token + "\"}"));
    }

    private static HttpResponse<String> signIn(String password) {
        return server.call(
                "POST",
                "/api/session",
                null,
                "{\"email\": \"owner@example.org\", \"password\": \"" + password + "\"}");
    }

    /** What a page of this session puts into its forms: the token, and the cookie it is kept in. */
    private record Csrf(String token, String cookie) {}

    private static Csrf csrf(HttpResponse<String> page) {
        String token = JsonMapper.shared().readTree(page.body()).path("csrf").asString();
        return new Csrf(
                token, page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0]);
    }

    private static HttpResponse<String> signOut(String session, Csrf csrf) {
        return server.send(
                HttpRequest.newBuilder(server.url("/api/session"))
                        .header("Cookie", session + "; " + csrf.cookie)
                        .header("X-XSRF-TOKEN", csrf.token)
                        .DELETE()
                        .build());
    }

    private static HttpResponse<String> get(String path, String cookie) {
        return server.send(
                HttpRequest.newBuilder(server.url(path)).header("Cookie", cookie).build());
    }

    private static String cookie(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(204);
        return response.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }
}

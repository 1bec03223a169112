package app.rotina.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.access.Accounts;
import app.rotina.access.AppForTests;
import app.rotina.access.SecondStep;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Audit;
import app.rotina.state.AuditChain;
import app.rotina.state.Job;
import app.rotina.state.Keys;
import app.rotina.state.Keys.Scope;
import app.rotina.state.People;
import app.rotina.state.People.Newcomer;
import app.rotina.state.Person;
import app.rotina.state.Sessions;
import app.rotina.state.StateForTests;
import app.rotina.state.StoreSettings;
import app.rotina.state.Stores;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Second steps, tokens, sessions and lost passwords, as programs meet them. */
class AccountTest {
    private static final String PASSWORD = "a long enough one";

    private static ServerForTests server;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        server.bean(Stores.class).add(StateForTests.store("ours"));
        server.bean(Stores.class).add(StateForTests.store("theirs"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void asksForTheCodeWhereASecondStepIsSetUp() {
        Person person = person("code", "ours", Job.MANAGER);
        AppForTests app = app(person);
        assertThat(signIn(person, null).body()).contains("second_step_needed");
        String code = app.code(Instant.now().plus(Duration.ofSeconds(30)));
        assertThat(signIn(person, code).statusCode()).isEqualTo(204);
        assertThat(signIn(person, code).body()).contains("wrong_code");
    }

    @Test
    void hasWhoTypesManyWrongCodesWaitThoughThePasswordIsRight() {
        Person person = person("guesses", "ours", Job.MANAGER);
        AppForTests app = app(person);
        for (int i = 0; i < 8; i++) {
            assertThat(signIn(person, "12345" + i).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> ninth =
                signIn(person, app.code(Instant.now().plus(Duration.ofSeconds(30))));
        assertThat(ninth.statusCode()).isEqualTo(429);
    }

    @Test
    void keepsNoSecretOfAnAppAndNoRecoveryCodeInTheOpen() {
        Person person = person("sealed", "ours", Job.OWNER);
        String secret = server.bean(SecondStep.class).propose(person).secret().replace(" ", "");
        List<String> codes =
                server.bean(SecondStep.class)
                        .accept(person, new AppForTests(secret).code(Instant.now()));
        String kept =
                server.bean(JdbcClient.class)
                        .sql(
                                """
                                select string_agg(x, ' ') from (
                                    select encode(sealed, 'escape') x from authenticator
                                    union all select encode(hash, 'escape') from recovery_code) y
                                """)
                        .query(String.class)
                        .single();
        assertThat(kept).doesNotContain(secret, codes.getFirst());
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void letsAManagerDoNothingElseUntilARequiredSecondStepIsSetUp() {
        Person manager = person("limited", "theirs", Job.MANAGER);
        Person adviser = person("adviser", "theirs", Job.ADVISER);
        server.bean(StoreSettings.class).requireSecondStep("theirs", true);
        try {
            String cookie = cookie(signIn(manager, null));
            assertThat(get("/api/stores/theirs", cookie).body()).contains("second_step_missing");
            assertThat(get("/s/theirs", cookie).headers().firstValue("Location").orElseThrow())
                    .endsWith("/account");
            assertThat(get("/account", cookie).statusCode()).isEqualTo(200);
            app(manager);
            assertThat(get("/api/stores/theirs", cookie).statusCode()).isEqualTo(200);
            assertThat(get("/api/stores/theirs", cookie(signIn(adviser, null))).statusCode())
                    .isEqualTo(200);
        } finally {
            server.bean(StoreSettings.class).requireSecondStep("theirs", false);
        }
    }

    @Test
    void removesAPersonForGoodAndLeavesANumberInTheAudit() {
        Person person = person("leaves", "ours", Job.MANAGER);
        String cookie = cookie(signIn(person, null));
        String token = server.bean(Keys.class).issueToken(person, "all");
        assertThat(
                        server.call(
                                        "POST",
                                        "/api/stores/ours/notes/2026-03-09",
                                        token,
                                        "{\"text\":\"n\"}")
                                .statusCode())
                .isEqualTo(201);
        HttpResponse<String> removal =
                server.call(
                        "POST",
                        "/api/people/removals",
                        server.ownerToken(),
                        "{\"email\": \"%s\"}".formatted(person.email()));
        assertThat(removal.statusCode()).isEqualTo(204);

        assertThat(server.bean(People.class).byEmail(person.email())).isEmpty();
        assertThat(get("/api/stores/ours", cookie).statusCode()).isEqualTo(401);
        assertThat(server.call("GET", "/api/stores/ours", token).statusCode()).isEqualTo(401);
        assertThat(signIn(person, null).statusCode()).isEqualTo(401);
        assertThat(server.call("GET", "/api/stores/ours/audit", server.ownerToken()).body())
                .contains("#" + person.id())
                .doesNotContain(person.name());
        assertThat(server.bean(AuditChain.class).verify().whole()).isTrue();
        assertThat(
                        server.call("GET", "/api/stores/ours/notes/2026-03-09", server.ownerToken())
                                .body())
                .contains("#" + person.id())
                .doesNotContain(person.name());
    }

    @Test
    void keepsANameInTheAuditThatAnotherPersonHas() {
        Person one = person("twin", "ours", Job.MANAGER);
        server.bean(People.class)
                .add(
                        new Newcomer(
                                "other.twin@example.org",
                                one.name(),
                                PASSWORD,
                                Locale.ENGLISH,
                                false));
        server.bean(Audit.class).note(one.name(), "ours", "note", "x");
        server.bean(People.class).remove(one);
        assertThat(server.bean(Audit.class).people("ours")).contains(one.name());
    }

    @Test
    void keepsTheLastOwnerOfTheInstallation() {
        People people = server.bean(People.class);
        Person first = owner("first.owner@example.org");
        Person second = owner("second.owner@example.org");
        people.all().stream()
                .filter(one -> one.owner() && one.id() != first.id() && one.id() != second.id())
                .forEach(people::remove);
        people.remove(second);
        assertThatThrownBy(() -> people.remove(first))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.LAST_OWNER));
    }

    private static Person owner(String email) {
        return server.bean(People.class)
                .add(new Newcomer(email, email, PASSWORD, Locale.ENGLISH, true));
    }

    @Test
    void neverLetsATokenDoMoreThanItsPersonMay() {
        Person adviser = person("token", "ours", Job.ADVISER);
        Keys keys = server.bean(Keys.class);
        String whole = keys.issueToken(adviser, "all");
        String reads =
                keys.issue(
                        adviser, "r", new Scope(false, false, Set.of("ours")), Duration.ofDays(1));
        assertThat(server.call("GET", "/api/stores/ours", whole).statusCode()).isEqualTo(200);
        assertThat(server.call("POST", "/api/stores/ours/tasks", whole).statusCode())
                .isEqualTo(403);
        assertThat(server.call("GET", "/api/stores/ours", reads).statusCode()).isEqualTo(200);
        assertThat(server.call("GET", "/api/stores", reads).body()).contains("ours");
        assertThat(server.call("POST", "/api/stores/ours/tasks", reads).statusCode())
                .isEqualTo(403);
        server.bean(People.class).dismiss(adviser.id(), "ours");
        assertThat(server.call("GET", "/api/stores/ours", whole).statusCode()).isEqualTo(404);
        assertThat(keys.list(adviser)).allSatisfy(one -> assertThat(one.usedAt()).isNotNull());
    }

    @Test
    void changesAPasswordByALinkThatServesOnceAndSignsEveryBrowserOut() {
        Person person = person("lost", "ours", Job.COPY);
        String cookie = cookie(signIn(person, null));
        app(person);
        String answer =
                server.call(
                                "POST",
                                "/api/password-links",
                                server.ownerToken(),
                                "{\"email\": \"%s\", \"withoutSecondStep\": true}"
                                        .formatted(person.email()))
                        .body();
        String link = JsonMapper.shared().readTree(answer).path("link").asString();
        String token = link.substring(link.indexOf("token=") + 6);
        server.bean(Accounts.class).changePassword(token, "another long one");

        assertThat(get("/api/me", cookie).statusCode()).isEqualTo(401);
        assertThat(signIn(person, null).body()).contains("wrong_password");
        assertThat(signIn(person, null, "another long one").statusCode()).isEqualTo(204);
        assertThat(get("/password?token=" + token, "").statusCode()).isEqualTo(400);
    }

    @Test
    void asksOnceMoreWhoItIsBeforeASignInIsChanged() {
        Person person = person("stale", "ours", Job.OWNER);
        String secret = server.bean(Sessions.class).open(person, "", false);
        server.bean(JdbcClient.class)
                .sql("update web_session set shown_at = now() - interval '16 minutes'")
                .update();
        HttpResponse<String> answer = get("/account/app", "rotina=" + secret);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/account");
        assertThat(get("/account", "rotina=" + secret).body()).contains("/account/confirmation");
    }

    private static AppForTests app(Person person) {
        SecondStep second = server.bean(SecondStep.class);
        AppForTests app = new AppForTests(second.propose(person).secret());
        second.accept(person, app.code(Instant.now()));
        return app;
    }

    private static Person person(String name, String store, Job job) {
        People people = server.bean(People.class);
        Person person =
                people.add(
                        new Newcomer(name + "@example.org", name, PASSWORD, Locale.ENGLISH, false));
        people.admit(person.id(), store, List.of(job));
        return person;
    }

    private static HttpResponse<String> signIn(Person person, @Nullable String code) {
        return signIn(person, code, PASSWORD);
    }

    private static HttpResponse<String> signIn(
            Person person, @Nullable String code, String password) {
        String shown = code == null ? "" : ", \"code\": \"" + code + "\"";
        return server.call(
                "POST",
                "/api/session",
                null,
                "{\"email\": \"%s\", \"password\": \"%s\"%s}"
                        .formatted(person.email(), password, shown));
    }

    private static HttpResponse<String> get(String path, String cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.url(path));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return server.send(request.build());
    }

    private static String cookie(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(204);
        return response.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }
}

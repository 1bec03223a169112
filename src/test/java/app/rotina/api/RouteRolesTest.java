package app.rotina.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.Rotina;
import app.rotina.access.Access;
import app.rotina.access.Anyone;
import app.rotina.access.InPerson;
import app.rotina.state.Job;
import app.rotina.state.Keys;
import app.rotina.state.Keys.Scope;
import app.rotina.state.People;
import app.rotina.state.People.Newcomer;
import app.rotina.state.Person;
import app.rotina.state.Role;
import app.rotina.state.Sessions;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every route, asked by everybody there can be, against the table in {@code routes.txt}: which
 * route needs what. A route that is not in the table fails the build, and so does one that lets in
 * whom its row does not.
 */
class RouteRolesTest {
    private static final Path TABLE = Path.of("src/test/resources/routes.txt");
    private static final Path FOUND = Path.of("target/routes.txt");
    private static final Set<String> READS = Set.of("GET", "HEAD");

    /** What a request meets that was let through: it reaches no route, so nothing happens. */
    private static final int PASSED = 204;

    private static final String ASKING = "X-Asking";

    private static ServerForTests server;
    private static final Map<String, Visitor> VISITORS = new LinkedHashMap<>();

    /** Lets nothing reach a route but the question who one is. */
    @Import(Rotina.class)
    static class BehindTheGate implements WebMvcConfigurer {
        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new Wall()).order(Ordered.LOWEST_PRECEDENCE);
        }
    }

    private static final class Wall implements HandlerInterceptor {
        @Override
        public boolean preHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request.getHeader(ASKING) != null) {
                return true;
            }
            response.setStatus(PASSED);
            response.setHeader("X-Passed", "true");
            return false;
        }
    }

    /** One row of the table. */
    private record Row(String method, String path, String needs) {
        static Row of(String line) {
            String[] words = line.split(" ", 3);
            return new Row(words[0], words[1], words[2]);
        }

        boolean anyone() {
            return needs.equals("anyone");
        }

        Role role() {
            return Role.valueOf(needs.split(" ", -1)[0].toUpperCase(Locale.ROOT));
        }

        boolean inPerson() {
            return needs.contains("in-person");
        }

        /** For whoever shows a token, whatever it may: each call by it is asked anew. */
        boolean byToken() {
            return needs.equals("token");
        }

        boolean ofStore() {
            return path.contains("{store}");
        }

        boolean reads() {
            return READS.contains(method);
        }

        String url() {
            return path.replace("{store}", "ours")
                            .replace("{date}", "2026-03-09")
                            .replace("{month}", "2026-03")
                            .replaceAll("\\{[^}]*}", "1")
                    + "?metric=orders";
        }

        @Override
        public String toString() {
            return method + " " + path + " " + needs;
        }
    }

    /** Somebody who asks, how they show who they are, and what they may by the rules. */
    private record Visitor(Map<String, String> headers, Rule rule) {
        int right(Row row) {
            if (row.byToken()) {
                return headers.containsKey("Authorization") ? PASSED : 401;
            }
            return row.anyone() ? PASSED : rule.answer(row);
        }
    }

    /** What a row's route answers somebody: 204, 401, 403 or 404. */
    private interface Rule {
        int answer(Row row);
    }

    @BeforeAll
    static void start() {
        server = new ServerForTests(BehindTheGate.class);
        server.bean(Stores.class).add(StateForTests.store("ours"));
        server.bean(Stores.class).add(StateForTests.store("theirs"));
        VISITORS.put("nobody", new Visitor(Map.of(), row -> 401));
        for (Job job : Job.values()) {
            Person person = person(job.id(), false);
            server.bean(People.class).admit(person.id(), "ours", List.of(job));
            VISITORS.put(
                    job.id(), new Visitor(browser(person), row -> atABrowser(row, job.role())));
        }
        Person stranger = person("stranger", false);
        server.bean(People.class).admit(stranger.id(), "theirs", List.of(Job.OWNER));
        VISITORS.put(
                "owner of another store",
                new Visitor(
                        browser(stranger),
                        row -> row.ofStore() ? 404 : ofInstallation(row, false)));
        Person owner = person("installation", true);
        VISITORS.put("owner of the installation", new Visitor(browser(owner), row -> PASSED));
        addTokens(owner);
    }

    private static void addTokens(Person owner) {
        VISITORS.put(
                "token for everything",
                new Visitor(token(owner, Scope.WHOLE), row -> row.inPerson() ? 403 : PASSED));
        VISITORS.put(
                "token that reads",
                new Visitor(
                        token(owner, new Scope(false, true, Set.of())),
                        row -> row.inPerson() || !row.reads() ? 403 : PASSED));
        VISITORS.put(
                "token for the store",
                new Visitor(
                        token(owner, new Scope(true, false, Set.of("ours"))),
                        row ->
                                row.inPerson()
                                        ? 403
                                        : row.ofStore() ? PASSED : ofInstallation(row, false)));
        VISITORS.put(
                "token for another store",
                new Visitor(
                        token(owner, new Scope(true, false, Set.of("theirs"))),
                        row ->
                                row.ofStore()
                                        ? 404
                                        : row.inPerson() ? 403 : ofInstallation(row, false)));
        Person adviser = person("adviser with a token", false);
        server.bean(People.class).admit(adviser.id(), "ours", List.of(Job.ADVISER));
        VISITORS.put(
                "adviser's token for everything",
                new Visitor(
                        token(adviser, Scope.WHOLE),
                        row -> row.inPerson() ? 403 : atABrowser(row, Role.VIEWER)));
    }

    private static int atABrowser(Row row, Role role) {
        if (!row.ofStore()) {
            return ofInstallation(row, false);
        }
        return role.covers(row.role()) ? PASSED : 403;
    }

    private static int ofInstallation(Row row, boolean owner) {
        return owner || row.role() == Role.VIEWER ? PASSED : 403;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void needsWhatTheTableSays() throws IOException {
        List<String> found = found();
        Files.createDirectories(FOUND.getParent());
        Files.write(FOUND, found);
        assertThat(found)
                .as("routes and what they need; %s has them as they are", FOUND)
                .containsExactlyElementsOf(Files.readAllLines(TABLE));
    }

    @Test
    void letsInWhomTheTableLetsInAndNobodyElse() throws IOException {
        List<Row> rows = Files.readAllLines(TABLE).stream().map(Row::of).toList();
        List<String> wrong = new ArrayList<>();
        VISITORS.forEach((name, visitor) -> {
            for (Row row : rows) {
                int right = visitor.right(row);
                int answer = ask(row, visitor);
                if (answer != right) {
                    wrong.add(row + " answers " + name + " " + answer + ", not " + right);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static int ask(Row row, Visitor visitor) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.url(row.url()))
                        .header("Content-Type", "application/json")
                        .method(row.method, BodyPublishers.ofString("{}"));
        boolean api = row.path.startsWith("/api/");
        Map<String, String> shown =
                visitor.headers.isEmpty() && !api ? stranger() : visitor.headers;
        shown.forEach(request::header);
        HttpResponse<String> response = server.send(request.build());
        boolean toTheDoor =
                response.headers()
                        .firstValue("Location")
                        .filter(to -> to.endsWith("/sign-in"))
                        .isPresent();
        boolean passed = response.headers().firstValue("X-Passed").isPresent();
        assertThat(passed).as("%s", row).isEqualTo(response.statusCode() == PASSED);
        return toTheDoor ? 401 : response.statusCode();
    }

    private static List<String> found() {
        return Stream.concat(
                        server
                                .bean(RequestMappingHandlerMapping.class)
                                .getHandlerMethods()
                                .entrySet()
                                .stream()
                                .filter(entry ->
                                        entry.getValue()
                                                .getBeanType()
                                                .getPackageName()
                                                .startsWith("app.rotina"))
                                .flatMap(entry -> lines(entry.getKey(), entry.getValue())),
                        FunctionalRoutes.of(server).stream().map(route -> route + " token"))
                .sorted()
                .toList();
    }

    private static Stream<String> lines(RequestMappingInfo info, HandlerMethod handler) {
        assertThat(info.getMethodsCondition().getMethods()).as("%s", info).isNotEmpty();
        return info.getPatternValues().stream()
                .flatMap(path ->
                        info.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path + " " + needs(handler)));
    }

    private static String needs(HandlerMethod handler) {
        Access access = handler.getMethodAnnotation(Access.class);
        InPerson presence = handler.getMethodAnnotation(InPerson.class);
        if (access == null) {
            return handler.hasMethodAnnotation(Anyone.class) ? "anyone" : "nothing said";
        }
        return access.value().name().toLowerCase(Locale.ROOT)
                + (presence == null ? "" : presence.fresh() ? " in-person fresh" : " in-person");
    }

    private static Person person(String name, boolean owner) {
        return server.bean(People.class)
                .add(
                        new Newcomer(
                                name.replaceAll("\\W", "-") + "@example.org",
                                name,
                                "a long enough one",
                                Locale.ENGLISH,
                                owner));
    }

    private static Map<String, String> token(Person person, Scope scope) {
        String token = server.bean(Keys.class).issue(person, "test", scope, Duration.ofDays(1));
        return Map.of("Authorization", "Bearer " + token);
    }

    /** A browser of the person, with a page open whose forms carry the right token. */
    private static Map<String, String> browser(Person person) {
        return page("rotina=" + server.bean(Sessions.class).open(person, "", false));
    }

    /** A browser that is not signed in: its forms carry a token all the same. */
    private static Map<String, String> stranger() {
        return FormToken.STRANGER;
    }

    private static Map<String, String> page(String session) {
        HttpResponse<String> me =
                server.send(
                        HttpRequest.newBuilder(server.url("/api/me"))
                                .header("Cookie", session)
                                .header(ASKING, "me")
                                .build());
        String token = JsonMapper.shared().readTree(me.body()).path("csrf").asString();
        String kept = me.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        return Map.of("Cookie", session + "; " + kept, "X-XSRF-TOKEN", token);
    }

    /** The form token of somebody else's page, without their session. */
    private static final class FormToken {
        static final Map<String, String> STRANGER = withoutSession();

        private static Map<String, String> withoutSession() {
            Map<String, String> signedIn = browser(person("somebody", false));
            String kept = signedIn.getOrDefault("Cookie", "").split("; ", 2)[1];
            return Map.of(
                    "Cookie", kept, "X-XSRF-TOKEN", signedIn.getOrDefault("X-XSRF-TOKEN", ""));
        }
    }
}

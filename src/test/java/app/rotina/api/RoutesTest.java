package app.rotina.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.access.Access;
import app.rotina.access.Anyone;
import app.rotina.state.Job;
import app.rotina.state.Keys;
import app.rotina.state.People;
import app.rotina.state.People.Newcomer;
import app.rotina.state.Person;
import app.rotina.state.Role;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every route there is, also those added later, asked by people who may not. */
class RoutesTest {
    private static ServerForTests server;
    private static String viewer;
    private static String stranger;

    private record Route(String method, String path, HandlerMethod handler) {
        Role role() {
            return Objects.requireNonNull(handler.getMethodAnnotation(Access.class)).value();
        }

        boolean ofStore() {
            return path.contains("{store}");
        }

        String url() {
            return path.replace("{store}", "ours").replaceAll("\\{[^}]*}", "1");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        server.bean(Stores.class).add(StateForTests.store("ours"));
        server.bean(Stores.class).add(StateForTests.store("theirs"));
        viewer = token("viewer@example.org", "ours");
        stranger = token("stranger@example.org", "theirs");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void namesARoleOrIsOpenToAnyone() {
        assertThat(all())
                .isNotEmpty()
                .allSatisfy(route ->
                        assertThat(
                                        route.handler.hasMethodAnnotation(Access.class)
                                                ^ route.handler.hasMethodAnnotation(Anyone.class))
                                .as("%s names its role, or is for anyone", route)
                                .isTrue());
    }

    @Test
    void namesNoStoreWhereAnyoneMayAsk() {
        assertThat(all().filter(route -> !guarded(route))).noneMatch(Route::ofStore);
    }

    @Test
    void refusesWhoIsNotSignedIn() {
        assertThat(api())
                .allSatisfy(
                        route -> assertThat(status(route, null)).as("%s", route).isEqualTo(401));
        assertThat(api())
                .allSatisfy(route ->
                        assertThat(status(route, "made-up")).as("%s", route).isEqualTo(401));
    }

    @Test
    void opensAFunctionToATokenAlone() {
        assertThat(FunctionalRoutes.of(server))
                .isNotEmpty()
                .allSatisfy(route -> {
                    String[] words = route.split(" ", -1);
                    assertThat(server.call(words[0], words[1], null).statusCode())
                            .as("%s", route)
                            .isEqualTo(401);
                    assertThat(server.call(words[0], words[1], "made-up").statusCode())
                            .as("%s", route)
                            .isEqualTo(401);
                    assertThat(server.call(words[0], words[1], viewer).statusCode())
                            .as("%s", route)
                            .isNotEqualTo(401);
                });
    }

    @Test
    void hidesAStoreFromThoseOfAnother() {
        assertThat(api().filter(Route::ofStore))
                .isNotEmpty()
                .allSatisfy(route ->
                        assertThat(status(route, stranger)).as("%s", route).isEqualTo(404));
    }

    @Test
    void refusesARoleTooLow() {
        assertThat(api().filter(route -> route.role() != Role.VIEWER))
                .isNotEmpty()
                .allSatisfy(
                        route -> assertThat(status(route, viewer)).as("%s", route).isEqualTo(403));
    }

    @Test
    void describesEveryRouteInTheOpenApiDocument() {
        JsonNode document =
                JsonMapper.shared().readTree(server.call("GET", "/api/openapi.json", null).body());
        assertThat(all().filter(route -> route.path.startsWith("/api/")))
                .allSatisfy(route ->
                        assertThat(
                                        document.path("paths")
                                                .path(route.path)
                                                .has(route.method.toLowerCase(Locale.ROOT)))
                                .as("%s", route)
                                .isTrue());
    }

    @Test
    void namesWhatEveryRouteTakes() {
        JsonNode document =
                JsonMapper.shared().readTree(server.call("GET", "/api/openapi.json", null).body());
        assertThat(document.path("paths").findValues("parameters"))
                .flatMap(all -> all.valueStream().toList())
                .extracting(one -> one.path("name").asString())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name).isNotBlank().isNotEqualTo("null"));
    }

    private static Stream<Route> api() {
        return all().filter(route -> route.path.startsWith("/api/")).filter(RoutesTest::guarded);
    }

    private static boolean guarded(Route route) {
        return route.handler.hasMethodAnnotation(Access.class);
    }

    private static Stream<Route> all() {
        RequestMappingHandlerMapping mapping = server.bean(RequestMappingHandlerMapping.class);
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry ->
                        entry.getValue().getBeanType().getPackageName().startsWith("app.rotina"))
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()).stream());
    }

    private static List<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        return info.getPatternValues().stream()
                .flatMap(path ->
                        info.getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.name(), path, handler)))
                .toList();
    }

    private static int status(Route route, @Nullable String token) {
        return server.call(route.method, route.url(), token).statusCode();
    }

    private static String token(String email, String store) {
        People people = server.bean(People.class);
        Person person =
                people.add(new Newcomer(email, email, "a long enough one", Locale.ENGLISH, false));
        people.admit(person.id(), store, List.of(Job.ADVISER));
        return server.bean(Keys.class).issueToken(person, "test");
    }
}

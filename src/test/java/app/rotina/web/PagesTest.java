package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.access.Access;
import app.rotina.access.Anyone;
import app.rotina.api.ServerForTests;
import app.rotina.kernel.Days;
import app.rotina.kernel.Store;
import app.rotina.routine.checks.Checks;
import app.rotina.state.Job;
import app.rotina.state.Keys;
import app.rotina.state.People;
import app.rotina.state.People.Newcomer;
import app.rotina.state.Person;
import app.rotina.state.Role;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page there is, also those added later, asked by people who may and who may not. */
class PagesTest {
    private static final List<String> READ_WITHOUT_DATA =
            List.of(
                    "",
                    "/day/2026-03-09",
                    "/why",
                    "/why?from=2026-03-02&to=2026-03-09&against=previous&share=true",
                    "/month",
                    "/month/2026-03",
                    "/goals",
                    "/channels",
                    "/channels/one?by=marketing_channel&value=nobody",
                    "/products",
                    "/views",
                    "/products/one?name=none&span=month",
                    "/metric/net_revenue?span=year&against=event",
                    "/metric/conversion_rate?grain=month&by=device",
                    "/metric/hero_stockouts",
                    "/sheet",
                    "/sheet/2026-03",
                    "/actions",
                    "/tasks",
                    "/tasks?job=marketing",
                    "/routine",
                    "/routine?job=&cadence=weekly&date=2026-03-09",
                    "/routine/store_opens",
                    "/routine/packs",
                    "/routine/days",
                    "/reports",
                    "/reports?kind=monthly&date=2026-03-09",
                    "/meetings",
                    "/waiting/2026-03-09",
                    "/waiting/2026-03-09?cause=in_stock",
                    "/bulletin",
                    "/team",
                    "/reviews",
                    "/reviews/monthly/2026-03",
                    "/reviews/weekly/2026-03-09",
                    "/import",
                    "/quarantine",
                    "/entry",
                    "/sources",
                    "/profiles",
                    "/reach",
                    "/tasks?view=board",
                    "/tasks?view=calendar",
                    "/tasks?state=closed&mine=1&overdue=1",
                    "/actions?kind=price");

    private static ServerForTests server;
    private static String viewer;
    private static String manager;
    private static String stranger;

    private record Route(String method, String path, HandlerMethod handler) {
        Role role() {
            return Objects.requireNonNull(handler.getMethodAnnotation(Access.class)).value();
        }

        String url() {
            return path.replace("{store}", "ours")
                            .replace("{date}", "2026-03-09")
                            .replace("{month}", "2026-03")
                            .replaceAll("\\{[^}]*}", "1")
                    + "?metric=orders&from=2026-03-09&to=2026-03-09&date=2026-03-09&month=2026-03";
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
        viewer = token("viewer@example.org", "ours", Job.ADVISER);
        manager = token("manager@example.org", "ours", Job.MANAGER);
        stranger = token("stranger@example.org", "theirs", Job.OWNER);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void sendsWhoIsNotSignedInToTheDoor() {
        assertThat(guarded())
                .isNotEmpty()
                .allSatisfy(route -> {
                    HttpResponse<String> answer = call(route, "made-up");
                    assertThat(answer.statusCode()).as("%s", route).isEqualTo(302);
                    assertThat(answer.headers().firstValue("Location"))
                            .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
                });
    }

    @Test
    void hidesAStoreFromThoseOfAnother() {
        assertThat(guarded().filter(route -> route.path.contains("{store}")))
                .isNotEmpty()
                .allSatisfy(route ->
                        assertThat(call(route, stranger).statusCode())
                                .as("%s", route)
                                .isEqualTo(404));
    }

    @Test
    void refusesARoleTooLow() {
        assertThat(guarded().filter(route -> route.role() != Role.VIEWER))
                .isNotEmpty()
                .allSatisfy(route ->
                        assertThat(call(route, viewer).statusCode())
                                .as("%s", route)
                                .isEqualTo(403));
    }

    @Test
    void refusesAFormWithoutItsToken() {
        assertThat(
                        server.call("POST", "/sign-in?email=a@example.org&password=x", null)
                                .statusCode())
                .isEqualTo(403);
    }

    @Test
    void showsEveryPageOfAStoreWithoutData() {
        assertThat(READ_WITHOUT_DATA)
                .allSatisfy(path -> {
                    HttpResponse<String> page = server.call("GET", "/s/ours" + path, manager);
                    assertThat(page.statusCode()).as("%s", path).isEqualTo(200);
                    assertThat(page.body()).contains("<h1", "</html>").doesNotContain("web.");
                });
    }

    /** Talks open to a person at a browser alone. */
    @Test
    void opensThePageWhereEachCheckIsLookedAt() {
        Days days = new Days(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-08"));
        List<String> pages =
                server.bean(Checks.class).all().stream()
                        .map(check -> check.page(days))
                        .filter(page -> !page.isEmpty())
                        .distinct()
                        .toList();
        assertThat(pages)
                .hasSizeGreaterThan(12)
                .allSatisfy(page ->
                        assertThat(server.call("GET", "/s/ours" + page, server.ownerToken()))
                                .extracting(HttpResponse::statusCode)
                                .isEqualTo(page.equals("/talks") ? 403 : 200));
    }

    @Test
    void showsAViewerNothingToChange() {
        assertThat(server.call("GET", "/s/ours/day/2026-03-09", viewer).body())
                .doesNotContain("/notes\"", "/import\"", "/settings\"");
        assertThat(server.call("GET", "/s/ours/goals", viewer).body())
                .doesNotContain("name=\"value\"");
    }

    @Test
    @DisplayName("90: markup in a name is text on a page")
    void escapesWhatPeopleWrote() {
        String hostile = "<img src=x onerror=alert(1)> \u202Eevil \uD83D\uDECD " + "x".repeat(150);
        server.bean(Stores.class).change(named(hostile));
        String page = server.call("GET", "/s/ours", viewer).body();
        assertThat(page).contains("&lt;img src=x").doesNotContain("<img src=x");
    }

    @Test
    void allowsNothingButItsOwnScripts() {
        HttpResponse<String> page = server.call("GET", "/s/ours", viewer);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'"));
        assertThat(page.body()).doesNotContain("style=", "onclick=", "<style").contains("defer");
    }

    @Test
    void answersABrowserThatIsLostWithAPage() {
        HttpRequest request =
                HttpRequest.newBuilder(server.url("/nowhere"))
                        .header("Accept", "text/html")
                        .build();
        HttpResponse<String> page = server.send(request);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("</html>");
    }

    private static Store named(String name) {
        Store store = StateForTests.store("ours");
        return new Store(
                store.id(),
                name,
                store.zone(),
                store.currency(),
                store.locale(),
                store.basis(),
                store.identity());
    }

    private static HttpResponse<String> call(Route route, @Nullable String token) {
        return server.call(route.method, route.url(), token);
    }

    private static Stream<Route> guarded() {
        RequestMappingHandlerMapping mapping = server.bean(RequestMappingHandlerMapping.class);
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry ->
                        entry.getValue().getBeanType().getPackageName().equals("app.rotina.web"))
                .filter(entry -> !entry.getValue().hasMethodAnnotation(Anyone.class))
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()));
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        return info.getPatternValues().stream()
                .flatMap(path ->
                        info.getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.name(), path, handler)));
    }

    private static String token(String email, String store, Job job) {
        People people = server.bean(People.class);
        Person person =
                people.add(new Newcomer(email, email, "a long enough one", Locale.ENGLISH, false));
        people.admit(person.id(), store, List.of(job));
        return server.bean(Keys.class).issueToken(person, "test");
    }
}

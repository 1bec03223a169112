package app.rotina.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.api.ServerForTests;
import app.rotina.routine.checks.Arranging;
import app.rotina.state.Job;
import app.rotina.state.Keys;
import app.rotina.state.Keys.Scope;
import app.rotina.state.People;
import app.rotina.state.People.Newcomer;
import app.rotina.state.Person;
import app.rotina.state.Stores;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An assistant's own client, over HTTP, against the whole product. */
class McpTest {
    private static ServerForTests server;
    private static McpSyncClient assistant;
    private static Person owner;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        for (String store : List.of("one", "two")) {
            server.call(
                    "POST",
                    "/api/stores",
                    server.ownerToken(),
                    """
                    {"id": "%s", "name": "Shop", "zone": "Europe/London", "currency": "GBP", "locale": "en"}\
                    """
                            .formatted(store));
        }
        owner =
                server.bean(People.class)
                        .add(
                                new Newcomer(
                                        "owner@example.org",
                                        "Olga",
                                        "a long enough one",
                                        Locale.ENGLISH,
                                        true));
        assistant = client(server.ownerToken());
    }

    @AfterAll
    static void stop() {
        assistant.close();
        server.close();
    }

    @Test
    void offersEveryToolWithWhatItTakes() {
        List<McpSchema.Tool> tools = assistant.listTools().tools();

        assertThat(tools)
                .extracting(McpSchema.Tool::name)
                .contains(
                        "list_stores", "read_close", "query_metrics", "list_findings", "add_task");
        assertThat(tools)
                .allSatisfy(tool -> {
                    assertThat(tool.description()).isNotBlank();
                    assertThat(tool.annotations().readOnlyHint())
                            .isEqualTo(!tool.name().startsWith("add_"));
                });
        assertThat(schema(tools, "read_close").path("required").valueStream())
                .extracting(JsonNode::asString)
                .containsExactly("store", "date");
        assertThat(schema(tools, "query_metrics").path("properties").propertyNames())
                .containsExactlyInAnyOrder("store", "metrics", "by", "from", "to", "where");
        assertThat(schema(tools, "add_task").path("properties").path("title").path("type"))
                .hasToString("\"string\"");
    }

    @Test
    void answersAsTheApiDoes() {
        CallToolResult close =
                call(assistant, "read_close", Map.of("store", "one", "date", "2026-03-09"));

        assertThat(close.isError()).isFalse();
        assertThat(JsonMapper.shared().readTree(text(close)))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        server.call(
                                                        "GET",
                                                        "/api/stores/one/closes/2026-03-09",
                                                        server.ownerToken())
                                                .body()));
        CallToolResult figures =
                call(
                        assistant,
                        "query_metrics",
                        Map.of(
                                "store",
                                "one",
                                "metrics",
                                List.of("orders", "net_revenue"),
                                "by",
                                List.of("channel"),
                                "from",
                                "2026-03-01",
                                "to",
                                "2026-03-09",
                                "where",
                                List.of("channel=site & more")));
        assertThat(JsonMapper.shared().readTree(text(figures)).path("currency").asString())
                .isEqualTo("GBP");
    }

    @Test
    void addsATaskThatThePagesShow() {
        String title = "Call the supplier <img onerror=x> & ask";
        call(assistant, "add_task", Map.of("store", "two", "title", title, "job", "purchasing"));

        assertThat(text(call(assistant, "list_tasks", Map.of("store", "two")))).contains(title);
        assertThat(text(call(assistant, "list_tasks", Map.of("store", "one")))).isEqualTo("[]");
    }

    @Test
    void addsATaskWithItsReasonItsMoneyAndItsPerson() {
        server.bean(People.class).admit(owner.id(), "two", List.of(Job.PURCHASING));
        String why = "The blue dress is out of stock";
        Map<String, Object> said =
                Map.of(
                        "store", "two",
                        "title", "Order dresses",
                        "job", "purchasing",
                        "person", "Olga",
                        "stake", "120.50",
                        "reason", why);
        JsonNode added = JsonMapper.shared().readTree(text(call(assistant, "add_task", said)));
        assertThat(added.path("person").asString()).isEqualTo("Olga");
        assertThat(added.path("stake").asString()).isEqualTo("120.50");
        Map<String, Object> part =
                Map.of(
                        "store", "two",
                        "title", "Take the dress off the home page",
                        "job", "design",
                        "partOf", added.path("id").asLong());
        assertThat(text(call(assistant, "add_task", part))).contains(why);
    }

    @Test
    void tellsTheRoutineOfPeopleAndFindingsOfEveryCadence() {
        server.bean(Arranging.class).choose(server.bean(Stores.class).of("two"), List.of("shop"));
        JsonNode day =
                JsonMapper.shared()
                        .readTree(
                                text(
                                        call(
                                                assistant,
                                                "list_routine",
                                                Map.of("store", "two", "job", "design"))));
        assertThat(day.path("items").valueStream())
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.path("job").asString()).isEqualTo("design"))
                .extracting(item -> item.path("kind").asString())
                .contains("human");
        Map<String, Object> weekly =
                Map.of("store", "two", "date", "2026-03-09", "cadence", "weekly");
        JsonNode findings =
                JsonMapper.shared().readTree(text(call(assistant, "list_findings", weekly)));
        assertThat(findings.isArray()).isTrue();
        assertThat(
                        call(
                                        assistant,
                                        "list_findings",
                                        Map.of(
                                                "store",
                                                "two",
                                                "date",
                                                "2026-03-09",
                                                "cadence",
                                                "hourly"))
                                .isError())
                .isTrue();
    }

    @Test
    void tellsAProblemInItsOwnSentence() {
        CallToolResult unknown = call(assistant, "list_tasks", Map.of("store", "none"));
        assertThat(unknown.isError()).isTrue();
        assertThat(text(unknown)).contains("none");

        assertThat(call(assistant, "list_tasks", Map.of("store", "..")).isError()).isTrue();
        assertThat(call(assistant, "list_tasks", Map.of("store", "one/../two")).isError()).isTrue();
        assertThat(call(assistant, "read_close", Map.of("store", "one")).isError()).isTrue();
    }

    @Test
    void addsNothingByATokenThatReads() {
        try (McpSyncClient reader = client(token(new Scope(false, true, Set.of())))) {
            assertThat(call(reader, "list_tasks", Map.of("store", "one")).isError()).isFalse();
            refusesATask(reader);
        }
    }

    @Test
    void knowsNoStoreThatATokenIsNotFor() {
        try (McpSyncClient other = client(token(new Scope(true, false, Set.of("two"))))) {
            assertThat(text(call(other, "list_stores", Map.of())))
                    .contains("\"two\"")
                    .doesNotContain("\"one\"");
            assertThat(refusesATask(other)).contains("one");
            assertThat(call(other, "list_tasks", Map.of("store", "one")).isError()).isTrue();
        }
    }

    private static String refusesATask(McpSyncClient client) {
        CallToolResult refused =
                call(client, "add_task", Map.of("store", "one", "title", "Not to be there"));
        assertThat(refused.isError()).isTrue();
        assertThat(text(refused)).isNotBlank();
        assertThat(text(call(assistant, "list_tasks", Map.of("store", "one"))))
                .doesNotContain("Not to be there");
        return text(refused);
    }

    /** A token of the installation's owner that may no more than this. */
    private static String token(Scope scope) {
        return server.bean(Keys.class).issue(owner, "test", scope, Duration.ofDays(1));
    }

    @Test
    void letsNobodyInWithoutAToken() {
        assertThat(server.call("POST", "/api/mcp", null, "{}").statusCode()).isEqualTo(401);
        assertThatThrownBy(() -> client("not a token")).isNotNull();
    }

    private static McpSyncClient client(String token) {
        McpSyncClient client =
                McpClient.sync(
                                HttpClientStreamableHttpTransport.builder(server.url("").toString())
                                        .endpoint("/api/mcp")
                                        .requestBuilder(
                                                HttpRequest.newBuilder()
                                                        .header("Authorization", "Bearer " + token))
                                        .build())
                        .build();
        client.initialize();
        return client;
    }

    private static CallToolResult call(
            McpSyncClient client, String tool, Map<String, Object> values) {
        return client.callTool(CallToolRequest.builder(tool).arguments(values).build());
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().getFirst()).text();
    }

    private static JsonNode schema(List<McpSchema.Tool> tools, String name) {
        return tools.stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .map(tool -> JsonMapper.shared().<JsonNode>valueToTree(tool.inputSchema()))
                .orElseThrow();
    }
}

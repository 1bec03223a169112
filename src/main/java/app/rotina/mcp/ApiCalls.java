package app.rotina.mcp;

import app.rotina.mcp.Operation.Input;
import app.rotina.mcp.Operation.Place;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls of the API on this very server, as the command line makes them: whoever calls shows their
 * own token, so that a tool may do what its caller may and no more.
 */
@Component
final class ApiCalls {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int FAILED = 400;

    private final Environment environment;
    private final HttpClient http = HttpClient.newHttpClient();

    ApiCalls(Environment environment) {
        this.environment = environment;
    }

    /**
     * Who calls a tool, as their request says it.
     *
     * @param languages as in Accept-Language; empty: not said
     */
    record Asking(String authorization, String languages) {}

    CallToolResult call(Tool tool, Map<String, Object> values, Asking asking) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address(tool, values))
                        .timeout(LONGEST)
                        .header("Authorization", asking.authorization())
                        .header("Content-Type", "application/json");
        if (!asking.languages().isEmpty()) {
            request.header("Accept-Language", asking.languages());
        }
        return told(
                send(
                        tool.reads()
                                ? request.GET().build()
                                : request.POST(BodyPublishers.ofString(body(tool, values)))
                                        .build()));
    }

    private URI address(Tool tool, Map<String, Object> values) {
        UriComponentsBuilder address =
                UriComponentsBuilder.newInstance()
                        .scheme("http")
                        .host("127.0.0.1")
                        .port(environment.getRequiredProperty("local.server.port"))
                        .path(tool.operation().path());
        Map<String, Object> variables = new LinkedHashMap<>();
        for (Input input : tool.taken()) {
            Object value = values.get(input.name());
            if (value != null && input.place() == Place.PATH) {
                variables.put(input.name(), segment(value));
            } else if (value != null && input.place() == Place.QUERY) {
                List<?> all =
                        value instanceof Collection<?> many ? List.copyOf(many) : List.of(value);
                for (int i = 0; i < all.size(); i++) {
                    address.queryParam(input.name(), "{" + input.name() + i + "}");
                    variables.put(input.name() + i, all.get(i));
                }
            }
        }
        return address.encode().buildAndExpand(variables).toUri();
    }

    /** A part of a path stays one: nothing that climbs out of it. */
    private static String segment(Object value) {
        String text = value.toString();
        return text.matches("\\.*") ? "-" : text;
    }

    private static String body(Tool tool, Map<String, Object> values) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (Input input : tool.taken()) {
            Object value = values.get(input.name());
            if (input.place() == Place.BODY && value != null) {
                body.put(input.name(), value);
            }
        }
        return JsonMapper.shared().writeValueAsString(body);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the API said; a refusal in its own sentence. */
    private static CallToolResult told(HttpResponse<String> answer) {
        boolean failed = answer.statusCode() >= FAILED;
        return CallToolResult.builder()
                .isError(failed)
                .addTextContent(failed ? refusal(answer) : answer.body())
                .build();
    }

    /** What never reached a route is refused without a sentence. */
    private static String refusal(HttpResponse<String> answer) {
        boolean told = answer.headers().firstValue("Content-Type").orElse("").contains("json");
        return told
                ? JsonMapper.shared().readTree(answer.body()).path("detail").asString()
                : "HTTP " + answer.statusCode();
    }
}

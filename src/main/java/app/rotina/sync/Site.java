package app.rotina.sync;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sync.Connector.Stream;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a connection's records are asked for, while a pull lasts. */
final class Site {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Connector connector;
    private final Map<String, String> said;
    private final String base;
    private final Auth auth;
    private final Fetcher fetcher;
    private Duration due = Duration.ZERO;

    /**
     * A page of a list.
     *
     * @param total the number of all records; empty: it was not said
     * @param after what the next page is asked for by; empty: it was not said
     * @param more whether there is one
     */
    record Page(JsonNode records, String total, String after, boolean more) {

        /** 0 where it was not said. */
        long count() {
            return total.matches("\\d{1,18}") ? Long.parseLong(total) : 0;
        }
    }

    /**
     * @param said what was said when connecting, and is not secret
     */
    Site(Connector connector, Map<String, String> said, Auth auth, Fetcher fetcher) {
        this.connector = connector;
        this.said = said;
        this.base = filled(connector.base());
        this.auth = auth;
        this.fetcher = fetcher;
    }

    /** With what was said in the place of its fields. */
    String filled(String text) {
        return Auth.filled(text, said);
    }

    Page page(Stream stream, Map<String, Object> parameters) {
        if (!stream.isQuery()) {
            return listed(stream.path(), parameters);
        }
        JsonNode list = at(answer(stream.query(), parameters), stream.list());
        JsonNode turn = list.path("pageInfo");
        JsonNode records = list.has("nodes") ? list.path("nodes") : list.path("items");
        return new Page(
                required(records),
                list.path(connector.paging().total()).asString(""),
                turn.path("endCursor").asString(""),
                turn.path("hasNextPage").asBoolean(records.size() >= connector.paging().most()));
    }

    Page listed(String path, Map<String, Object> parameters) {
        Fetcher.Page got =
                fetcher.page(
                        Question.of(address(path, parameters), auth, connector.paging().total())
                                .failing(connector.failures()));
        return new Page(
                required(got.body()),
                got.headers().getOrDefault(connector.paging().total(), ""),
                "",
                got.body().size() >= connector.paging().most());
    }

    private URI address(String path, Map<String, ?> parameters) {
        String query =
                new TreeMap<>(parameters)
                        .entrySet().stream()
                                .map(each ->
                                        each.getKey()
                                                + "="
                                                + OAuth.encoded(each.getValue().toString()))
                                .collect(Collectors.joining("&"));
        return URI.create(base + path + (query.isEmpty() ? "" : "?" + query));
    }

    /**
     * One answer with figures by day.
     *
     * @param offset how many rows came before
     * @param after what the page before gave to ask on with; empty: nothing
     */
    JsonNode figures(Report report, LocalDate from, LocalDate to, int offset, String after) {
        Map<String, String> places = new TreeMap<>(said);
        places.put("from", from.toString());
        places.put("to", to.toString());
        places.put("offset", Integer.toString(offset));
        Map<String, String> parameters = new TreeMap<>();
        report.params().forEach((name, text) -> parameters.put(name, Auth.filled(text, places)));
        if (!after.isEmpty()) {
            parameters.put(report.turn().parameter(), after);
        }
        URI address = address(filled(report.path()), parameters);
        Question question =
                report.body().isEmpty()
                        ? Question.of(address, auth, "")
                        : Question.json(address, Auth.filled(report.body(), places), auth);
        return fetcher.page(question.failing(connector.failures())).body();
    }

    /** The answer to a query, whole; it is asked when there is budget for it. */
    JsonNode answer(String query, Map<String, Object> variables) {
        String body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
        Question question = Question.json(URI.create(base), body, auth);
        fetcher.rest(due);
        JsonNode answer = fetcher.page(question).body();
        Said said = new Said(answer);
        due = said.rest();
        said.require(question, connector.mayLack());
        return answer;
    }

    /** What stands there; names with points between. */
    static JsonNode at(JsonNode node, String path) {
        JsonNode here = node;
        for (String name : path.split("\\.", -1)) {
            here = here.path(name);
        }
        return here;
    }

    private JsonNode required(JsonNode records) {
        if (!records.isArray()) {
            throw new RotinaException(Problem.PULL_NOT_JSON, URI.create(base).getHost());
        }
        return records;
    }
}

package app.rotina.sync;

import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.sync.Connector.Listing;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    Page page(Listing listing, Map<String, Object> parameters) {
        if (!listing.isQuery()) {
            return listed(listing.path(), listing.list(), listing.scroll(), parameters);
        }
        JsonNode answer = answer(listing.query(), parameters);
        JsonNode list = at(answer, listing.list());
        JsonNode turn = list.path("pageInfo");
        JsonNode records = records(list);
        String total = connector.paging().total();
        return new Page(
                required(records),
                at(list, total).asString(at(answer, total).asString("")),
                turn.path("endCursor").asString(""),
                turn.path("hasNextPage").asBoolean(records.size() >= connector.paging().most()));
    }

    /**
     * @param list where the list stands in the answer; empty: the answer is the list
     */
    Page listed(String path, String list, Map<String, Object> parameters) {
        return listed(path, list, "", parameters);
    }

    private Page listed(String path, String list, String scroll, Map<String, Object> parameters) {
        String total = connector.paging().total();
        Question question = Question.of(address(path, parameters), auth, total);
        Fetcher.Page got = fetcher.page(question.failing(connector.failures()));
        JsonNode body = got.body();
        JsonNode records = required(list.isEmpty() ? body : at(body, list));
        return new Page(
                records,
                got.headers().getOrDefault(total, at(body, total).asString("")),
                scroll.isEmpty() ? "" : at(body, scroll).asString(""),
                scroll.isEmpty()
                        ? records.size() >= connector.paging().most()
                        : !records.isEmpty());
    }

    /** The records of these ids, as far as there are any. */
    List<JsonNode> these(Connector.Stream stream, List<String> ids) {
        List<JsonNode> found =
                stream.listing().isQuery()
                        ? records(
                                        at(
                                                answer(stream.these(), Map.of("ids", ids)),
                                                stream.listing().list()))
                                .valueStream()
                                .toList()
                        : ids.stream()
                                .map(id -> one(stream.these().replace("{id}", id), ""))
                                .toList();
        return found.stream().filter(JsonNode::isObject).toList();
    }

    /** A list may come with its pages' turns around it. */
    private static JsonNode records(JsonNode list) {
        if (list.isArray()) {
            return list;
        }
        return list.has("nodes") ? list.path("nodes") : list.path("items");
    }

    /** Does what is said in JSON at a path, and gives the answer. */
    JsonNode done(String path, String body) {
        Question question = Question.json(address(path, Map.of()), body, auth);
        JsonNode answer = page(question);
        new Said(answer).require(question, Set.of());
        return answer;
    }

    /** What stands in a list that is asked for once; nothing where there is none. */
    List<JsonNode> few(Listing listing) {
        JsonNode list =
                listing.isQuery()
                        ? at(answer(listing.query(), Map.of()), listing.list())
                        : page(
                                Question.of(
                                        address(listing.path(), listing.params()),
                                        auth,
                                        Question.ANY));
        return required(list).valueStream().toList();
    }

    /** Takes away what is there. */
    void remove(String path) {
        var _ = page(Question.delete(address(path, Map.of()), auth));
    }

    private JsonNode page(Question question) {
        return fetcher.page(question.failing(connector.failures())).body();
    }

    /** One thing by itself; missing where there is none. */
    JsonNode one(String path, String at) {
        Question question = Question.of(address(path, Map.of()), auth, Question.ANY);
        JsonNode body = page(question);
        return at.isEmpty() && body.isObject() ? body : at(body, at);
    }

    private URI address(String path, Map<String, ?> parameters) {
        String query =
                new TreeMap<>(parameters)
                        .entrySet().stream()
                                .flatMap(each -> pairs(each.getKey(), each.getValue()))
                                .collect(Collectors.joining("&"));
        String whole = base + filled(path);
        return URI.create(query.isEmpty() ? whole : whole + "?" + query);
    }

    /** Once for each of several values. */
    private Stream<String> pairs(String name, Object value) {
        return value instanceof List<?> several
                ? several.stream().flatMap(each -> pairs(name, each))
                : Stream.of(OAuth.encoded(name) + "=" + OAuth.encoded(filled(value.toString())));
    }

    /** Where figures by day are read, once they are made out where they have to be. */
    String ready(Report report, Days days) {
        return report.run()
                .map(run -> {
                    Map<String, String> wanted = placed(report.params(), places(days));
                    URI address = address(report.path(), wanted);
                    return run.ready(this, page(Question.post(address, auth)));
                })
                .orElse(report.path());
    }

    private Map<String, String> places(Days days) {
        Map<String, String> places = new TreeMap<>(said);
        places.put("from", days.from().toString());
        places.put("to", days.to().toString());
        return places;
    }

    private static Map<String, String> placed(
            Map<String, String> texts, Map<String, String> places) {
        Map<String, String> placed = new TreeMap<>();
        texts.forEach((name, text) -> placed.put(name, Auth.filled(text, places)));
        return placed;
    }

    /**
     * One answer with figures by day.
     *
     * @param path where they are read
     * @param offset how many rows came before
     * @param after what the page before gave to ask on with; empty: nothing
     */
    JsonNode figures(Report report, String path, Days days, int offset, String after) {
        Map<String, String> places = places(days);
        places.put("offset", Integer.toString(offset));
        Map<String, String> parameters =
                placed(report.run().map(Run::params).orElse(report.params()), places);
        if (!after.isEmpty()) {
            parameters.put(report.turn().parameter(), after);
        }
        URI address = address(path, parameters);
        Question question =
                report.body().isEmpty()
                        ? Question.of(address, auth, "")
                        : Question.json(address, Auth.filled(report.body(), places), auth);
        return page(question);
    }

    /** The answer to a query, whole; it is asked when there is budget for it. */
    JsonNode answer(String query, Map<String, Object> variables) {
        Map<String, Object> named = new TreeMap<>(variables);
        named.keySet().removeIf(name -> !query.contains("$" + name));
        String body = JSON.writeValueAsString(Map.of("query", query, "variables", named));
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

    String host() {
        return String.valueOf(URI.create(base).getHost());
    }

    /** Lets time pass before the next question. */
    void rest(Duration time) {
        fetcher.rest(time);
    }

    private JsonNode required(JsonNode records) {
        if (!records.isArray()) {
            throw new RotinaException(Problem.PULL_NOT_JSON, host());
        }
        return records;
    }
}

package app.rotina.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A question in GraphQL, taken apart as strictly as a server does: it gives of what there is only
 * what is asked for, refuses what there is not, and counts what the answer may cost.
 */
final class GraphForTests {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern TOKEN =
            Pattern.compile("\\$?[A-Za-z_]\\w*|\\d+|\\.\\.\\.|\\[[^\\]]*\\]|[{}():!]|\"[^\"]*\"");

    private final List<String> tokens = new ArrayList<>();
    private final JsonNode variables;
    private int at;

    /** A field, what it is called in the answer, and what of it is asked for. */
    record Selection(String name, String alias, Map<String, String> arguments, List<Selection> of) {

        private int first() {
            return arguments.containsKey("ids")
                    ? ids().size()
                    : Integer.parseInt(arguments.getOrDefault("first", "1"));
        }

        List<String> ids() {
            return JSON.readTree(arguments.getOrDefault("ids", "[]"))
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
        }

        /** By the objects that may come. */
        int cost() {
            int each = 0;
            int nodes = 0;
            for (Selection one : of) {
                each += one.name.equals("nodes") ? 0 : one.cost();
                nodes += one.name.equals("nodes") ? one.cost() : 0;
            }
            if (of.isEmpty()) {
                return 0;
            }
            return nodes > 0 ? 1 + each + first() * nodes : first() * (1 + each);
        }
    }

    /** Asked for something that there is not. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown(String field) {
            super(field);
        }
    }

    private GraphForTests(String body) {
        JsonNode asked = JSON.readTree(body);
        this.variables = asked.path("variables");
        Matcher token = TOKEN.matcher(asked.path("query").asString());
        while (token.find()) {
            tokens.add(token.group());
        }
    }

    /** What a question asks for at its top. */
    static List<Selection> of(String body) {
        GraphForTests graph = new GraphForTests(body);
        while (!graph.tokens.get(graph.at).equals("{")) {
            graph.at++;
        }
        return graph.selections();
    }

    private List<Selection> selections() {
        List<Selection> all = new ArrayList<>();
        at++;
        while (!tokens.get(at).equals("}")) {
            if (tokens.get(at).equals("...")) { // of one kind of object
                at += 3;
                all.addAll(selections());
            } else {
                all.add(selection());
            }
        }
        at++;
        return all;
    }

    private Selection selection() {
        String alias = tokens.get(at++);
        String name = alias;
        if (tokens.get(at).equals(":")) {
            at++;
            name = tokens.get(at++);
        }
        Map<String, String> arguments = new HashMap<>();
        if (tokens.get(at).equals("(")) {
            at++;
            while (!tokens.get(at).equals(")")) {
                argument(arguments);
            }
            at++;
        }
        boolean deeper = tokens.get(at).equals("{");
        return new Selection(name, alias, arguments, deeper ? selections() : List.of());
    }

    /** Those of an object stand beside the others. */
    private void argument(Map<String, String> arguments) {
        String name = tokens.get(at);
        at += 2;
        if (tokens.get(at).equals("{")) {
            at++;
            while (!tokens.get(at).equals("}")) {
                argument(arguments);
            }
            at++;
            return;
        }
        String value = tokens.get(at++);
        JsonNode given = value.startsWith("$") ? variables.path(value.substring(1)) : null;
        if (given == null) {
            arguments.put(name, value);
        } else if (!given.isMissingNode()) {
            arguments.put(name, given.isArray() ? given.toString() : given.asString());
        }
    }

    /** Of the value what is asked for; a list that is asked for by its nodes gives a page. */
    static JsonNode given(Selection asked, JsonNode value) {
        if (value instanceof ArrayNode list) {
            boolean paged = asked.of().stream().anyMatch(one -> one.name().equals("nodes"));
            return paged ? page(asked, list) : some(asked, list);
        }
        if (asked.of().isEmpty() || value.isNull()) {
            return value;
        }
        ObjectNode given = JSON.createObjectNode();
        for (Selection one : asked.of()) {
            if (!value.has(one.name())) {
                throw new Unknown(one.name());
            }
            given.set(one.alias(), given(one, value.path(one.name())));
        }
        return given;
    }

    private static ArrayNode some(Selection asked, ArrayNode list) {
        ArrayNode some = JSON.createArrayNode();
        boolean all = !asked.arguments().containsKey("first");
        for (int i = 0; i < list.size() && (all || i < asked.first()); i++) {
            some.add(asked.of().isEmpty() ? list.get(i) : given(asked, list.get(i)));
        }
        return some;
    }

    private static ObjectNode page(Selection asked, ArrayNode list) {
        int from = Integer.parseInt(asked.arguments().getOrDefault("after", "0"));
        int to = Math.min(list.size(), from + asked.first());
        Selection each =
                asked.of().stream()
                        .filter(one -> one.name().equals("nodes"))
                        .findFirst()
                        .orElseThrow();
        ObjectNode page = JSON.createObjectNode();
        ArrayNode nodes = page.putArray("nodes");
        for (int i = from; i < to; i++) {
            nodes.add(given(each, list.get(i)));
        }
        page.putObject("pageInfo")
                .put("hasNextPage", to < list.size())
                .put("endCursor", Integer.toString(to));
        return page;
    }
}

package app.rotina.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A route of the API, as its OpenAPI document has it.
 *
 * @param inputs what it takes: from the path, the query and the body, each under its name
 */
record Operation(String method, String path, List<Input> inputs) {
    /** Where a route takes a value from. */
    enum Place {
        PATH,
        QUERY,
        BODY
    }

    /** A value that a route takes; the schema refers to nothing outside of itself. */
    record Input(String name, Place place, boolean needed, JsonNode schema) {}

    /** Every route, by its operation id. */
    static Map<String, Operation> in(JsonNode document) {
        Map<String, Operation> all = new LinkedHashMap<>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(method ->
                                        all.put(
                                                method.getValue().path("operationId").asString(),
                                                new Operation(
                                                        method.getKey(),
                                                        path.getKey(),
                                                        inputs(document, method.getValue())))));
        return all;
    }

    private static List<Input> inputs(JsonNode document, JsonNode operation) {
        List<Input> inputs = new ArrayList<>();
        for (JsonNode one : operation.path("parameters")) {
            inputs.add(
                    new Input(
                            one.path("name").asString(),
                            one.path("in").asString().equals("path") ? Place.PATH : Place.QUERY,
                            one.path("required").asBoolean(),
                            one.path("schema")));
        }
        JsonNode body =
                resolved(
                        document,
                        operation.at("/requestBody/content/application~1json").path("schema"));
        List<String> needed = body.path("required").valueStream().map(JsonNode::asString).toList();
        body.path("properties")
                .properties()
                .forEach(each ->
                        inputs.add(
                                new Input(
                                        each.getKey(),
                                        Place.BODY,
                                        needed.contains(each.getKey()),
                                        each.getValue())));
        return inputs;
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }
}

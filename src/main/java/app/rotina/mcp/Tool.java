package app.rotina.mcp;

import app.rotina.kernel.Definitions;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an assistant may call, as {@code tools/<id>.yaml} defines it: a route of the API, told in
 * words that a model reads.
 *
 * @param inputs what each value that it takes means, by name; a value that is not here is not taken
 */
record Tool(
        String id,
        Operation operation,
        String title,
        String describes,
        Map<String, String> inputs) {

    /** Every tool, discovered in the folder {@code tools}. */
    static List<Tool> all(JsonNode openApi) {
        Map<String, Operation> operations = Operation.in(openApi);
        return Definitions.in("tools").stream().map(yaml -> tool(yaml, operations)).toList();
    }

    private static Tool tool(JsonNode yaml, Map<String, Operation> operations) {
        String id = yaml.path("id").asString();
        Operation operation = operations.get(yaml.path("operation").asString());
        if (operation == null) {
            throw new RotinaException(Problem.BAD_DEFINITION, id, yaml.path("operation"));
        }
        Map<String, String> inputs = Definitions.texts(yaml.path("inputs"));
        List<String> known = operation.inputs().stream().map(Operation.Input::name).toList();
        if (!known.containsAll(inputs.keySet())) {
            throw new RotinaException(Problem.BAD_DEFINITION, id, inputs.keySet());
        }
        return new Tool(
                id,
                operation,
                yaml.path("title").asString(),
                yaml.path("describes").asString(),
                inputs);
    }

    boolean reads() {
        return operation.method().equals("get");
    }

    List<Operation.Input> taken() {
        return operation.inputs().stream().filter(one -> inputs.containsKey(one.name())).toList();
    }

    /** What it takes, as JSON Schema. */
    Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> needed = new ArrayList<>();
        for (Operation.Input input : taken()) {
            Map<String, Object> property = new LinkedHashMap<>(plain(input.schema()));
            property.put("description", inputs.getOrDefault(input.name(), ""));
            properties.put(input.name(), property);
            if (input.needed()) {
                needed.add(input.name());
            }
        }
        return Map.of(
                "type",
                "object",
                "properties",
                properties,
                "required",
                needed,
                "additionalProperties",
                false);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> plain(JsonNode schema) {
        return JsonMapper.shared().convertValue(schema, Map.class);
    }
}

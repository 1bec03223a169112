package app.rotina.sources.inspect;

import app.rotina.kernel.Definitions;
import app.rotina.sources.mapping.HeaderName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What an unknown file may be.
 *
 * @param need the fields it must have
 * @param any fields of which it must have one; empty: none
 * @param take further fields that are taken where they are there
 * @param text the rest of its definition
 * @param compute the fixed values of its rows
 */
record Target(
        String id,
        List<String> need,
        List<String> any,
        List<String> take,
        String text,
        Map<String, String> compute) {
    private static final JsonNode YAML = Definitions.in("inspect").getFirst();
    private static final Map<String, List<HeaderName>> NAMES = names();
    static final List<Target> ALL = all();

    /** Field → the header's column, as far as they are understood. */
    Map<String, Integer> columns(List<String> header) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        fields().forEach(field -> find(field, header, columns));
        return columns;
    }

    /** What is missing; the choice of fields as one. */
    List<String> missing(Map<String, Integer> columns) {
        List<String> missing =
                new ArrayList<>(
                        need.stream().filter(field -> !columns.containsKey(field)).toList());
        if (!any.isEmpty() && any.stream().noneMatch(columns::containsKey)) {
            missing.add(String.join(" / ", any));
        }
        return missing;
    }

    private Stream<String> fields() {
        return Stream.of(need, any, take).flatMap(List::stream);
    }

    private static void find(String field, List<String> header, Map<String, Integer> columns) {
        for (HeaderName name : NAMES.getOrDefault(field, List.of())) {
            for (int i = 0; i < header.size(); i++) {
                if (!columns.containsValue(i) && name.matches(header.get(i))) {
                    columns.put(field, i);
                    return;
                }
            }
        }
    }

    private static Map<String, List<HeaderName>> names() {
        Map<String, List<HeaderName>> names = new LinkedHashMap<>();
        YAML.path("fields")
                .properties()
                .forEach(field ->
                        names.put(
                                field.getKey(),
                                Stream.concat(
                                                Stream.of(field.getKey()),
                                                texts(field.getValue()).stream())
                                        .map(name -> HeaderName.of(name + " (*)"))
                                        .toList()));
        return names;
    }

    private static List<Target> all() {
        List<Target> all = new ArrayList<>();
        YAML.path("targets")
                .properties()
                .forEach(target -> all.add(target(target.getKey(), target.getValue())));
        return List.copyOf(all);
    }

    private static Target target(String id, JsonNode node) {
        Map<String, String> compute = new LinkedHashMap<>();
        node.path("compute")
                .properties()
                .forEach(e -> compute.put(e.getKey(), e.getValue().asString()));
        return new Target(
                id,
                texts(node.path("need")),
                texts(node.path("any")),
                texts(node.path("take")),
                node.path("text").asString(),
                compute);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asString()));
        return List.copyOf(texts);
    }
}

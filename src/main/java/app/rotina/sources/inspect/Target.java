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
 * @param any groups of fields of which it must have one whole; empty: none
 * @param shows fields of which it must have one, to be told from another; empty: none
 * @param take further fields that are taken where they are there
 * @param also field → fields whose names it goes by where its own are not there
 * @param text the rest of its definition
 * @param compute the fixed values of its rows
 */
record Target(
        String id,
        List<String> need,
        List<List<String>> any,
        List<String> shows,
        List<String> take,
        Map<String, List<String>> also,
        String text,
        Map<String, String> compute) {
    private static final JsonNode YAML = Definitions.in("inspect").getFirst();
    private static final Map<String, List<HeaderName>> NAMES = names();
    static final List<Target> ALL = all();

    /** Whether any target has such a field. */
    static boolean knows(String field) {
        return ALL.stream().anyMatch(target -> target.fields().contains(field));
    }

    static List<String> ids() {
        return ALL.stream().map(Target::id).toList();
    }

    /** All it can have, what it needs first. */
    List<String> fields() {
        Stream<String> choice = any.stream().flatMap(List::stream);
        return Stream.of(need.stream(), choice, shows.stream(), take.stream())
                .flatMap(fields -> fields)
                .distinct()
                .toList();
    }

    /** Whether a file of it has orders. */
    boolean hasOrders() {
        return compute.containsKey("document");
    }

    /** The names that people give a field, the most usual first. */
    static List<HeaderName> names(String field) {
        return NAMES.getOrDefault(field, List.of());
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
        Map<String, List<String>> also = new LinkedHashMap<>();
        node.path("also").properties().forEach(e -> also.put(e.getKey(), texts(e.getValue())));
        return new Target(
                id,
                texts(node.path("need")),
                texts(node.path("any")).stream().map(one -> List.of(one.split(" \\+ "))).toList(),
                texts(node.path("shows")),
                texts(node.path("take")),
                also,
                node.path("text").asString(),
                compute);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asString()));
        return List.copyOf(texts);
    }
}

package app.rotina.sources.mapping;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Texts;
import app.rotina.sources.RejectedRow;
import app.rotina.sources.grammar.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A place in a definition, so that whatever is wrong there can be said with its place. */
record Yaml(String definition, String place, JsonNode node, YamlLines lines) {
    private static final int MOST_ITEMS = 500;

    static Yaml root(String definition, JsonNode node, YamlLines lines) {
        return new Yaml(definition, "", node, lines);
    }

    Yaml at(String name) {
        String inner = place.isEmpty() ? name : place + "." + name;
        JsonNode child = node.isObject() ? node.path(name) : MissingNode.getInstance();
        return new Yaml(definition, inner, child, lines);
    }

    boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    boolean isMapping() {
        return node.isObject();
    }

    boolean isList() {
        return node.isArray();
    }

    String text() {
        if (!node.isValueNode() || isAbsent()) {
            throw fails("a value is needed");
        }
        return node.asString();
    }

    @Nullable String optionalText() {
        return isAbsent() ? null : text();
    }

    boolean flag() {
        if (isAbsent()) {
            return false;
        }
        return check(() ->
                switch (text()) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("true or false is needed");
                });
    }

    /** The items of a list; a single value is a list of one, absence an empty one. */
    List<Yaml> items() {
        if (isAbsent()) {
            return List.of();
        }
        if (!node.isArray()) {
            return List.of(this);
        }
        List<Yaml> items = new ArrayList<>();
        for (JsonNode item : node) {
            String each = place + "[" + (items.size() + 1) + "]";
            items.add(new Yaml(definition, each, item, lines));
        }
        return bounded(items);
    }

    List<String> texts() {
        return items().stream().map(Yaml::text).toList();
    }

    /** The entries of a mapping, in the order they are written. */
    Map<String, Yaml> entries() {
        if (isAbsent()) {
            return Map.of();
        }
        if (!node.isObject()) {
            throw fails("names with values are needed");
        }
        Map<String, Yaml> entries = new LinkedHashMap<>();
        node.properties().forEach(entry -> entries.put(entry.getKey(), at(entry.getKey())));
        bounded(List.copyOf(entries.keySet()));
        return entries;
    }

    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        entries().forEach((name, value) -> words.put(name, value.text()));
        return words;
    }

    void only(Set<String> names) {
        for (String name : entries().keySet()) {
            if (!names.contains(name)) {
                throw at(name).fails("is not known here");
            }
        }
    }

    /** One of the words that are allowed here. */
    <E extends Enum<E>> E choice(Class<E> type) {
        String word = text();
        List<String> words = new ArrayList<>();
        for (E each : type.getEnumConstants()) {
            String name = each.name().toLowerCase(Locale.ROOT);
            if (name.equals(word)) {
                return each;
            }
            words.add(name);
        }
        throw fails("“" + word + "” is none of " + String.join(", ", words));
    }

    /** The result, with this place named if it cannot be had. */
    <T> T check(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refused e) {
            String text = RejectedRow.textKey(e.reason());
            throw fails(Texts.english().say(text, e.arguments().toArray()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw fails(String.valueOf(e.getMessage()));
        }
    }

    RotinaException fails(String why) {
        return new RotinaException(
                Problem.BAD_PROFILE,
                definition,
                place.isEmpty() ? why : place + ": " + why,
                lines.of(place));
    }

    private <T> List<T> bounded(List<T> items) {
        if (items.size() > MOST_ITEMS) {
            throw fails("at most " + MOST_ITEMS + " entries are taken");
        }
        return items;
    }
}

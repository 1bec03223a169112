package app.rotina.sources.mapping;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Sentence;
import app.rotina.sources.RejectedRow;
import app.rotina.sources.grammar.Misfit;
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
            throw fails("value");
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
                    default -> throw new Misfit("flag");
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
            throw fails("mapping");
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
                throw at(name).fails("unknown_key");
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
        throw fails("choice", word, String.join(", ", words));
    }

    /** The result, with this place named if it cannot be had. */
    <T> T check(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refused e) {
            throw fails(Sentence.of(RejectedRow.textKey(e.reason()), e.arguments().toArray()));
        } catch (Misfit e) {
            throw fails(e.why());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw fails("other", String.valueOf(e.getMessage()));
        }
    }

    /** What is wrong here: a text under {@code sources.profile.} and its values. */
    RotinaException fails(String why, Object... values) {
        return fails(Sentence.of(Misfit.textKey(why), values));
    }

    private RotinaException fails(Sentence why) {
        return new RotinaException(
                Problem.BAD_PROFILE,
                definition,
                place.isEmpty() ? "none" : place,
                lines.of(place),
                why);
    }

    private <T> List<T> bounded(List<T> items) {
        if (items.size() > MOST_ITEMS) {
            throw fails("too_many", MOST_ITEMS);
        }
        return items;
    }
}

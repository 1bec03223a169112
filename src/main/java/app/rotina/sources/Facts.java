package app.rotina.sources;

import app.rotina.kernel.Definitions;
import app.rotina.sources.Fact.Coverage;
import app.rotina.sources.grammar.Misfit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The canonical facts, discovered in the folder {@code facts}. */
public final class Facts {
    private static final Map<String, Fact> ALL =
            Definitions.in("facts").stream()
                    .map(Facts::read)
                    .collect(Collectors.toUnmodifiableMap(Fact::id, fact -> fact));

    private Facts() {}

    public static List<Fact> all() {
        return ALL.values().stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
    }

    public static Fact of(String id) {
        @Nullable Fact fact = ALL.get(id);
        if (fact == null) {
            throw new Misfit("no_fact", id);
        }
        return fact;
    }

    private static Fact read(JsonNode yaml) {
        List<String> key = new ArrayList<>();
        yaml.path("key").forEach(name -> key.add(name.asString()));
        List<Field> fields = new ArrayList<>();
        yaml.path("fields")
                .properties()
                .forEach(field -> fields.add(field(field.getKey(), field.getValue().asString())));
        return new Fact(
                yaml.path("fact").asString(),
                List.copyOf(key),
                yaml.has("day") ? yaml.path("day").asString() : null,
                Coverage.valueOf(yaml.path("coverage").asString().toUpperCase(Locale.ROOT)),
                yaml.path("ids").asString("").equals("file"),
                List.copyOf(fields));
    }

    private static Field field(String name, String type) {
        return new Field(name, Field.Type.valueOf(type.toUpperCase(Locale.ROOT)));
    }
}

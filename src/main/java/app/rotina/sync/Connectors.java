package app.rotina.sync;

import app.rotina.kernel.Definitions;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The connectors there are, discovered in the folder {@code connectors}. */
public final class Connectors {
    private static final Map<String, Connector> ALL = read();

    private Connectors() {}

    public static List<Connector> all() {
        return List.copyOf(ALL.values());
    }

    public static Connector of(String id) {
        @Nullable Connector connector = ALL.get(id);
        if (connector == null) {
            throw new RotinaException(
                    Problem.UNKNOWN_CONNECTOR, id, String.join(", ", ALL.keySet()));
        }
        return connector;
    }

    private static Map<String, Connector> read() {
        Map<String, Connector> all = new TreeMap<>();
        Definitions.in("connectors").stream()
                .map(Connectors::connector)
                .forEach(each -> all.put(each.id(), each));
        return all;
    }

    private static Connector connector(JsonNode yaml) {
        return new Connector(
                text(yaml, "connector"),
                Definitions.texts(yaml.path("title")),
                text(yaml, "profile"),
                yaml.path("fields").properties().stream()
                        .map(each -> field(each.getKey(), each.getValue()))
                        .toList(),
                text(yaml, "base"),
                style(yaml.path("auth")),
                Duration.parse(text(yaml, "overlap")),
                paging(yaml.path("paging")),
                text(yaml, "cursor"),
                text(yaml, "id"),
                yaml.path("streams").properties().stream()
                        .map(each -> stream(each.getKey(), each.getValue()))
                        .toList());
    }

    private static Connector.Field field(String name, JsonNode yaml) {
        return new Connector.Field(
                name, yaml.path("secret").asBoolean(false), Definitions.texts(yaml));
    }

    private static Auth.Style style(JsonNode yaml) {
        return new Auth.Style(
                Auth.Kind.valueOf(text(yaml, "style").toUpperCase(Locale.ROOT)),
                text(yaml, "user"),
                text(yaml, "password"));
    }

    private static Connector.Paging paging(JsonNode yaml) {
        return new Connector.Paging(
                text(yaml, "size"),
                yaml.path("most").asInt(),
                text(yaml, "page"),
                text(yaml, "since"),
                text(yaml, "total"),
                Definitions.texts(yaml.path("params")));
    }

    private static Connector.Stream stream(String name, JsonNode yaml) {
        return new Connector.Stream(
                name,
                yaml.path("stream").asString(name),
                text(yaml, "path"),
                Definitions.texts(yaml.path("params")),
                Definitions.texts(yaml.path("embed")));
    }

    private static String text(JsonNode yaml, String name) {
        return yaml.path(name).asString();
    }
}

package app.rotina.sync;

import app.rotina.kernel.Definitions;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
                Set.copyOf(Definitions.words(yaml.path("may_lack"))),
                yaml.path("streams").properties().stream()
                        .map(each -> stream(each.getKey(), each.getValue()))
                        .toList());
    }

    private static Connector.Field field(String name, JsonNode yaml) {
        return new Connector.Field(
                name, yaml.path("secret").asBoolean(false), Definitions.texts(yaml));
    }

    private static Auth.Style style(JsonNode yaml) {
        String style = text(yaml, "style");
        return switch (style) {
            case "woocommerce" -> new Auth.WooCommerce(text(yaml, "user"), text(yaml, "password"));
            case "header" ->
                    new Auth.Header(
                            text(yaml, "header"),
                            or(yaml, "before", ""),
                            text(yaml, "secret"),
                            Definitions.texts(yaml.path("also")));
            case "token" ->
                    new Auth.Token(
                            text(yaml, "header"),
                            or(yaml, "before", ""),
                            text(yaml, "token"),
                            Definitions.texts(yaml.path("form")),
                            Definitions.texts(yaml.path("kept")));
            default -> throw new IllegalStateException(style);
        };
    }

    private static Connector.Paging paging(JsonNode yaml) {
        return new Connector.Paging(
                text(yaml, "size"),
                yaml.path("most").asInt(),
                text(yaml, "page"),
                Connector.Place.valueOf(or(yaml, "place", "number").toUpperCase(Locale.ROOT)),
                text(yaml, "since"),
                or(yaml, "until", ""),
                or(yaml, "as", "{}"),
                or(yaml, "total", ""),
                yaml.path("deepest").asInt(0),
                Definitions.texts(yaml.path("params")));
    }

    private static Connector.Stream stream(String name, JsonNode yaml) {
        return new Connector.Stream(
                name,
                or(yaml, "stream", name),
                or(yaml, "path", ""),
                or(yaml, "query", ""),
                or(yaml, "list", ""),
                Definitions.texts(yaml.path("params")),
                Definitions.texts(yaml.path("embed")));
    }

    private static String text(JsonNode yaml, String name) {
        return yaml.path(name).asString();
    }

    private static String or(JsonNode yaml, String name, String otherwise) {
        return yaml.path(name).asString(otherwise);
    }
}

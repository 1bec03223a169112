package app.rotina.sync;

import app.rotina.kernel.Definitions;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
                style(yaml.path("auth"), lacks(yaml.path("lacks")).keySet()),
                Duration.parse(text(yaml, "overlap")),
                paging(yaml.path("paging")),
                oneOrMore(yaml.path("cursor")),
                or(yaml, "id", ""),
                Set.copyOf(Definitions.words(yaml.path("may_lack"))),
                failures(yaml.path("failures")),
                lacks(yaml.path("lacks")),
                yaml.path("streams").properties().stream()
                        .map(each -> stream(each.getKey(), each.getValue()))
                        .toList(),
                Consent.of(yaml),
                Counting.of(yaml),
                Hooking.of(yaml));
    }

    private static Connector.Field field(String name, JsonNode yaml) {
        Map<String, String> labels = new TreeMap<>(Definitions.texts(yaml));
        labels.keySet().retainAll(Set.of("en", "pt", "zh"));
        return new Connector.Field(
                name,
                yaml.path("secret").asBoolean(false),
                Map.copyOf(labels),
                yaml.has("otherwise") ? text(yaml, "otherwise") : null,
                yaml.path("digits").asBoolean(false));
    }

    private static Failures failures(JsonNode yaml) {
        return new Failures(
                or(yaml, "at", ""),
                Set.copyOf(Definitions.words(yaml.path("busy"))),
                Set.copyOf(Definitions.words(yaml.path("refused"))));
    }

    private static Map<String, Map<String, String>> lacks(JsonNode yaml) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        yaml.properties()
                .forEach(each -> all.put(each.getKey(), Definitions.texts(each.getValue())));
        return Map.copyOf(all);
    }

    private static Auth.Style style(JsonNode yaml, Set<String> wished) {
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
                            or(yaml, "user", ""),
                            or(yaml, "password", ""),
                            Definitions.texts(yaml.path("form")),
                            Definitions.texts(yaml.path("kept")),
                            Definitions.texts(yaml.path("also")),
                            Optional.ofNullable(yaml.get("assertion")).map(Connectors::assertion),
                            wished);
            default -> throw new IllegalStateException(style);
        };
    }

    private static Assertion assertion(JsonNode yaml) {
        return new Assertion(
                text(yaml, "document"),
                text(yaml, "issuer"),
                text(yaml, "audience"),
                text(yaml, "key"),
                text(yaml, "key_id"),
                Definitions.texts(yaml.path("claims")));
    }

    private static Connector.Paging paging(JsonNode yaml) {
        return new Connector.Paging(
                or(yaml, "size", ""),
                yaml.path("most").asInt(0),
                or(yaml, "page", ""),
                Connector.Place.valueOf(or(yaml, "place", "number").toUpperCase(Locale.ROOT)),
                or(yaml, "since", ""),
                or(yaml, "until", ""),
                or(yaml, "as", "{}"),
                DateTimeFormatter.ofPattern(or(yaml, "times", "yyyy-MM-dd'T'HH:mm:ss"), Locale.ROOT)
                        .withZone(ZoneId.of(or(yaml, "zone", "UTC"))),
                or(yaml, "total", ""),
                yaml.path("deepest").asInt(0),
                Definitions.texts(yaml.path("params")));
    }

    private static Connector.Stream stream(String name, JsonNode yaml) {
        JsonNode detail = yaml.path("detail");
        return new Connector.Stream(
                name,
                or(yaml, "stream", name),
                listing(yaml),
                query(yaml, "these"),
                new Connector.Besides(
                        Definitions.texts(yaml.path("embed")),
                        new Connector.Detail(or(detail, "path", ""), or(detail, "at", "")),
                        Definitions.texts(yaml.path("also")),
                        Join.of(yaml)),
                yaml.path("whole").asBoolean(false),
                or(yaml, "stamp", ""),
                yaml.has("report") ? report(yaml.path("report")) : null);
    }

    /** In a query {@code {fields}} stands for those that several questions want of a record. */
    static Connector.Listing listing(JsonNode yaml) {
        return new Connector.Listing(
                or(yaml, "path", ""),
                query(yaml, "query"),
                or(yaml, "list", ""),
                Definitions.texts(yaml.path("params")),
                or(yaml, "scroll", ""));
    }

    private static String query(JsonNode yaml, String name) {
        return or(yaml, name, "")
                .replace("{fields}", or(yaml, "fields", ""))
                .replaceAll("\\s+", " ");
    }

    private static List<String> oneOrMore(JsonNode yaml) {
        return yaml.isString() ? List.of(yaml.asString()) : Definitions.words(yaml);
    }

    private static Report report(JsonNode yaml) {
        JsonNode turn = yaml.path("turn");
        JsonNode table = yaml.path("table");
        return new Report(
                text(yaml, "path"),
                Definitions.texts(yaml.path("params")),
                or(yaml, "body", ""),
                text(yaml, "rows"),
                text(yaml, "day"),
                yaml.path("days").asInt(),
                yaml.path("first").asInt(),
                new Report.Turn(
                        or(turn, "param", ""),
                        or(turn, "after", ""),
                        or(turn, "more", ""),
                        or(turn, "total", "")),
                new Report.Table(
                        Definitions.words(table.path("names")),
                        Definitions.words(table.path("values"))),
                Definitions.texts(yaml.path("with")),
                Definitions.texts(yaml.path("beside")),
                Run.of(yaml));
    }

    private static String text(JsonNode yaml, String name) {
        return yaml.path(name).asString();
    }

    private static String or(JsonNode yaml, String name, String otherwise) {
        return yaml.path(name).asString(otherwise);
    }
}

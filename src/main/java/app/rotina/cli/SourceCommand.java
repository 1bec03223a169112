package app.rotina.cli;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina source}: the shops and services a store's rows are pulled from. */
@Command(
        name = "source",
        subcommands = {
            SourceCommand.Add.class,
            SourceCommand.Listing.class,
            SourceCommand.Hour.class,
            ReconcileCommand.class,
            SourceCommand.Reconnect.class,
            SourceCommand.Remove.class
        })
final class SourceCommand {

    /** Connects one. What is secret is asked for, so that it stands in no list of commands. */
    @Command(name = "add")
    static final class Add extends Errand.OfStore {
        @Parameters(index = "1", paramLabel = "CONNECTOR")
        private String connector = "";

        @Option(names = "--field", paramLabel = "FIELD=VALUE")
        private Map<String, String> fields = Map.of();

        Add(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            Map<String, @Nullable Object> wanted = new LinkedHashMap<>();
            wanted.put("connector", connector);
            wanted.put(
                    "fields",
                    new Asking(root, client.get(path(store)), false).all(connector, fields));
            return new Brought(
                    client.post(path(store), wanted),
                    made -> say("cli.source.added", made.path("id").asLong()));
        }
    }

    /** Shows them. */
    @Command(name = "list")
    static final class Listing extends Errand.OfStore {
        Listing(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            return new Brought(
                    client.get(path(store)),
                    told -> {
                        String table = table(told.path("connections"), root.texts());
                        return table.isEmpty() ? say("cli.source.none") : table;
                    });
        }
    }

    /** Chooses when all are fetched. */
    @Command(name = "hour")
    static final class Hour extends Errand.OfStore {
        @Parameters(index = "1", paramLabel = "TIME")
        private String time = "";

        Hour(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            return new Brought(
                    client.put(path(store) + "/hour", Map.of("fetch_at", time)),
                    now ->
                            say(
                                    "cli.source.hour",
                                    LocalTime.parse(now.path("fetch_at").asString()).toString()));
        }
    }

    /** A command about one. */
    abstract static class OfSource extends Errand.OfStore {
        @Parameters(index = "1", paramLabel = "ID", descriptionKey = "rotina.source.ID")
        long id;

        OfSource(RotinaCommand root) {
            super(root);
        }
    }

    /** Takes other keys for one. */
    @Command(name = "reconnect")
    static final class Reconnect extends OfSource {
        @Option(names = "--field", paramLabel = "FIELD=VALUE")
        private Map<String, String> fields = Map.of();

        Reconnect(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            JsonNode told = client.get(path(store));
            String connector =
                    told.path("connections")
                            .valueStream()
                            .filter(each -> each.path("id").asLong() == id)
                            .map(each -> each.path("connector").asString())
                            .findFirst()
                            .orElse("");
            Map<String, String> all = new Asking(root, told, true).all(connector, fields);
            return new Brought(
                    client.put(one(store, id), Map.of("fields", all)),
                    made -> say("cli.source.added", id));
        }
    }

    /** Removes one; what it brought stays. */
    @Command(name = "remove")
    static final class Remove extends OfSource {
        Remove(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            return new Brought(
                    client.delete(one(store, id)),
                    gone ->
                            say(
                                    gone.path("stray").asBoolean()
                                            ? "cli.source.removed.stray"
                                            : "cli.source.removed",
                                    id));
        }
    }

    /** Asks the person for what a connector wants and nobody has said. */
    private record Asking(RotinaCommand root, JsonNode told, boolean secretsOnly) {

        Map<String, String> all(String connector, Map<String, String> said) {
            Map<String, String> all = new LinkedHashMap<>(said);
            told.path("connectors")
                    .valueStream()
                    .filter(each -> each.path("connector").asString().equals(connector))
                    .filter(each -> !each.path("consent").asBoolean())
                    .flatMap(each -> each.path("fields").valueStream())
                    .filter(field -> !secretsOnly || field.path("secret").asBoolean())
                    .forEach(field -> all.computeIfAbsent(name(field), any -> ask(field)));
            all.replaceAll((name, typed) -> whole(typed));
            return all;
        }

        private static String name(JsonNode field) {
            return field.path("name").asString();
        }

        private String ask(JsonNode field) {
            String label = field.path("label").asString();
            return root.terminal()
                    .ask((secretsOnly ? root.texts().say("cli.source.keep", label) : label) + ":");
        }
    }

    /** A line for each connection; empty: there is none. */
    static String table(JsonNode connections, Texts texts) {
        Table table = new Table(List.of(true));
        for (JsonNode each : connections) {
            table.row(
                    each.path("id").asString(),
                    each.path("connector").asString(),
                    texts.say("cli.source." + each.path("standing").asString()),
                    each.path("complete").asString("–"),
                    each.path("problem").asString());
        }
        return connections.isEmpty() ? "" : table.toString();
    }

    static String path(String store) {
        return Client.path("/api/stores/{}/connections", store);
    }

    static String one(String store, long id) {
        return path(store) + "/" + id;
    }

    /** A key that is a file of many lines is named, {@code @key.json}, instead of typed. */
    static String whole(String typed) {
        Path file = Path.of(typed.startsWith("@") ? typed.substring(1) : "");
        try {
            return typed.startsWith("@") && Files.isRegularFile(file)
                    ? Files.readString(file)
                    : typed;
        } catch (IOException e) {
            throw new RotinaException(
                    Problem.FILE_UNREADABLE, e, typed, String.valueOf(e.getMessage()));
        }
    }
}

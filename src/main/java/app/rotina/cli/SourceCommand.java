package app.rotina.cli;

import app.rotina.kernel.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
            ReconcileCommand.class,
            SourceCommand.Reconnect.class,
            SourceCommand.Remove.class
        })
final class SourceCommand {

    /** Connects one. What is secret is asked for, so that it stands in no list of commands. */
    @Command(name = "add")
    static final class Add implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(index = "0", paramLabel = "STORE")
        private String store = "";

        @Parameters(index = "1", paramLabel = "CONNECTOR")
        private String connector = "";

        @Option(names = "--field", paramLabel = "FIELD=VALUE")
        private Map<String, String> fields = Map.of();

        Add(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                Map<String, @Nullable Object> wanted = new LinkedHashMap<>();
                wanted.put("connector", connector);
                wanted.put("fields", asked(client));
                JsonNode made = client.post(path(store), wanted);
                root.answer(
                        made, () -> root.texts().say("cli.source.added", made.path("id").asLong()));
                return 0;
            }
        }

        private Map<String, String> asked(Client client) {
            Map<String, String> all = new LinkedHashMap<>(fields);
            for (JsonNode each : client.get(path(store)).path("connectors")) {
                if (each.path("connector").asString().equals(connector)) {
                    ask(root, each.path("fields"), all, false);
                }
            }
            return all;
        }
    }

    /** Shows them. */
    @Command(name = "list")
    static final class Listing implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(paramLabel = "STORE")
        private String store = "";

        Listing(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                JsonNode told = client.get(path(store));
                root.answer(told, () -> text(told));
                return 0;
            }
        }

        private String text(JsonNode told) {
            return told.path("connections").isEmpty()
                    ? root.texts().say("cli.source.none")
                    : table(told.path("connections"), root.texts());
        }
    }

    /** Takes other keys for one. */
    @Command(name = "reconnect")
    static final class Reconnect implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(index = "0", paramLabel = "STORE")
        private String store = "";

        @Parameters(index = "1", paramLabel = "ID")
        private long id;

        @Option(names = "--field", paramLabel = "FIELD=VALUE")
        private Map<String, String> fields = Map.of();

        Reconnect(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                JsonNode told = client.get(path(store));
                String connector = "";
                for (JsonNode each : told.path("connections")) {
                    connector =
                            each.path("id").asLong() == id
                                    ? each.path("connector").asString()
                                    : connector;
                }
                Map<String, String> all = new LinkedHashMap<>(fields);
                for (JsonNode each : told.path("connectors")) {
                    if (each.path("connector").asString().equals(connector)) {
                        ask(root, each.path("fields"), all, true);
                    }
                }
                JsonNode made = client.put(one(store, id), Map.of("fields", all));
                root.answer(made, () -> root.texts().say("cli.source.added", id));
                return 0;
            }
        }
    }

    /** Removes one; what it brought stays. */
    @Command(name = "remove")
    static final class Remove implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(index = "0", paramLabel = "STORE")
        private String store = "";

        @Parameters(index = "1", paramLabel = "ID")
        private long id;

        Remove(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                JsonNode gone = client.delete(one(store, id));
                root.answer(gone, () -> root.texts().say("cli.source.removed", id));
                return 0;
            }
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

    private static void ask(
            RotinaCommand root, JsonNode fields, Map<String, String> said, boolean secretsOnly) {
        for (JsonNode field : fields) {
            boolean wanted = !secretsOnly || field.path("secret").asBoolean();
            if (wanted && !said.containsKey(field.path("name").asString())) {
                String question = field.path("label").asString() + ":";
                said.put(field.path("name").asString(), root.terminal().ask(question));
            }
        }
    }
}

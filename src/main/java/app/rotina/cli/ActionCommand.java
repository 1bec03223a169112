package app.rotina.cli;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code rotina action}: what a store did to move its metrics. */
@Command(
        name = "action",
        subcommands = {
            ActionCommand.Add.class,
            ActionCommand.Listing.class,
            ActionCommand.Change.class,
            ActionCommand.Undo.class,
            ActionCommand.Remove.class
        })
final class ActionCommand {

    private static String path(String store) {
        return Client.path("/api/stores/{}/actions", store);
    }

    /** Records one. */
    @Command(name = "add")
    static final class Add implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(paramLabel = "STORE")
        private String store = "";

        @Option(names = "--name", required = true, paramLabel = "NAME")
        private String name = "";

        @Option(names = "--metric", required = true, paramLabel = "METRIC")
        private String metric = "";

        @Option(names = "--from", required = true, paramLabel = "DATE")
        private LocalDate from = LocalDate.EPOCH;

        @Option(names = "--time", paramLabel = "HH:MM")
        private @Nullable String time;

        @Option(names = "--to", paramLabel = "DATE")
        private @Nullable LocalDate to;

        @Option(names = "--where", paramLabel = "DIMENSION=VALUE")
        private List<String> where = List.of();

        @Option(names = "--kind", paramLabel = "KIND")
        private @Nullable String kind;

        @Option(names = "--was", paramLabel = "VALUE")
        private @Nullable String was;

        @Option(names = "--became", paramLabel = "VALUE")
        private @Nullable String became;

        @Option(names = "--reason", paramLabel = "TEXT")
        private @Nullable String reason;

        @Option(names = "--task", paramLabel = "TASK")
        private @Nullable Long task;

        Add(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                JsonNode added = client.post(path(store), said());
                String id = added.path("id").asString();
                root.answer(added, () -> root.texts().say("cli.action.added", id, name, store));
                return 0;
            }
        }

        private Map<String, @Nullable Object> said() {
            Map<String, @Nullable Object> said = new LinkedHashMap<>();
            said.put("name", name);
            said.put("metric", metric);
            said.put("from", from.toString());
            said.put("time", time);
            said.put("to", to == null ? null : to.toString());
            said.put("where", where);
            said.put("kind", kind);
            said.put("was", was);
            said.put("became", became);
            said.put("reason", reason);
            said.put("task", task);
            return said;
        }
    }

    /** All of them, the latest first. */
    @Command(name = "list")
    static final class Listing implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(paramLabel = "STORE")
        private String store = "";

        @Option(names = "--kind", paramLabel = "KIND")
        private String kind = "";

        Listing(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                JsonNode actions =
                        client.get(Client.path("/api/stores/{}/actions?kind={}", store, kind));
                root.answer(actions, () -> table(actions, Reading.of(client, root, store)));
                return 0;
            }
        }

        private String table(JsonNode actions, Reading reading) {
            if (actions.isEmpty()) {
                return reading.say("cli.action.none");
            }
            Table table = new Table(List.of(true));
            actions.forEach(one ->
                    table.row(
                            one.path("id").asString(),
                            one.path("name").asString() + changed(one),
                            reading.label(one.path("metric").asString()),
                            one.path("from").asString()
                                    + time(one)
                                    + " … "
                                    + one.path("to").asString(""),
                            String.join(
                                    ", ",
                                    one.path("where")
                                            .valueStream()
                                            .map(JsonNode::asString)
                                            .toList())));
            return table.toString();
        }
    }

    /** From what to what; empty where nobody said. */
    private static String changed(JsonNode one) {
        String was = one.path("was").asString();
        String became = one.path("became").asString();
        return was.isEmpty() && became.isEmpty() ? "" : " (" + was + " → " + became + ")";
    }

    /** What time it began, after its day; empty where nobody said. */
    private static String time(JsonNode one) {
        String time = one.path("time").asString("");
        return time.isEmpty() ? "" : " " + LocalTime.parse(time);
    }

    /** Says anew when one ended, what became of it or why. */
    @Command(name = "change", aliases = "end")
    static final class Change implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(index = "0", paramLabel = "STORE")
        private String store = "";

        @Parameters(index = "1", paramLabel = "ACTION", descriptionKey = "rotina.action.ACTION")
        private long action;

        @Option(names = "--to", paramLabel = "DATE")
        private @Nullable String to;

        @Option(names = "--time", paramLabel = "HH:MM")
        private @Nullable String time;

        @Option(names = "--became", paramLabel = "VALUE")
        private @Nullable String became;

        @Option(names = "--reason", paramLabel = "TEXT")
        private @Nullable String reason;

        Change(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                Map<String, @Nullable Object> said = new LinkedHashMap<>();
                said.put("to", to);
                said.put("time", time);
                said.put("became", became);
                said.put("reason", reason);
                JsonNode revised = client.patch(path(store) + "/" + action, said);
                root.answer(revised, () -> said(revised));
                return 0;
            }
        }

        private String said(JsonNode revised) {
            String change = revised.path("change").asString();
            return change.equals("0")
                    ? root.texts().say("cli.action.same", String.valueOf(action), store)
                    : root.texts().say("cli.action.changed", String.valueOf(action), store, change);
        }
    }

    /** Takes back what was said anew. */
    @Command(name = "undo")
    static final class Undo implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(index = "0", paramLabel = "STORE")
        private String store = "";

        @Parameters(index = "1", paramLabel = "ACTION", descriptionKey = "rotina.action.ACTION")
        private long action;

        @Option(names = "--change", required = true, paramLabel = "CHANGE")
        private long change;

        Undo(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                JsonNode now =
                        client.post(
                                path(store)
                                        + "/%d/changes/%d/restoration".formatted(action, change),
                                Map.of());
                root.answer(
                        now,
                        () -> root.texts().say("cli.action.undone", String.valueOf(action), store));
                return 0;
            }
        }
    }

    /** Forgets one. */
    @Command(name = "remove")
    static final class Remove implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(index = "0", paramLabel = "STORE")
        private String store = "";

        @Parameters(index = "1", paramLabel = "ACTION", descriptionKey = "rotina.action.ACTION")
        private long action;

        Remove(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                client.delete(path(store) + "/" + action);
                root.answer(
                        JsonMapper.shared().createObjectNode().put("removed", action),
                        () ->
                                root.texts()
                                        .say("cli.action.removed", String.valueOf(action), store));
                return 0;
            }
        }
    }
}

package app.rotina.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code rotina source reconcile}: holds by day what a source has against what came from it. */
@Command(name = "reconcile")
final class ReconcileCommand implements Callable<Integer> {
    private static final int SOME_DIFFER = 3;
    private static final int SOME_FAILED = 4;

    private final RotinaCommand root;

    @Parameters(index = "0", paramLabel = "STORE")
    private String store = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "SOURCE")
    private @Nullable String source;

    @Option(names = "--repair")
    private boolean repair;

    private int exit;

    ReconcileCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            Reading reading = Reading.of(client, root, store);
            ObjectNode all = JsonMapper.shared().createObjectNode();
            List<String> text = new ArrayList<>();
            for (JsonNode each : client.get(SourceCommand.path(store)).path("connections")) {
                if (SyncCommand.isMeant(each, source)) {
                    count(client, each, all, text, reading);
                }
            }
            root.answer(
                    all,
                    () ->
                            text.isEmpty()
                                    ? reading.say("cli.source.none")
                                    : String.join("\n", text));
            return exit;
        }
    }

    private void count(
            Client client,
            JsonNode connection,
            ObjectNode all,
            List<String> text,
            Reading reading) {
        long id = connection.path("id").asLong();
        String name = connection.path("connector").asString() + " " + id;
        String path = SourceCommand.one(store, id) + "/count";
        try {
            JsonNode counted = client.post(path, Map.of());
            if (repair && !drift(counted).isEmpty()) {
                counted = client.post(path + "/mending", Map.of()).path("count");
            }
            all.set(name, counted);
            text.add(name + ": " + said(counted, reading));
            exit = drift(counted).isEmpty() ? exit : Math.max(exit, SOME_DIFFER);
        } catch (Refusal refusal) {
            all.putObject(name).put("problem", String.valueOf(refusal.getMessage()));
            text.add(name + ": " + refusal.getMessage());
            exit = SOME_FAILED;
        }
    }

    private static List<JsonNode> drift(JsonNode counted) {
        List<JsonNode> days = new ArrayList<>();
        for (JsonNode day : counted.path("days")) {
            if (differing(day) > 0) {
                days.add(day);
            }
        }
        return days;
    }

    private static long differing(JsonNode day) {
        return day.path("lacking").asLong()
                + day.path("differing").asLong()
                + day.path("gone").asLong();
    }

    private static String said(JsonNode counted, Reading reading) {
        List<JsonNode> drift = drift(counted);
        if (drift.isEmpty()) {
            return reading.say("cli.source.agrees", counted.path("days").size());
        }
        Table table = new Table(List.of(false, true, true, true, true, true, true, true));
        table.row(
                reading.say("cli.source.differs", drift.size()),
                reading.say("cli.source.there"),
                "",
                reading.say("cli.source.here"),
                "",
                reading.say("cli.source.lacking"),
                reading.say("cli.source.differing"),
                reading.say("cli.source.gone"));
        for (JsonNode day : drift) {
            table.row(
                    day.path("day").asString(),
                    reading.count(day.path("source_count")),
                    reading.money(day.path("source_sum")),
                    reading.count(day.path("our_count")),
                    reading.money(day.path("our_sum")),
                    reading.count(day.path("lacking")),
                    reading.count(day.path("differing")),
                    reading.count(day.path("gone")));
        }
        return table.toString();
    }
}

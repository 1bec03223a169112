package app.rotina.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code rotina sync}: pulls what a store is connected to, all of it or one connection. */
@Command(name = "sync")
final class SyncCommand implements Callable<Integer> {
    private static final List<String> COUNTS =
            List.of("read", "inserted", "updated", "unchanged", "quarantined");
    private static final int SOME_FAILED = 4;

    private final RotinaCommand root;

    @Parameters(index = "0", paramLabel = "STORE")
    private String store = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "SOURCE")
    private @Nullable String source;

    SyncCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            Map<String, JsonNode> brought = new LinkedHashMap<>();
            Map<String, String> failed = new LinkedHashMap<>();
            for (JsonNode each : client.get(SourceCommand.path(store)).path("connections")) {
                if (isMeant(each, source)) {
                    pull(client, each, brought, failed);
                }
            }
            ObjectNode all = JsonMapper.shared().createObjectNode();
            brought.forEach(all::set);
            failed.forEach((name, why) -> all.putObject(name).put("problem", why));
            root.answer(all, () -> text(brought, failed, Reading.of(client, root, store)));
            return failed.isEmpty() ? quarantined(brought) : SOME_FAILED;
        }
    }

    /** By its number, or by what it is connected to. */
    static boolean isMeant(JsonNode connection, @Nullable String source) {
        return source == null
                || source.equals(connection.path("id").asString())
                || source.equals(connection.path("connector").asString());
    }

    private void pull(
            Client client,
            JsonNode connection,
            Map<String, JsonNode> brought,
            Map<String, String> failed) {
        long id = connection.path("id").asLong();
        String name = connection.path("connector").asString() + " " + id;
        try {
            brought.put(name, client.post(SourceCommand.one(store, id) + "/sync", Map.of()));
        } catch (Refusal refusal) {
            failed.put(name, String.valueOf(refusal.getMessage()));
        }
    }

    private static int quarantined(Map<String, JsonNode> brought) {
        return brought.values().stream().anyMatch(each -> each.path("quarantined").asLong() > 0)
                ? ImportCommand.SOME_QUARANTINED
                : 0;
    }

    private static String text(
            Map<String, JsonNode> brought, Map<String, String> failed, Reading reading) {
        if (brought.isEmpty() && failed.isEmpty()) {
            return reading.say("cli.source.none");
        }
        Table table = new Table(List.of(false, true, true, true, true, true));
        table.row(
                "",
                reading.say("cli.import.read"),
                reading.say("cli.import.inserted"),
                reading.say("cli.import.updated"),
                reading.say("cli.import.unchanged"),
                reading.say("cli.import.quarantined"));
        brought.forEach((name, counts) -> {
            String[] row = new String[COUNTS.size() + 1];
            row[0] = name;
            for (int i = 0; i < COUNTS.size(); i++) {
                row[i + 1] = reading.count(counts.path(COUNTS.get(i)));
            }
            table.row(row);
        });
        StringBuilder text = new StringBuilder(table.toString());
        failed.forEach((name, why) -> text.append("\n").append(name).append(": ").append(why));
        return text.toString();
    }
}

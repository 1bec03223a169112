package app.rotina.cli;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina arrange}: the checks of a store, and how it wants one of them done, or not. */
@Command(name = "arrange")
final class ArrangeCommand implements Callable<Integer> {
    private static final String CHECK = "/api/stores/{}/arrangement/checks/{}";

    private final RotinaCommand root;

    @Parameters(index = "0", paramLabel = "STORE")
    private String store = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CHECK",
            descriptionKey = "rotina.arrange.CHECK")
    private @Nullable String check;

    @Option(names = "--job", paramLabel = "JOB")
    private @Nullable String job;

    @Option(names = "--cadence", paramLabel = "CADENCE")
    private @Nullable String cadence;

    @Option(names = "--at", paramLabel = "HH:MM")
    private @Nullable String at;

    @Option(names = "--severity", paramLabel = "SEVERITY")
    private @Nullable String severity;

    @Option(names = "--least", paramLabel = "NUMBER")
    private @Nullable BigDecimal least;

    @Option(names = "--name", paramLabel = "TEXT")
    private @Nullable String name;

    @Option(names = "--look", paramLabel = "TEXT")
    private @Nullable String look;

    @Option(names = "--todo", paramLabel = "TEXT")
    private @Nullable String todo;

    @Option(names = "--ask", paramLabel = "WHAT")
    private @Nullable List<String> asks;

    @Option(names = "--pack", paramLabel = "PACK")
    private @Nullable String pack;

    @Option(names = "--metric", paramLabel = "METRIC")
    private @Nullable String metric;

    @Option(names = "--by", paramLabel = "DIMENSION")
    private @Nullable String by;

    @Option(names = "--leave-out")
    private boolean leaveOut;

    @Option(names = "--bring-back")
    private boolean bringBack;

    ArrangeCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            String one = check;
            if (one == null) {
                list(client);
            } else {
                JsonNode changed = arranged(client, Client.path(CHECK, store, one));
                root.answer(changed, () -> root.texts().say("checks.arranged", one));
            }
            return 0;
        }
    }

    private void list(Client client) {
        Reading reading = Reading.of(client, root, store);
        JsonNode checks =
                client.speaking(reading.texts().locale())
                        .get(Client.path("/api/stores/{}/arrangement/checks", store));
        root.answer(checks, () -> table(checks, reading));
    }

    private static String table(JsonNode checks, Reading reading) {
        Table table = new Table(List.of());
        for (JsonNode one : checks) {
            table.row(
                    one.path("id").asString(),
                    one.path("label").asString(),
                    one.path("leftOut").asBoolean()
                            ? reading.say("routine.left_out")
                            : reading.say("routine.cadence." + one.path("cadence").asString()),
                    reading.say("checks.job." + one.path("job").asString()));
        }
        return table.toString();
    }

    private JsonNode arranged(Client client, String path) {
        if (leaveOut) {
            return client.post(path + "/left_out", Map.<String, @Nullable Object>of());
        }
        return bringBack ? client.delete(path + "/left_out") : client.put(path, wish());
    }

    private Map<String, @Nullable Object> wish() {
        Map<String, @Nullable Object> wish = new LinkedHashMap<>();
        wish.put("job", job);
        wish.put("cadence", cadence);
        wish.put("at", at);
        wish.put("severity", severity);
        wish.put("least", least);
        wish.put("name", name);
        wish.put("look", look);
        wish.put("todo", todo);
        wish.put("asks", asks);
        wish.put("pack", pack);
        wish.put("metric", metric);
        wish.put("by", by);
        return wish;
    }
}

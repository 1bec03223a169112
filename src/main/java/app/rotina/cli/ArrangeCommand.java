package app.rotina.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/**
 * {@code rotina arrange}: the checks of a store, and another person, rhythm or hour for one of
 * them.
 */
@Command(name = "arrange")
final class ArrangeCommand implements Callable<Integer> {
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

    ArrangeCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            if (check == null) {
                list(client);
            } else {
                arrange(client, check);
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
                    reading.say("routine.cadence." + one.path("cadence").asString()),
                    reading.say("checks.job." + one.path("job").asString()));
        }
        return table.toString();
    }

    private void arrange(Client client, String which) {
        Map<String, @Nullable Object> wish = new LinkedHashMap<>();
        wish.put("job", job);
        wish.put("cadence", cadence);
        wish.put("at", at);
        root.answer(
                client.put(Client.path("/api/stores/{}/arrangement/checks/{}", store, which), wish),
                () -> root.texts().say("checks.arranged", which));
    }
}

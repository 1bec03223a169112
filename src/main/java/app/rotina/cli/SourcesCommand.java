package app.rotina.cli;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina sources}: what every kind of source has brought, and what has not come. */
@Command(name = "sources")
final class SourcesCommand implements Callable<Integer> {
    private static final List<Boolean> RIGHT =
            List.of(false, false, false, true, true, true, true, true);

    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @Option(names = "--state", paramLabel = "PROFILE")
    private @Nullable String state;

    SourcesCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            String profile = state;
            if (profile != null) {
                root.terminal().print(state(client, profile));
                return 0;
            }
            JsonNode told = client.get(Client.path("/api/stores/{}/sources", store));
            root.answer(told, () -> text(told, Reading.of(client, root, store)));
            return 0;
        }
    }

    /** As a tap takes it. */
    private String state(Client client, String profile) {
        JsonNode states = client.get(Client.path("/api/stores/{}/sources/states", store));
        if (!states.has(profile)) {
            throw new RotinaException(Problem.NOT_FOUND, profile);
        }
        return states.path(profile).asString();
    }

    private static String text(JsonNode told, Reading reading) {
        String connected = SourceCommand.table(told.path("connections"), reading.texts());
        String brought = brought(told, reading);
        return connected.isEmpty() ? brought : brought + "\n\n" + connected;
    }

    private static String brought(JsonNode told, Reading reading) {
        if (told.path("sources").isEmpty()) {
            return reading.say("cli.sources.none");
        }
        Table table = new Table(RIGHT);
        table.row(
                reading.say("cli.sources.source"),
                reading.say("cli.sources.through"),
                reading.say("cli.sources.settled"),
                reading.say("web.import.read"),
                reading.say("web.import.inserted"),
                reading.say("web.import.updated"),
                reading.say("web.import.unchanged"),
                reading.say("web.import.quarantined"));
        List<String> said = new ArrayList<>();
        for (JsonNode one : told.path("sources")) {
            table.row(
                    one.path("source").asString(),
                    day(one.path("through")),
                    day(one.path("settled")),
                    reading.count(one.path("read")),
                    reading.count(one.path("inserted")),
                    reading.count(one.path("updated")),
                    reading.count(one.path("unchanged")),
                    reading.count(one.path("waiting")));
            if (one.path("late").asLong() > 0) {
                said.add(late(one, reading));
            }
            String source = one.path("source").asString();
            one.path("warnings").forEach(text -> said.add(source + ": " + text.asString()));
        }
        return said.isEmpty() ? table.toString() : table + "\n\n" + String.join("\n", said);
    }

    private static String day(JsonNode day) {
        return day.isNull() || day.isMissingNode() ? "–" : day.asString();
    }

    private static String late(JsonNode one, Reading reading) {
        List<String> missing = new ArrayList<>();
        one.path("missing").forEach(metric -> missing.add(reading.label(metric.asString())));
        String source = one.path("source").asString();
        long days = one.path("late").asLong();
        return missing.isEmpty()
                ? reading.say("cli.sources.late", source, days)
                : reading.say("cli.sources.late_missing", source, days, String.join(", ", missing));
    }
}

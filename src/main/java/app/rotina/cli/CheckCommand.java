package app.rotina.cli;

import java.time.LocalDate;
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
import tools.jackson.databind.node.ArrayNode;

/**
 * {@code rotina check}: goes through a store's checks, opens the tasks that follow, and lists what
 * waits for a person.
 */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @Option(names = "--date", paramLabel = "DATE")
    private @Nullable LocalDate date;

    @Option(names = "--cadence", paramLabel = "CADENCE", defaultValue = "daily")
    private String cadence = "";

    CheckCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            Reading reading = Reading.of(client, root, store);
            Client speaking = client.speaking(reading.texts().locale());
            JsonNode agenda = speaking.get(agenda());
            ArrayNode all = JsonMapper.shared().createArrayNode();
            judged(speaking, agenda).forEach(all::add);
            asked(agenda).forEach(all::add);
            root.answer(all, () -> String.join("\n", new CheckText(reading).checks(all)));
            return 0;
        }
    }

    private String agenda() {
        String day = date == null ? "" : "&date=" + date;
        return Client.path("/api/stores/{}/routine", store)
                + "?cadence="
                + Client.encoded(cadence)
                + day;
    }

    /** Those that data judge: of the day asked for, else of the last period that is over. */
    private Iterable<JsonNode> judged(Client client, JsonNode agenda) {
        String day =
                date == null
                        ? agenda.path("items")
                                .valueStream()
                                .filter(CheckCommand::isByData)
                                .map(item -> item.path("turn").path("first").asString())
                                .findFirst()
                                .orElse("")
                        : date.toString();
        return day.isEmpty()
                ? List.of()
                : client.post(
                        Client.path("/api/stores/{}/checks/{}", store, day)
                                + "?cadence="
                                + Client.encoded(cadence),
                        Map.<String, @Nullable Object>of());
    }

    private static List<JsonNode> asked(JsonNode agenda) {
        List<JsonNode> asked = new ArrayList<>();
        agenda.path("items").valueStream().filter(item -> !isByData(item)).forEach(asked::add);
        return asked;
    }

    private static boolean isByData(JsonNode item) {
        return item.path("kind").asString().equals("automatic");
    }
}

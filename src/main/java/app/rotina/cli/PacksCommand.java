package app.rotina.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina packs}: which routines a store goes by, and choosing others. */
@Command(name = "packs")
final class PacksCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @Option(names = "--choose", split = ",", paramLabel = "PACK")
    private @Nullable List<String> chosen;

    PacksCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            Reading reading = Reading.of(client, root, store);
            String path = Client.path("/api/stores/{}/arrangement/packs", store);
            Client speaking = client.speaking(reading.texts().locale());
            JsonNode packs = chosen == null ? speaking.get(path) : speaking.put(path, chosen);
            root.answer(packs, () -> String.join("\n", lines(packs)));
            return 0;
        }
    }

    private static List<String> lines(JsonNode packs) {
        List<String> lines = new ArrayList<>();
        for (JsonNode pack : packs) {
            lines.add(
                    "%s %s  %s"
                            .formatted(
                                    pack.path("chosen").asBoolean() ? "✓" : "–",
                                    pack.path("id").asString(),
                                    pack.path("label").asString()));
            lines.add("    " + pack.path("about").asString());
        }
        return lines;
    }
}

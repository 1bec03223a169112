package app.rotina.cli;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina check}: goes through a store's checks and opens the tasks that follow. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @Option(names = "--date", paramLabel = "DATE", required = true)
    private LocalDate date = LocalDate.EPOCH;

    @Option(names = "--cadence", paramLabel = "CADENCE", defaultValue = "daily")
    private String cadence = "";

    CheckCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            Reading reading = Reading.of(client, root, store);
            String path =
                    Client.path("/api/stores/{}/checks/{}", store, date.toString())
                            + "?cadence="
                            + Client.encoded(cadence);
            JsonNode checks =
                    client.speaking(reading.texts().locale())
                            .post(path, Map.<String, @Nullable Object>of());
            root.answer(checks, () -> String.join("\n", new CheckText(reading).checks(checks)));
            return 0;
        }
    }
}

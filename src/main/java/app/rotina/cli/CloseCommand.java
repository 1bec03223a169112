package app.rotina.cli;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina close}: did the day meet its target, and why. */
@Command(name = "close")
final class CloseCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @Option(names = "--date", required = true, paramLabel = "DATE")
    private LocalDate date = LocalDate.EPOCH;

    CloseCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            JsonNode close = close(client, store, date);
            root.answer(close, () -> new CloseText(close, Reading.of(client, root, store)).text());
            return 0;
        }
    }

    static JsonNode close(Client client, String store, LocalDate date) {
        return client.post(
                Client.path("/api/stores/{}/closes/{}", store, date.toString()), Map.of());
    }
}

package app.rotina.cli;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina mute}: silences a check until a day, with a reason. */
@Command(name = "mute")
final class MuteCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(index = "0", paramLabel = "STORE")
    private String store = "";

    @Parameters(index = "1", paramLabel = "CHECK", descriptionKey = "rotina.answer.CHECK")
    private String check = "";

    @Option(names = "--until", required = true, paramLabel = "DATE")
    private LocalDate until = LocalDate.EPOCH;

    @Option(names = "--why", required = true, paramLabel = "TEXT")
    private String why = "";

    MuteCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            Reading reading = Reading.of(client, root, store);
            JsonNode muted =
                    client.post(
                            Client.path("/api/stores/{}/arrangement/checks/{}/mutes", store, check),
                            Map.<String, @Nullable Object>of(
                                    "until", until.toString(), "why", why));
            root.answer(
                    muted,
                    () -> reading.say("checks.muted", check, reading.date(until.toString())));
            return 0;
        }
    }
}

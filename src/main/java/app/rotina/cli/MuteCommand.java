package app.rotina.cli;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina mute}: silences a check until a day, with a reason, or lifts that. */
@Command(name = "mute")
final class MuteCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(index = "0", paramLabel = "STORE")
    private String store = "";

    @Parameters(index = "1", paramLabel = "CHECK", descriptionKey = "rotina.answer.CHECK")
    private String check = "";

    @ArgGroup(multiplicity = "1", exclusive = true)
    private Silence silence = new Silence();

    /** A silence, or the end of one. */
    static final class Silence {
        @ArgGroup(exclusive = false)
        private @Nullable Begun begun;

        @Option(names = "--lift", required = true)
        private boolean lifted;
    }

    /** Until when, and why. */
    static final class Begun {
        @Option(names = "--until", required = true, paramLabel = "DATE")
        private LocalDate until = LocalDate.EPOCH;

        @Option(names = "--why", required = true, paramLabel = "TEXT")
        private String why = "";
    }

    MuteCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            String path = Client.path("/api/stores/{}/arrangement/checks/{}/mutes", store, check);
            if (silence.lifted) {
                root.answer(client.delete(path), () -> root.texts().say("checks.unmuted", check));
            } else {
                mute(client, path, Objects.requireNonNull(silence.begun));
            }
            return 0;
        }
    }

    private void mute(Client client, String path, Begun wish) {
        Reading reading = Reading.of(client, root, store);
        String until = wish.until.toString();
        JsonNode muted =
                client.post(
                        path, Map.<String, @Nullable Object>of("until", until, "why", wish.why));
        root.answer(muted, () -> reading.say("checks.muted", check, reading.date(until)));
    }
}

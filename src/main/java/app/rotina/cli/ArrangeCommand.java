package app.rotina.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rotina arrange}: another person, rhythm or hour for a check. */
@Command(name = "arrange")
final class ArrangeCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(index = "0", paramLabel = "STORE")
    private String store = "";

    @Parameters(index = "1", paramLabel = "CHECK", descriptionKey = "rotina.answer.CHECK")
    private String check = "";

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
            Map<String, @Nullable Object> wish = new LinkedHashMap<>();
            wish.put("job", job);
            wish.put("cadence", cadence);
            wish.put("at", at);
            root.answer(
                    client.put(
                            Client.path("/api/stores/{}/arrangement/checks/{}", store, check),
                            wish),
                    () -> root.texts().say("checks.arranged", check));
            return 0;
        }
    }
}

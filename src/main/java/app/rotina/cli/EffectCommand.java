package app.rotina.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina effect}: whether an action worked. */
@Command(name = "effect")
final class EffectCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @Option(names = "--action", required = true, paramLabel = "ACTION")
    private long action;

    @Option(names = "--as-of", paramLabel = "DATE")
    private @Nullable LocalDate asOf;

    EffectCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            String path = Client.path("/api/stores/{}/actions", store) + "/" + action + "/effect";
            JsonNode effect = client.get(asOf == null ? path : path + "?asOf=" + asOf);
            root.answer(effect, () -> EffectText.of(effect, Reading.of(client, root, store)));
            return 0;
        }
    }
}

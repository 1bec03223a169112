package app.rotina.cli;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
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

/** {@code rotina digest}: prints a day's digest, or sends it to those who want it. */
@Command(name = "digest")
final class DigestCommand implements Callable<Integer> {
    private static final List<String> WAYS = List.of("stdout", "mail", "webhook");
    private static final int NOT_ALL_SENT = 4;

    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @Option(names = "--date", paramLabel = "DATE", required = true)
    private LocalDate date = LocalDate.EPOCH;

    @Option(names = "--to", paramLabel = "TO", defaultValue = "stdout")
    private String to = "";

    DigestCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (!WAYS.contains(to)) {
            throw new RotinaException(Problem.BAD_ARGUMENT, to + ": " + String.join(", ", WAYS));
        }
        try (Client client = root.connect()) {
            return to.equals("stdout") ? print(client) : send(client);
        }
    }

    private int print(Client client) {
        String lang = root.asked().map(tag -> "?lang=" + Client.encoded(tag)).orElse("");
        JsonNode digest = client.get(path() + lang);
        root.answer(digest, () -> digest.path("text").asString());
        return 0;
    }

    private int send(Client client) {
        JsonNode sent = client.post(path() + "?to=" + to, Map.<String, @Nullable Object>of());
        root.answer(sent, () -> String.join("\n", told(sent)));
        for (JsonNode each : sent) {
            if (!each.path("state").asString().equals("sent")) {
                return NOT_ALL_SENT;
            }
        }
        return 0;
    }

    private List<String> told(JsonNode sent) {
        List<String> lines = new ArrayList<>();
        for (JsonNode each : sent) {
            String state = root.texts().say("reach.state." + each.path("state").asString());
            String reason = each.path("reason").asString();
            String line = each.path("recipient").asString() + ": " + state;
            lines.add(
                    reason.isEmpty()
                            ? line
                            : line + " – " + root.texts().say("reach.reason." + reason));
        }
        return lines.isEmpty() ? List.of(root.texts().say("reach.nobody")) : lines;
    }

    private String path() {
        return Client.path("/api/stores/{}/digests/{}", store, date.toString());
    }
}

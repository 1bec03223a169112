package app.rotina.cli;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina inspect}: what a file is, or a profile that would read it. */
@Command(name = "inspect")
final class InspectCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "FILE", descriptionKey = "rotina.inspect.FILE")
    private Path file = Path.of("");

    @Option(names = "--store", paramLabel = "STORE")
    private @Nullable String store;

    @Option(names = "--currency", paramLabel = "CODE")
    private @Nullable String currency;

    @Option(names = "--answer", paramLabel = "QUESTION=ANSWER")
    private Map<String, String> answers = Map.of();

    InspectCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new RotinaException(Problem.FILE_NOT_FOUND, file);
        }
        try (Client client = root.connect()) {
            JsonNode seen = client.send("POST", path(), file);
            root.answer(seen, () -> new InspectText(seen, root.texts()).text());
            return 0;
        }
    }

    private String path() {
        StringBuilder path = new StringBuilder("/api/inspections?name=");
        path.append(Client.encoded(String.valueOf(file.getFileName())));
        if (store != null) {
            path.append("&store=").append(Client.encoded(store));
        }
        if (currency != null) {
            path.append("&currency=").append(Client.encoded(currency));
        }
        answers.forEach((question, answer) ->
                path.append("&answer=").append(Client.encoded(question + "=" + answer)));
        return path.toString();
    }
}

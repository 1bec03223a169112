package app.rotina.cli;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** {@code rotina inspect}: what a file is, or a profile that would read it, to be kept. */
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

    @Option(names = "--save", paramLabel = "STORE")
    private @Nullable String keeper;

    @Option(names = "--name", paramLabel = "NAME")
    private @Nullable String name;

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
            String into = keeper;
            if (into == null) {
                root.answer(seen, () -> new InspectText(seen, root.texts()).text());
                return 0;
            }
            return save(client, seen, into);
        }
    }

    /** Keeps what is proposed for each unknown table. */
    private int save(Client client, JsonNode seen, String into) {
        List<JsonNode> unknown =
                seen.path("tables")
                        .valueStream()
                        .filter(table -> table.path("recognised").isNull())
                        .toList();
        ArrayNode saved = JsonMapper.shared().createArrayNode();
        for (JsonNode table : unknown) {
            if (table.path("profile").isNull()) {
                root.terminal().tell(new InspectText(seen, root.texts()).text());
                throw new RotinaException(
                        Problem.FILE_NOT_UNDERSTOOD, table.path("name").asString());
            }
            saved.add(client.postText(profiles(into), table.path("profile").asString()));
        }
        root.answer(saved, () -> text(saved, seen, into));
        return 0;
    }

    private String text(JsonNode saved, JsonNode seen, String into) {
        String look = new InspectText(seen, root.texts()).text();
        if (saved.isEmpty()) {
            return look;
        }
        return look
                + "\n\n"
                + saved.valueStream()
                        .map(one ->
                                root.texts()
                                        .say("cli.profile.saved", one.path("id").asString(), into))
                        .collect(Collectors.joining("\n"));
    }

    private static String profiles(String into) {
        return Client.path("/api/stores/{}/profiles", into);
    }

    private String path() {
        StringBuilder path = new StringBuilder("/api/inspections?name=");
        path.append(Client.encoded(String.valueOf(file.getFileName())));
        String reader = keeper == null ? store : keeper;
        if (reader != null) {
            path.append("&store=").append(Client.encoded(reader));
        }
        if (name != null) {
            path.append("&answer=").append(Client.encoded("name=" + name));
        }
        if (currency != null) {
            path.append("&currency=").append(Client.encoded(currency));
        }
        answers.forEach((question, answer) ->
                path.append("&answer=").append(Client.encoded(question + "=" + answer)));
        return path.toString();
    }
}

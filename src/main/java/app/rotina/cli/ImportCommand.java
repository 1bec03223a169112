package app.rotina.cli;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/**
 * {@code rotina import}: takes files into a store, all of them or none; {@code -} is what another
 * program writes.
 */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
    static final int SOME_QUARANTINED = 3;
    private static final Path INPUT = Path.of("-");

    private final RotinaCommand root;

    @Parameters(index = "0", paramLabel = "STORE")
    private String store = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(names = "--profile", paramLabel = "PROFILE")
    private @Nullable String profile;

    @Option(names = "--answer", paramLabel = "QUESTION=ANSWER")
    private Map<String, String> answers = Map.of();

    @Option(names = "--state-out", paramLabel = "FILE")
    private @Nullable Path stateOut;

    ImportCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        for (Path file : files) {
            if (!file.equals(INPUT) && (!Files.isRegularFile(file) || !Files.isReadable(file))) {
                throw new RotinaException(Problem.FILE_NOT_FOUND, file);
            }
        }
        if (stateOut != null && files.size() > 1) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "--state-out");
        }
        try (Client client = root.connect()) {
            JsonNode report = take(client);
            keepState(report.path("states"));
            root.answer(report, () -> text(report, Reading.of(client, root, store)));
            return report.path("quarantined").asLong() > 0 ? SOME_QUARANTINED : 0;
        }
    }

    /** Where the tap said nothing, what it said before still holds. */
    private void keepState(JsonNode states) {
        Path file = stateOut;
        if (file == null || states.isEmpty()) {
            return;
        }
        try {
            Files.writeString(file, states.iterator().next().asString() + "\n");
        } catch (IOException e) {
            throw new RotinaException(Problem.FILE_NOT_WRITTEN, e, file);
        }
    }

    private JsonNode take(Client client) {
        String imports = Client.path("/api/stores/{}/imports", store);
        String job = imports + "/" + client.post(imports, Map.of()).path("id").asString();
        for (Path file : files) {
            upload(client, job + "/files", file);
        }
        Map<String, @Nullable Object> start = new LinkedHashMap<>();
        start.put("profile", profile);
        start.put("answers", answers);
        client.post(job + "/start", start);
        return new JobWatch(client, root).follow(job);
    }

    private void upload(Client client, String path, Path file) {
        if (!file.equals(INPUT)) {
            client.upload(path, file);
            return;
        }
        try {
            Path folder = Files.createTempDirectory("rotina");
            Path kept = folder.resolve("stdin");
            try {
                root.terminal().keepInput(kept);
                client.upload(path, kept);
            } finally {
                Files.deleteIfExists(kept);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new RotinaException(Problem.FILE_NOT_WRITTEN, e, INPUT);
        }
    }

    /** What became of the records, and the money on both sides. */
    static String text(JsonNode report, Reading reading) {
        Table table = new Table(List.of(false, true));
        for (String count : List.of("read", "inserted", "updated", "unchanged", "quarantined")) {
            table.row(reading.say("cli.import." + count), reading.count(report.path(count)));
        }
        JsonNode control = report.path("control");
        if (!control.isNull()) {
            table.row(
                    reading.say("cli.import.control_source"),
                    reading.money(control.path("source")));
            table.row(
                    reading.say("cli.import.control_warehouse"),
                    reading.money(control.path("warehouse")));
            table.row(
                    reading.say("cli.import.control_quarantined"),
                    reading.money(control.path("quarantined")));
        }
        StringBuilder text = new StringBuilder(table.toString());
        for (JsonNode one : report.path("warnings")) {
            text.append("\n\n").append(one.path("file").asString()).append(": ");
            text.append(warning(one, reading.texts()));
        }
        return text.toString();
    }

    /** In the language of all the rest. */
    private static String warning(JsonNode one, Texts texts) {
        List<String> arguments = new ArrayList<>();
        one.path("arguments").forEach(each -> arguments.add(each.asString()));
        return texts.say("sources.warning." + one.path("warning").asString(), arguments.toArray());
    }
}

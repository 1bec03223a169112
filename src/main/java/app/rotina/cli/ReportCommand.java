package app.rotina.cli;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code rotina report}: a report to read, print, calculate with or send. */
@Command(name = "report")
final class ReportCommand implements Callable<Integer> {
    private static final List<String> FORMATS = List.of("text", "pdf", "xlsx", "json");

    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @Option(names = "--kind", required = true, paramLabel = "KIND")
    private String kind = "";

    @Option(names = "--date", paramLabel = "DATE")
    private @Nullable LocalDate date;

    @Option(names = "--format", paramLabel = "FORMAT")
    private String format = "text";

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path out;

    ReportCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (!FORMATS.contains(format)) {
            throw new RotinaException(
                    Problem.BAD_ARGUMENT, format + ": " + String.join(", ", FORMATS));
        }
        try (Client client = root.connect()) {
            Path file = out;
            if (file != null) {
                write(client, file);
            } else if (format.equals("json") || (format.equals("text") && root.json())) {
                root.terminal().print(client.get(address("")).toString());
            } else if (format.equals("text")) {
                root.terminal().print(client.text(address("/text")));
            } else {
                write(client, named(client));
            }
            return 0;
        }
    }

    private void write(Client client, Path file) {
        client.download(address(format.equals("json") ? "" : "/" + format), file);
        JsonNode written =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("store", store)
                        .put("kind", kind)
                        .put("file", file.toString());
        root.answer(written, () -> root.texts().say("cli.report.written", file.toString()));
    }

    /** Where nobody says where it goes. */
    private Path named(Client client) {
        String from = client.get(address("")).path("from").asString();
        return Path.of("%s-%s-%s.%s".formatted(store, kind, from, format));
    }

    private String address(String part) {
        String path = Client.path("/api/stores/{}/reports/{}", store, kind) + part;
        String language = root.asked().map(tag -> "lang=" + tag).orElse("");
        String day = date == null ? "" : "date=" + date;
        String query = day.isEmpty() || language.isEmpty() ? day + language : day + "&" + language;
        return query.isEmpty() ? path : path + "?" + query;
    }
}

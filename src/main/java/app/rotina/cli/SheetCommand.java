package app.rotina.cli;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code rotina sheet}: a month's planning sheet out as a workbook, and edited back in. */
@Command(name = "sheet")
final class SheetCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @Option(names = "--month", required = true, paramLabel = "MONTH")
    private YearMonth month = YearMonth.of(1970, 1);

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path out;

    @Option(names = "--in", paramLabel = "FILE")
    private @Nullable Path in;

    @Option(names = "--yes")
    private boolean yes;

    SheetCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Path written = out;
        Path edited = in;
        if (written != null && edited == null) {
            return write(written);
        }
        if (edited == null || written != null) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "--out FILE | --in FILE");
        }
        if (!Files.isRegularFile(edited) || !Files.isReadable(edited)) {
            throw new RotinaException(Problem.FILE_NOT_FOUND, edited);
        }
        return take(edited);
    }

    private int write(Path file) {
        try (Client client = root.connect()) {
            client.download(path(), file);
            JsonNode written =
                    JsonMapper.shared()
                            .createObjectNode()
                            .put("store", store)
                            .put("month", month.toString())
                            .put("file", file.toString());
            root.answer(
                    written,
                    () -> root.texts().say("cli.sheet.written", month.toString(), file.toString()));
            return 0;
        }
    }

    private int take(Path file) {
        try (Client client = root.connect()) {
            JsonNode seen = client.send("POST", path() + "/changes", file);
            int count = seen.path("changes").size();
            if (count == 0) {
                root.answer(seen, () -> root.texts().say("cli.sheet.no_changes"));
                return 0;
            }
            if (!root.json()) {
                root.terminal().print(table(seen, Reading.of(client, root, store)));
            }
            boolean apply = yes || confirmed(count);
            JsonNode result = apply ? client.send("PUT", path(), file) : seen;
            tell(result, apply);
            return 0;
        }
    }

    private String path() {
        return Client.path("/api/stores/{}/sheets/{}", store, month.toString());
    }

    /** Asks whoever watches; a program is never asked. */
    private boolean confirmed(int count) {
        if (root.json() || !root.terminal().interactive()) {
            return false;
        }
        Texts texts = root.texts();
        String answer = root.terminal().ask(texts.say("cli.sheet.confirm", count));
        return List.of(texts.say("cli.sheet.yes").split(" "))
                .contains(answer.toLowerCase(Locale.ROOT));
    }

    private void tell(JsonNode result, boolean applied) {
        if (root.json()) {
            root.terminal().print(result.toString());
        }
        int count = result.path("changes").size();
        root.terminal()
                .tell(
                        applied
                                ? root.texts().say("cli.sheet.applied", count)
                                : root.texts().say("cli.sheet.not_applied"));
    }

    private static String table(JsonNode sheet, Reading reading) {
        Table table = new Table(List.of(false, false, true, true));
        table.row(
                reading.say("cli.sheet.date"),
                reading.say("cli.sheet.metric"),
                reading.say("cli.sheet.before"),
                reading.say("cli.sheet.after"));
        sheet.path("changes")
                .forEach(change -> {
                    String metric = change.path("metric").asString();
                    table.row(
                            change.path("date").asString(),
                            reading.label(metric),
                            reading.figure(metric, change.path("before")),
                            reading.figure(metric, change.path("after")));
                });
        return table.toString();
    }
}

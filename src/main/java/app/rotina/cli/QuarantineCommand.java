package app.rotina.cli;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** {@code rotina quarantine}: the rows that wait, out to be mended and in again. */
@Command(name = "quarantine")
final class QuarantineCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path out;

    @Option(names = "--fix", paramLabel = "FILE")
    private @Nullable Path fix;

    @Option(names = "--dismiss", paramLabel = "ID")
    private @Nullable Long dismiss;

    @Option(names = "--dismissed")
    private boolean dismissed;

    @Option(names = "--restore", paramLabel = "ID")
    private @Nullable Long restore;

    QuarantineCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Path list = out;
        Path mended = fix;
        Long id = dismiss;
        Long back = restore;
        Boolean gone = dismissed ? true : null;
        if (Stream.of(list, mended, id, back, gone).filter(one -> one != null).count() > 1) {
            throw new RotinaException(
                    Problem.BAD_ARGUMENT, "--out | --fix | --dismiss | --dismissed | --restore");
        }
        if (mended != null && !(Files.isRegularFile(mended) && Files.isReadable(mended))) {
            throw new RotinaException(Problem.FILE_NOT_FOUND, mended);
        }
        try (Client client = root.connect()) {
            if (list != null) {
                return write(client, list);
            }
            if (mended != null) {
                return mend(client, mended);
            }
            if (back != null) {
                return restore(client, back);
            }
            return id == null ? show(client) : dismiss(client, id);
        }
    }

    private int show(Client client) {
        JsonNode rows = client.get(path(dismissed ? "/dismissed" : ""));
        root.answer(rows, () -> text(rows));
        return 0;
    }

    private int restore(Client client, long id) {
        client.post(path("/" + id + "/restoration"), Map.of());
        root.answer(
                JsonMapper.shared().createObjectNode().put("restored", id),
                () -> root.texts().say("cli.quarantine.restored", String.valueOf(id)));
        return 0;
    }

    private int dismiss(Client client, long id) {
        client.delete(path("/" + id));
        root.answer(
                JsonMapper.shared().createObjectNode().put("dismissed", id),
                () -> root.texts().say("cli.quarantine.dismissed", String.valueOf(id)));
        return 0;
    }

    private int mend(Client client, Path file) {
        String name = Client.encoded(String.valueOf(file.getFileName()));
        JsonNode report = client.send("POST", path("/mended?name=" + name), file);
        root.answer(report, () -> ImportCommand.text(report, Reading.of(client, root, store)));
        return report.path("quarantined").asLong() > 0 ? ImportCommand.SOME_QUARANTINED : 0;
    }

    /** One file where one kind of row waits; one for each kind, named by it, where several do. */
    private int write(Client client, Path file) {
        List<JsonNode> lists = client.get(path("/lists")).valueStream().toList();
        Map<Path, JsonNode> files = new LinkedHashMap<>();
        for (JsonNode list : lists) {
            String id = list.path("id").asString();
            Path target = lists.size() == 1 ? file : named(file, id);
            client.download(path("/lists/" + Client.encoded(id)), target);
            files.put(target, list);
        }
        root.answer(json(files), () -> written(files));
        return 0;
    }

    private static Path named(Path file, String kind) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot < 1 ? name : name.substring(0, dot);
        return file.resolveSibling(stem + "-" + kind + name.substring(stem.length()));
    }

    private static JsonNode json(Map<Path, JsonNode> files) {
        ArrayNode all = JsonMapper.shared().createArrayNode();
        files.forEach((file, list) ->
                all.addObject()
                        .put("file", file.toString())
                        .put("delivery", list.path("delivery").asString())
                        .put("rows", list.path("rows").asLong()));
        return JsonMapper.shared().createObjectNode().set("files", all);
    }

    private String written(Map<Path, JsonNode> files) {
        if (files.isEmpty()) {
            return root.texts().say("cli.quarantine_empty");
        }
        List<String> lines = new ArrayList<>();
        files.forEach((file, list) ->
                lines.add(
                        root.texts()
                                .say(
                                        "cli.quarantine.written",
                                        list.path("rows").asLong(),
                                        list.path("delivery").asString(),
                                        file.toString())));
        lines.add(root.texts().say("cli.quarantine.how", store));
        return String.join("\n", lines);
    }

    private String path(String rest) {
        return Client.path("/api/stores/{}/quarantine", store) + rest;
    }

    private String text(JsonNode rows) {
        if (rows.isEmpty()) {
            return root.texts()
                    .say(dismissed ? "cli.quarantine.none_dismissed" : "cli.quarantine_empty");
        }
        Table table = new Table(List.of(true));
        rows.forEach(row ->
                table.row(
                        row.path("id").asString(),
                        row.path("file").asString() + ":" + row.path("line").asLong(),
                        row.path("column").asString(""),
                        row.path("value").asString(""),
                        row.path("reason").asString()));
        return table.toString();
    }
}

package app.rotina.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina query}: metrics over days, by time and dimensions. */
@Command(name = "query")
final class QueryCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @Option(names = "--metrics", required = true, split = ",", paramLabel = "METRIC")
    private List<String> metrics = List.of();

    @Option(names = "--by", split = ",", paramLabel = "BY")
    private List<String> by = List.of();

    @Mixin private Selection selection = new Selection();

    QueryCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            JsonNode answer = client.get(path());
            root.answer(answer, () -> table(answer, Reading.of(client, root, store)));
            return 0;
        }
    }

    private String path() {
        StringBuilder path =
                new StringBuilder(Client.path("/api/stores/{}/query", store))
                        .append("?")
                        .append(selection.query());
        metrics.forEach(metric -> path.append("&metrics=").append(Client.encoded(metric)));
        by.forEach(one -> path.append("&by=").append(Client.encoded(one)));
        return path.toString();
    }

    private String table(JsonNode answer, Reading reading) {
        List<Boolean> right = new ArrayList<>(Collections.nCopies(by.size(), false));
        right.addAll(Collections.nCopies(metrics.size(), true));
        Table table = new Table(right);
        List<String> header = new ArrayList<>(by.stream().map(reading::dimension).toList());
        header.addAll(metrics.stream().map(reading::label).toList());
        table.row(header);
        answer.path("rows").forEach(row -> table.row(cells(row, reading)));
        if (!by.isEmpty()) {
            table.row(total(answer.path("total"), reading));
        }
        return table.toString();
    }

    private List<String> cells(JsonNode row, Reading reading) {
        List<String> cells =
                new ArrayList<>(by.stream().map(key -> row.path(key).asString("")).toList());
        metrics.forEach(metric -> cells.add(reading.figure(metric, row.path(metric))));
        return cells;
    }

    private List<String> total(JsonNode row, Reading reading) {
        List<String> cells = new ArrayList<>(Collections.nCopies(by.size(), ""));
        cells.set(0, reading.say("cli.total"));
        metrics.forEach(metric -> cells.add(reading.figure(metric, row.path(metric))));
        return cells;
    }
}

package app.rotina.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina rows}: the rows that a figure is made of. */
@Command(name = "rows")
final class RowsCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @Option(names = "--metric", required = true, paramLabel = "METRIC")
    private String metric = "";

    @Mixin private Selection selection = new Selection();

    @Option(names = "--limit", paramLabel = "N")
    private int limit = 1000;

    @Option(names = "--offset", paramLabel = "N")
    private int offset;

    RowsCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            JsonNode rows = client.get(path());
            root.answer(rows, () -> text(rows, Reading.of(client, root, store)));
            return 0;
        }
    }

    private String path() {
        return Client.path("/api/stores/{}/rows", store)
                + "?metric=%s&limit=%d&offset=%d&".formatted(Client.encoded(metric), limit, offset)
                + selection.query();
    }

    private String text(JsonNode page, Reading reading) {
        Table table = new Table(List.of());
        List<String> columns = new ArrayList<>();
        if (!page.path("rows").isEmpty()) {
            columns.addAll(page.path("rows").get(0).propertyNames());
            table.row(columns);
        }
        page.path("rows")
                .forEach(row ->
                        table.row(
                                columns.stream()
                                        .map(name -> row.path(name).asString(""))
                                        .toList()));
        String sum =
                reading.say(
                        "cli.rows",
                        page.path("count").asLong(),
                        reading.label(metric),
                        reading.figure(metric, page.path("total")));
        return columns.isEmpty() ? sum : table + "\n" + sum;
    }
}

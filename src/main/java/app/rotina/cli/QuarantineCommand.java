package app.rotina.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina quarantine}: the rows that wait to be mended, each with its reason. */
@Command(name = "quarantine")
final class QuarantineCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    QuarantineCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            JsonNode rows = client.get(Client.path("/api/stores/{}/quarantine", store));
            root.answer(rows, () -> text(rows));
            return 0;
        }
    }

    private String text(JsonNode rows) {
        if (rows.isEmpty()) {
            return root.texts().say("cli.quarantine_empty");
        }
        Table table = new Table(List.of());
        rows.forEach(row ->
                table.row(
                        row.path("file").asString() + ":" + row.path("line").asLong(),
                        row.path("column").asString(""),
                        row.path("value").asString(""),
                        row.path("reason").asString()));
        return table.toString();
    }
}

package app.rotina.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina rebuild}: makes a store's warehouse anew from its landed rows. */
@Command(name = "rebuild")
final class RebuildCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    RebuildCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            JsonNode sums = client.post(Client.path("/api/stores/{}/rebuild", store), Map.of());
            root.answer(sums, () -> text(sums));
            return 0;
        }
    }

    private static String text(JsonNode sums) {
        Table table = new Table(List.of());
        sums.properties().forEach(sum -> table.row(sum.getKey(), sum.getValue().asString()));
        return table.toString();
    }
}

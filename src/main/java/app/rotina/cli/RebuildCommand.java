package app.rotina.cli;

import app.rotina.kernel.Problem;
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
            return sums.path("equal").asBoolean() ? 0 : Problem.Category.INTERNAL.exitCode();
        }
    }

    private String text(JsonNode sums) {
        Table table = new Table(List.of());
        table.row(
                "", root.texts().say("cli.rebuild.before"), root.texts().say("cli.rebuild.after"));
        sums.path("before")
                .properties()
                .forEach(sum ->
                        table.row(
                                sum.getKey(),
                                sum.getValue().asString(),
                                sums.path("after").path(sum.getKey()).asString()));
        String key = sums.path("equal").asBoolean() ? "cli.rebuild.equal" : "cli.rebuild.differs";
        return table + "\n" + root.texts().say(key);
    }
}

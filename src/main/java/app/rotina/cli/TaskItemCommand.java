package app.rotina.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code rotina task item}: writes, ticks off and takes away lines of a task's checklist. */
@Command(name = "item")
final class TaskItemCommand extends TaskCommand.OfTask {
    @ArgGroup(exclusive = true, multiplicity = "1")
    private Wish wish = new Wish();

    /** What is wanted of which line. */
    static final class Wish {
        @Option(names = "--add", required = true, paramLabel = "TEXT")
        private @Nullable String added;

        @Option(names = "--done", required = true, paramLabel = "ITEM")
        private @Nullable Long done;

        @Option(names = "--open", required = true, paramLabel = "ITEM")
        private @Nullable Long open;

        @Option(names = "--remove", required = true, paramLabel = "ITEM")
        private @Nullable Long removed;
    }

    TaskItemCommand(RotinaCommand root) {
        super(root);
    }

    @Override
    Brought run(Client client) {
        Reading reading = Reading.of(client, root, store);
        return new Brought(
                change(client),
                whole -> String.join("\n", new TaskText(reading).items(whole)).stripIndent());
    }

    private JsonNode change(Client client) {
        String items = path() + "/items";
        if (wish.added != null) {
            return client.post(items, Map.of("text", wish.added));
        }
        if (wish.done != null) {
            return client.post(items + "/" + wish.done + "/done", Map.of());
        }
        return wish.open != null
                ? client.post(items + "/" + wish.open + "/open", Map.of())
                : client.delete(items + "/" + wish.removed);
    }
}

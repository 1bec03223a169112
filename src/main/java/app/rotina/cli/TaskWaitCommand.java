package app.rotina.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code rotina task wait}: has a task wait for another one, or no longer. */
@Command(name = "wait")
final class TaskWaitCommand extends TaskCommand.OfTask {
    @ArgGroup(exclusive = true, multiplicity = "1")
    private Wish wish = new Wish();

    /** Which other one is meant. */
    static final class Wish {
        @Option(names = "--for", required = true, paramLabel = "TASK")
        private @Nullable Long awaited;

        @Option(names = "--no-longer", required = true, paramLabel = "TASK")
        private @Nullable Long released;
    }

    TaskWaitCommand(RotinaCommand root) {
        super(root);
    }

    @Override
    Brought run(Client client) {
        Reading reading = Reading.of(client, root, store);
        return new Brought(change(client), whole -> text(new TaskText(reading), whole));
    }

    private JsonNode change(Client client) {
        String others = path() + "/blockers";
        return wish.awaited == null
                ? client.delete(others + "/" + wish.released)
                : client.post(others, Map.of("task", wish.awaited));
    }

    private String text(TaskText text, JsonNode whole) {
        List<String> others = text.blockers(whole);
        return others.isEmpty()
                ? say("cli.task.free", String.valueOf(task))
                : String.join("\n", others).stripIndent();
    }
}

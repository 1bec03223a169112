package app.rotina.cli;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code rotina task undo}: takes back what was changed of a task at once. */
@Command(name = "undo")
final class TaskUndoCommand extends TaskCommand.OfTask {
    @Option(names = "--step", paramLabel = "STEP")
    private @Nullable Long step;

    TaskUndoCommand(RotinaCommand root) {
        super(root);
    }

    @Override
    Brought run(Client client) {
        ChangeText text = new ChangeText(Reading.of(client, root, store));
        List<JsonNode> history = client.get(path()).path("history").valueStream().toList();
        long wanted = step == null ? latest(history) : step;
        List<String> said =
                history.stream()
                        .filter(change -> change.path("step").asLong() == wanted)
                        .map(text::said)
                        .toList();
        return new Brought(
                client.post(path() + "/steps/" + wanted + "/restoration", Map.of()),
                whole -> say("cli.task.undone", String.join("; ", said)));
    }

    /** The last that stands; what took something back is not taken back unasked. */
    private static long latest(List<JsonNode> history) {
        return history.stream()
                .filter(change -> !change.path("undone").asBoolean())
                .filter(change -> change.path("undoes").isNull())
                .mapToLong(change -> change.path("step").asLong())
                .max()
                .orElseThrow(() -> new RotinaException(Problem.TASK_MOVED_ON));
    }
}

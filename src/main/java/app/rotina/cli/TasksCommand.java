package app.rotina.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina tasks}: what there is to do in a store. */
@Command(name = "tasks")
final class TasksCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @Option(names = "--job", paramLabel = "JOB")
    private String job = "";

    @Option(names = "--state", paramLabel = "STATE", defaultValue = "open")
    private String state = "open";

    @Option(names = "--overdue")
    private boolean overdue;

    TasksCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            Reading reading = Reading.of(client, root, store);
            JsonNode tasks =
                    client.speaking(reading.texts().locale())
                            .get(
                                    Client.path(
                                            "/api/stores/{}/tasks?job={}&state={}&overdue={}",
                                            store,
                                            job,
                                            state,
                                            String.valueOf(overdue)));
            root.answer(tasks, () -> text(new CheckText(reading).tasks(tasks), reading));
            return 0;
        }
    }

    private static String text(List<String> lines, Reading reading) {
        return lines.isEmpty() ? reading.say("checks.no_task") : String.join("\n", lines);
    }
}

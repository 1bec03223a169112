package app.rotina.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rotina tasks}: what there is to do in a store. */
@Command(name = "tasks")
final class TasksCommand extends Errand.OfStore {
    @Option(names = "--job", paramLabel = "JOB")
    private String job = "";

    @Option(names = "--person", paramLabel = "PERSON")
    private String person = "";

    @Option(names = "--state", paramLabel = "STATE", defaultValue = "open")
    private String state = "open";

    @Option(names = "--overdue")
    private boolean overdue;

    TasksCommand(RotinaCommand root) {
        super(root);
    }

    @Override
    Brought run(Client client) {
        Reading reading = Reading.of(client, root, store);
        String path =
                Client.path(
                        "/api/stores/{}/tasks?job={}&person={}&state={}&overdue={}",
                        store,
                        job,
                        person,
                        state,
                        String.valueOf(overdue));
        return new Brought(
                client.speaking(reading.texts().locale()).get(path),
                tasks -> text(new CheckText(reading).tasks(tasks), reading));
    }

    private static String text(List<String> lines, Reading reading) {
        return lines.isEmpty() ? reading.say("checks.no_task") : String.join("\n", lines);
    }
}

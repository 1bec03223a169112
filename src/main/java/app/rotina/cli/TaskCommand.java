package app.rotina.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina task}: adds something to do, and closes it. */
@Command(
        name = "task",
        subcommands = {TaskCommand.Add.class, TaskCommand.Done.class})
final class TaskCommand {

    private static String path(String store) {
        return Client.path("/api/stores/{}/tasks", store);
    }

    /** Adds one. */
    @Command(name = "add")
    static final class Add implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(paramLabel = "STORE")
        private String store = "";

        @Option(names = "--title", required = true, paramLabel = "TITLE")
        private String title = "";

        @Option(names = "--job", paramLabel = "JOB", defaultValue = "manager")
        private String job = "";

        @Option(names = "--due", paramLabel = "DATE")
        private @Nullable LocalDate due;

        Add(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                Map<String, @Nullable Object> said = new LinkedHashMap<>();
                said.put("title", title);
                said.put("job", job);
                said.put("due", due == null ? null : due.toString());
                JsonNode added = client.post(path(store), said);
                root.answer(
                        added,
                        () -> root.texts().say("checks.added", added.path("id").asString(), title));
                return 0;
            }
        }
    }

    /** Closes one as done. */
    @Command(name = "done")
    static final class Done implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(index = "0", paramLabel = "STORE")
        private String store = "";

        @Parameters(index = "1", paramLabel = "TASK", descriptionKey = "rotina.task.TASK")
        private long task;

        Done(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                JsonNode done =
                        client.post(
                                path(store) + "/" + task + "/done",
                                Map.<String, @Nullable Object>of());
                root.answer(
                        done,
                        () ->
                                root.texts()
                                        .say(
                                                "checks.closed." + done.path("state").asString(),
                                                String.valueOf(task)));
                return 0;
            }
        }
    }
}

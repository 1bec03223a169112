package app.rotina.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina task}: adds something to do, works on it, and closes it. */
@Command(
        name = "task",
        subcommands = {
            TaskCommand.Add.class,
            TaskCommand.Done.class,
            TaskCommand.Show.class,
            TaskCommand.Comment.class,
            TaskCommand.Assign.class
        })
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

        @Option(names = "--person", paramLabel = "PERSON")
        private @Nullable String person;

        @Option(names = "--stake", paramLabel = "AMOUNT")
        private @Nullable String stake;

        @Option(names = "--reason", paramLabel = "TEXT")
        private @Nullable String reason;

        @Option(names = "--place", paramLabel = "TEXT")
        private @Nullable String place;

        @Option(names = "--how", paramLabel = "TEXT")
        private @Nullable String how;

        @Option(names = "--cost", paramLabel = "AMOUNT")
        private @Nullable String cost;

        @Option(names = "--measure", paramLabel = "METRIC")
        private @Nullable String measure;

        @Option(names = "--where", paramLabel = "DIMENSION=VALUE")
        private List<String> where = List.of();

        Add(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                JsonNode added = client.post(path(store), said());
                root.answer(
                        added,
                        () -> root.texts().say("checks.added", added.path("id").asString(), title));
                return 0;
            }
        }

        private Map<String, @Nullable Object> said() {
            Map<String, @Nullable Object> said = new LinkedHashMap<>();
            said.put("title", title);
            said.put("job", job);
            said.put("due", due == null ? null : due.toString());
            said.put("person", person);
            said.put("stake", stake);
            said.put("reason", reason);
            said.put("place", place);
            said.put("how", how);
            said.put("cost", cost);
            if (measure != null || !where.isEmpty()) {
                Map<String, @Nullable Object> plan = new LinkedHashMap<>();
                plan.put("metric", measure);
                plan.put("where", where);
                said.put("measure", plan);
            }
            return said;
        }
    }

    /** Says all of one. */
    @Command(name = "show")
    static final class Show implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(index = "0", paramLabel = "STORE")
        private String store = "";

        @Parameters(index = "1", paramLabel = "TASK", descriptionKey = "rotina.task.TASK")
        private long task;

        Show(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                Reading reading = Reading.of(client, root, store);
                JsonNode whole =
                        client.speaking(reading.texts().locale()).get(path(store) + "/" + task);
                root.answer(whole, () -> String.join("\n", new TaskText(reading).lines(whole)));
                return 0;
            }
        }
    }

    /** Writes something about one. */
    @Command(name = "comment")
    static final class Comment implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(index = "0", paramLabel = "STORE")
        private String store = "";

        @Parameters(index = "1", paramLabel = "TASK", descriptionKey = "rotina.task.TASK")
        private long task;

        @Parameters(index = "2", paramLabel = "TEXT", descriptionKey = "rotina.task.comment.TEXT")
        private String text = "";

        Comment(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                JsonNode whole =
                        client.post(
                                path(store) + "/" + task + "/comments",
                                Map.<String, @Nullable Object>of("text", text));
                root.answer(
                        whole, () -> root.texts().say("cli.task.commented", String.valueOf(task)));
                return 0;
            }
        }
    }

    /** Gives one to a person, or to a department. */
    @Command(name = "assign")
    static final class Assign implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(index = "0", paramLabel = "STORE")
        private String store = "";

        @Parameters(index = "1", paramLabel = "TASK", descriptionKey = "rotina.task.TASK")
        private long task;

        @Option(names = "--person", paramLabel = "PERSON")
        private @Nullable String person;

        @Option(names = "--job", paramLabel = "JOB")
        private @Nullable String job;

        @Option(names = "--due", paramLabel = "DATE")
        private @Nullable LocalDate due;

        Assign(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                Map<String, @Nullable Object> anew = new LinkedHashMap<>();
                anew.put("person", person);
                anew.put("job", job);
                anew.put("due", due == null ? null : due.toString());
                JsonNode card = client.patch(path(store) + "/" + task, anew);
                root.answer(
                        card,
                        () ->
                                root.texts()
                                        .say(
                                                "cli.task.assigned",
                                                String.valueOf(task),
                                                card.path("person")
                                                        .asString(
                                                                root.texts()
                                                                        .say(
                                                                                "checks.job."
                                                                                        + card.path(
                                                                                                        "job")
                                                                                                .asString()))));
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

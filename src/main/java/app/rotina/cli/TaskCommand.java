package app.rotina.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            TaskCommand.Drop.class,
            TaskCommand.Open.class,
            TaskCommand.Show.class,
            TaskCommand.Comment.class,
            TaskCommand.Assign.class,
            TaskItemCommand.class,
            TaskWaitCommand.class,
            TaskFileCommand.class,
            TaskUndoCommand.class
        })
final class TaskCommand {

    private static String path(String store) {
        return Client.path("/api/stores/{}/tasks", store);
    }

    /** A command about one. */
    abstract static class OfTask extends Errand.OfStore {
        @Parameters(index = "1", paramLabel = "TASK", descriptionKey = "rotina.task.TASK")
        long task;

        OfTask(RotinaCommand root) {
            super(root);
        }

        final String path() {
            return TaskCommand.path(store) + "/" + task;
        }
    }

    /** Adds one. */
    @Command(name = "add")
    static final class Add extends Errand.OfStore {
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

        @Option(names = "--part-of", paramLabel = "TASK")
        private @Nullable Long partOf;

        Add(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            return new Brought(
                    client.post(path(store), said()),
                    added -> say("checks.added", added.path("id").asString(), title));
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
            said.put("partOf", partOf);
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
    static final class Show extends OfTask {
        @Option(names = "--history")
        private boolean history;

        Show(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            Reading reading = Reading.of(client, root, store);
            return new Brought(
                    client.speaking(reading.texts().locale()).get(path()),
                    whole -> text(new TaskText(reading), whole));
        }

        private String text(TaskText text, JsonNode whole) {
            List<String> lines = new ArrayList<>(text.lines(whole));
            if (history) {
                lines.addAll(text.history(whole));
            }
            return String.join("\n", lines);
        }
    }

    /** Writes something about one. */
    @Command(name = "comment")
    static final class Comment extends OfTask {
        @Parameters(index = "2", paramLabel = "TEXT", descriptionKey = "rotina.task.comment.TEXT")
        private String text = "";

        Comment(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            return new Brought(
                    client.post(
                            path() + "/comments", Map.<String, @Nullable Object>of("text", text)),
                    whole -> say("cli.task.commented", String.valueOf(task)));
        }
    }

    /** Gives one to a person, or to a department. */
    @Command(name = "assign")
    static final class Assign extends OfTask {
        @Option(names = "--person", paramLabel = "PERSON")
        private @Nullable String person;

        @Option(names = "--job", paramLabel = "JOB")
        private @Nullable String job;

        @Option(names = "--due", paramLabel = "DATE")
        private @Nullable LocalDate due;

        @Option(names = "--title", paramLabel = "TITLE")
        private @Nullable String title;

        @Option(names = "--stake", paramLabel = "AMOUNT")
        private @Nullable String stake;

        Assign(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            Map<String, @Nullable Object> anew = new LinkedHashMap<>();
            anew.put("person", person);
            anew.put("job", job);
            anew.put("due", due == null ? null : due.toString());
            anew.put("title", title);
            anew.put("stake", stake);
            return new Brought(
                    client.patch(path(), anew),
                    card -> say("cli.task.assigned", String.valueOf(task), holder(card)));
        }

        private String holder(JsonNode card) {
            return card.path("person").asString(say("checks.job." + card.path("job").asString()));
        }
    }

    /** Ends one in some way, or begins it again. */
    abstract static class Ending extends OfTask {
        private final String way;

        Ending(RotinaCommand root, String way) {
            super(root);
            this.way = way;
        }

        @Override
        final Brought run(Client client) {
            return new Brought(
                    client.post(path() + "/" + way, Map.<String, @Nullable Object>of()),
                    ended -> say(said(ended.path("state").asString()), String.valueOf(task)));
        }

        /** It may have ended otherwise before. */
        private String said(String state) {
            return state.equals(way) && state.equals("dropped")
                    ? "cli.task.dropped"
                    : "checks.closed." + state;
        }
    }

    /** Closes one as done. */
    @Command(name = "done")
    static final class Done extends Ending {
        Done(RotinaCommand root) {
            super(root, "done");
        }
    }

    /** Closes one that is not to be done. */
    @Command(name = "drop")
    static final class Drop extends Ending {
        Drop(RotinaCommand root) {
            super(root, "dropped");
        }
    }

    /** Opens one again. */
    @Command(name = "open")
    static final class Open extends Ending {
        Open(RotinaCommand root) {
            super(root, "open");
        }
    }
}

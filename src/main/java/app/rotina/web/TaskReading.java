package app.rotina.web;

import app.rotina.kernel.Store;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric.Unit;
import app.rotina.routine.ActionKeeping;
import app.rotina.routine.EffectBook;
import app.rotina.routine.checks.TaskEnding;
import app.rotina.routine.checks.Tasking;
import app.rotina.state.Attachment;
import app.rotina.state.Attachments;
import app.rotina.state.Job;
import app.rotina.state.Task;
import app.rotina.state.TaskLog;
import app.rotina.state.TaskParts;
import app.rotina.state.TaskWork.By;
import app.rotina.state.Tasks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads one task with all that belongs to it for its page. */
@Component
class TaskReading {
    private final TaskWords words;
    private final OutcomeWords outcomeWords;
    private final TasksReading reading;
    private final ActionsReading actions;
    private final Tasks tasks;
    private final TaskParts parts;
    private final TaskLog log;
    private final Attachments attachments;
    private final EffectBook book;
    private final TaskEnding ending;
    private final Catalog catalog;

    TaskReading(
            TaskWords words,
            OutcomeWords outcomeWords,
            TasksReading reading,
            ActionsReading actions,
            Tasks tasks,
            TaskParts parts,
            TaskLog log,
            Attachments attachments,
            EffectBook book,
            TaskEnding ending,
            Catalog catalog) {
        this.words = words;
        this.outcomeWords = outcomeWords;
        this.reading = reading;
        this.actions = actions;
        this.tasks = tasks;
        this.parts = parts;
        this.log = log;
        this.attachments = attachments;
        this.book = book;
        this.ending = ending;
        this.catalog = catalog;
    }

    /**
     * @param edits true where it is to be said anew
     */
    TaskView view(Screen screen, long id, boolean edits) {
        Store store = screen.store();
        Task task = tasks.of(store.id(), id);
        List<Outcome> outcomes =
                book.ofTask(store, id).stream().map(one -> outcomeWords.of(screen, one)).toList();
        List<Task> blockers = tasks.blockers(store.id(), id);
        return new TaskView(
                id,
                words.card(screen, task, reading.today(store)),
                words.how(screen, task),
                task.state().name().toLowerCase(Locale.ROOT),
                task.closed() == null ? "" : words.ending(screen, task),
                facts(screen, task),
                edits && screen.mayWork() ? form(screen, task) : null,
                parts.items(id).stream().map(item -> item(screen, item)).toList(),
                parts.comments(id).stream().map(comment -> comment(screen, comment)).toList(),
                files(screen, id),
                others(screen, blockers),
                others(screen, tasks.waiting(store.id(), id)),
                screen.mayWork() ? eligible(screen, task, blockers) : List.of(),
                task.partOf() == null ? null : other(screen, tasks.of(store.id(), task.partOf())),
                others(screen, tasks.parts(store.id(), id)),
                screen.mayWork() && task.state() == Task.State.OPEN ? split(screen, task) : null,
                outcomes,
                measure(screen, task),
                task.state() == Task.State.DONE && outcomes.isEmpty(),
                new TaskHistory(screen, names(screen)).of(log.of(id)));
    }

    private List<TaskView.Fact> facts(Screen screen, Task task) {
        List<TaskView.Fact> facts = new ArrayList<>();
        Task.Details details = task.details();
        @Nullable LocalDate due = task.due();
        @Nullable BigDecimal cost = details.cost();
        add(facts, screen, "where", details.place());
        add(facts, screen, "when", due == null ? "" : screen.words().day(due));
        add(facts, screen, "who", words.owner(screen, task));
        add(facts, screen, "how", task.found() == null ? "" : details.how());
        add(facts, screen, "cost", cost == null ? "" : screen.figures().text(cost, Unit.MONEY));
        return facts;
    }

    private static void add(
            List<TaskView.Fact> facts, Screen screen, String question, String answer) {
        if (!answer.isEmpty()) {
            facts.add(new TaskView.Fact(screen.say("tasks.fact." + question), answer));
        }
    }

    private TaskView.Form form(Screen screen, Task task) {
        Words said = screen.words();
        Task.@Nullable Holder holder = task.holder();
        Task.@Nullable Plan plan = task.plan();
        @Nullable LocalDate due = task.due();
        @Nullable BigDecimal cost = task.details().cost();
        return new TaskView.Form(
                Tasking.isByData(task),
                task.title(),
                task.found() == null ? "" : words.title(screen, task),
                reading.team(screen, task.job()),
                reading.people(screen, holder == null ? null : holder.person()),
                due == null ? "" : due.toString(),
                task.stake().signum() == 0 ? "" : Typed.text(task.stake(), said),
                task.details().reason(),
                task.details().place(),
                task.details().how(),
                cost == null ? "" : Typed.text(cost, said),
                plan == null ? "-" : String.join("&", plan.where()),
                actions.places(screen));
    }

    /** Where its effect will show once it is done, or shows. */
    private String measure(Screen screen, Task task) {
        ActionKeeping.Said proposal = ending.proposal(screen.store(), task);
        List<String> where = proposal.where() == null ? List.of() : proposal.where();
        String metric = catalog.of(String.valueOf(proposal.metric())).label(screen.words().texts());
        String place =
                where.isEmpty()
                        ? screen.say("web.actions.whole")
                        : where.stream()
                                .map(one -> placeName(screen, one))
                                .collect(Collectors.joining(", "));
        boolean alone = task.plan() != null || !where.isEmpty();
        String when = task.closed() != null ? "done" : alone ? "alone" : "tap";
        return screen.say("tasks.measure." + when, metric, place);
    }

    private static String placeName(Screen screen, String where) {
        int at = where.indexOf('=');
        return screen.words().texts().value(where.substring(0, at), where.substring(at + 1));
    }

    private static TaskView.Item item(Screen screen, TaskParts.Item item) {
        Task.@Nullable Done done = item.done();
        return new TaskView.Item(
                item.id(),
                item.text(),
                done != null,
                done == null
                        ? ""
                        : screen.say(
                                "tasks.said",
                                screen.words().who(done.who()),
                                screen.words().moment(done.at(), screen.store().zone())));
    }

    private static TaskView.Comment comment(Screen screen, TaskParts.Comment comment) {
        return new TaskView.Comment(
                comment.id(),
                screen.words().who(comment.author()),
                screen.words().moment(comment.at(), screen.store().zone()),
                comment.text());
    }

    private List<TaskView.File> files(Screen screen, long task) {
        return attachments.of(screen.store().id(), By.thing(task)).stream()
                .map(file -> file(screen, task, file))
                .toList();
    }

    private static TaskView.File file(Screen screen, long task, Attachment file) {
        return new TaskView.File(
                file.id(),
                file.name(),
                screen.say(
                        "tasks.file",
                        size(screen, file.size()),
                        screen.words().who(file.who()),
                        screen.words().moment(file.at(), screen.store().zone())),
                "/api/stores/%s/tasks/%d/files/%d".formatted(screen.store().id(), task, file.id()),
                file.kind().picture());
    }

    private static String size(Screen screen, long bytes) {
        BigDecimal kilobytes =
                BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(1024), 0, RoundingMode.UP);
        return kilobytes.compareTo(BigDecimal.valueOf(1000)) < 0
                ? screen.say("tasks.kb", screen.words().decimal(kilobytes, 0))
                : screen.say("tasks.mb", screen.words().decimal(kilobytes.movePointLeft(3), 1));
    }

    private List<TaskView.Other> others(Screen screen, List<Task> some) {
        return some.stream().map(task -> other(screen, task)).toList();
    }

    private TaskView.Other other(Screen screen, Task task) {
        return new TaskView.Other(
                task.id(),
                words.title(screen, task),
                words.owner(screen, task),
                task.state() == Task.State.OPEN);
    }

    /** For any department but the task's own. */
    private TaskView.Split split(Screen screen, Task task) {
        return new TaskView.Split(
                words.title(screen, task),
                reading.team(screen, Job.MANAGER).stream()
                        .filter(job -> !job.id().equals(task.job().id()))
                        .toList());
    }

    private List<TaskView.Other> eligible(Screen screen, Task task, List<Task> blockers) {
        List<Task> open =
                tasks.open(screen.store().id()).stream()
                        .filter(other -> other.id() != task.id())
                        .filter(other -> blockers.stream().noneMatch(one -> one.id() == other.id()))
                        .toList();
        return others(screen, open);
    }

    private Map<String, String> names(Screen screen) {
        return reading.people(screen, null).stream()
                .collect(Collectors.toMap(TasksView.Choice::id, TasksView.Choice::label));
    }
}

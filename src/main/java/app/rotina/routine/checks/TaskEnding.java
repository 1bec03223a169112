package app.rotina.routine.checks;

import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metrics;
import app.rotina.routine.ActionKeeping;
import app.rotina.routine.EffectBook;
import app.rotina.state.Action;
import app.rotina.state.ActionKind;
import app.rotina.state.Actions;
import app.rotina.state.Task;
import app.rotina.state.Task.State;
import app.rotina.state.TaskWork;
import app.rotina.state.TaskWork.By;
import app.rotina.state.Tasks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Closes tasks, and records what was done for them, so that its effect is measured: by itself where
 * the task says on what, else where somebody asks for it.
 */
@Component
public final class TaskEnding {
    private static final int LONGEST_NAME = 200;

    private final Tasks tasks;
    private final TaskWork work;
    private final Actions actions;
    private final ActionKeeping keeping;
    private final EffectBook book;
    private final Checks checks;
    private final Catalog catalog;
    private final Metrics metrics;
    private final Clock clock;

    TaskEnding(
            Tasks tasks,
            TaskWork work,
            Actions actions,
            ActionKeeping keeping,
            EffectBook book,
            Checks checks,
            Catalog catalog,
            Metrics metrics,
            Clock clock) {
        this.tasks = tasks;
        this.work = work;
        this.actions = actions;
        this.keeping = keeping;
        this.book = book;
        this.checks = checks;
        this.catalog = catalog;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Closes it; answers with the step that takes it back, zero where it was closed already. */
    public long close(Store store, long task, State state, String who) {
        Task now = tasks.of(store.id(), task);
        ActionKeeping.Said done = proposal(store, now);
        boolean scoped = now.plan() != null || !told(done.where()).isEmpty();
        return work.close(
                new By(store.id(), task, who),
                state,
                state == State.DONE && scoped ? draft(store, done) : null);
    }

    /** Records what was done for it; what is not said is as the task suggests. */
    public long act(Store store, long task, ActionKeeping.@Nullable Said said, String who) {
        ActionKeeping.Said usual = proposal(store, tasks.of(store.id(), task));
        Action.Draft draft = keeping.checked(store, said == null ? usual : filled(said, usual));
        long step = work.act(new By(store.id(), task, who), draft);
        actions.ofTask(store.id(), task).forEach(action -> book.judge(store, action));
        return step;
    }

    /** What a task's effect would be looked for in: what it names, else where its finding lies. */
    public ActionKeeping.Said proposal(Store store, Task task) {
        Task.@Nullable Plan plan = task.plan();
        Task.@Nullable Found found = task.found();
        String metric = plan == null ? metric(store, found) : plan.metric();
        List<String> where = plan == null ? where(store, found, metric) : plan.where();
        String title = checks.title(task, Texts.of(store.locale()));
        return new ActionKeeping.Said(
                title.length() > LONGEST_NAME ? title.substring(0, LONGEST_NAME) : title,
                metric,
                doneOn(store, task),
                null,
                null,
                where,
                (plan == null ? ActionKind.OTHER : plan.kind()).id(),
                null,
                null,
                task.details().reason().length() > 500 ? null : task.details().reason(),
                task.id());
    }

    private static List<String> told(@Nullable List<String> where) {
        return where == null ? List.of() : where;
    }

    private LocalDate doneOn(Store store, Task task) {
        Task.@Nullable Done closed = task.closed();
        return LocalDate.ofInstant(closed == null ? clock.instant() : closed.at(), store.zone());
    }

    /** Not being able to measure it keeps nobody from being done. */
    private Action.@Nullable Draft draft(Store store, ActionKeeping.Said said) {
        try {
            return keeping.checked(store, said);
        } catch (RotinaException e) {
            return null;
        }
    }

    private static ActionKeeping.Said filled(ActionKeeping.Said said, ActionKeeping.Said usual) {
        return new ActionKeeping.Said(
                said.name() == null ? usual.name() : said.name(),
                said.metric() == null ? usual.metric() : said.metric(),
                said.from() == null ? usual.from() : said.from(),
                said.time(),
                said.to(),
                said.where() == null ? usual.where() : said.where(),
                said.kind() == null ? usual.kind() : said.kind(),
                said.was(),
                said.became(),
                said.reason() == null ? usual.reason() : said.reason(),
                usual.task());
    }

    /** What the check looks at, where it adds up over days; else what the store's goal is in. */
    private String metric(Store store, Task.@Nullable Found found) {
        if (found == null) {
            return store.basis().metric();
        }
        return checks.of(store.id(), found.check())
                .metric()
                .map(catalog::of)
                .filter(TaskEnding::addsUp)
                .map(Metric::id)
                .orElseGet(() -> store.basis().metric());
    }

    private static boolean addsUp(Metric metric) {
        boolean divides = metric.formula() != null && metric.formula().divides();
        return metric.over() == Metric.Over.SUM && !divides;
    }

    private List<String> where(Store store, Task.@Nullable Found found, String metric) {
        if (found == null) {
            return List.of();
        }
        Map<String, String> where = ResultJson.finding(found.finding()).where();
        boolean splits = where.keySet().stream().allMatch(by -> metrics.has(store, metric, by));
        return splits
                ? where.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList()
                : List.of();
    }
}

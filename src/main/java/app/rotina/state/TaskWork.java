package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Task.Plan;
import app.rotina.state.Task.State;
import app.rotina.state.TaskLog.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do to tasks. Each is one transaction with its history, and answers with the step that
 * takes it back; zero: nothing changed.
 */
@Repository
public class TaskWork {
    private final JdbcClient jdbc;
    private final TaskChanges changes;
    private final TaskLog log;
    private final Actions actions;
    private final Attachments attachments;

    TaskWork(
            JdbcClient jdbc,
            TaskChanges changes,
            TaskLog log,
            Actions actions,
            Attachments attachments) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.log = log;
        this.actions = actions;
        this.attachments = attachments;
    }

    /** Which task, and who does something to it. */
    public record By(String store, long task, String who) {
        /** What its files are attached to. */
        public String thing() {
            return thing(task);
        }

        public static String thing(long task) {
            return "task/" + task;
        }
    }

    /** Says fields anew; an absent value empties one. */
    @Transactional
    public long say(By by, Map<TaskField, @Nullable String> fields) {
        return step(
                by, step -> fields.forEach((field, value) -> changes.field(step, field, value)));
    }

    /** Says what its effect is to be measured on. */
    @Transactional
    public long plan(By by, @Nullable Plan plan) {
        return step(by, step -> changes.plan(step, plan));
    }

    /**
     * Closes an open task as done or dropped; one that is closed stays as it is.
     *
     * @param action what was done, to be measured; absence: nothing is
     */
    @Transactional
    public long close(By by, State state, Action.@Nullable Draft action) {
        return step(
                by,
                step -> {
                    if (stateOf(by) == State.OPEN) {
                        changes.state(step, State.OPEN, state);
                        if (action != null) {
                            record(by, step, action);
                        }
                    }
                });
    }

    /** Opens a closed one again, unless the same finding has a newer task. */
    @Transactional
    public long reopen(By by) {
        return step(
                by,
                step -> {
                    State state = stateOf(by);
                    if (state == State.DONE || state == State.DROPPED) {
                        changes.state(step, state, State.OPEN);
                    }
                });
    }

    /** Records what was done for the task. */
    @Transactional
    public long act(By by, Action.Draft action) {
        return step(by, step -> record(by, step, action));
    }

    private void record(By by, Step step, Action.Draft action) {
        long id = actions.add(by.store(), action, by.who()).id();
        log.write(step, TaskChange.ACTION, id, null, TaskChange.THERE);
    }

    @Transactional
    public long addItem(By by, String text) {
        return step(by, step -> changes.add(step, TaskChange.ITEM, text));
    }

    @Transactional
    public long comment(By by, String text) {
        return step(by, step -> changes.add(step, TaskChange.COMMENT, text));
    }

    /** Takes a line of the checklist away, or a comment. */
    @Transactional
    public long removeItem(By by, long item) {
        return step(by, step -> changes.show(step, TaskChange.ITEM, item, false));
    }

    @Transactional
    public long removeComment(By by, long comment) {
        return step(by, step -> changes.show(step, TaskChange.COMMENT, comment, false));
    }

    @Transactional
    public long tick(By by, long item, boolean done) {
        return step(by, step -> changes.tick(step, item, done));
    }

    /** Attaches a file. */
    @Transactional
    public Attachment attach(By by, String name, byte[] content) {
        changes.hold(by.store(), by.task());
        Attachment kept = attachments.keep(by.store(), by.thing(), name, content, by.who());
        Step step = log.begin(by.task(), by.who(), null);
        log.write(step, TaskChange.FILE, kept.id(), null, TaskChange.THERE);
        return kept;
    }

    @Transactional
    public long detach(By by, long file) {
        return step(by, step -> showFile(by, step, file, false));
    }

    private void showFile(By by, Step step, long file, boolean there) {
        if (there) {
            attachments.restore(by.store(), by.thing(), file);
        } else {
            attachments.remove(by.store(), by.thing(), file);
        }
        String was = there ? null : TaskChange.THERE;
        log.write(step, TaskChange.FILE, file, was, there ? TaskChange.THERE : null);
    }

    /** Has it wait for another task of the store; refuses two that would wait for each other. */
    @Transactional
    public long waitFor(By by, long other) {
        changes.hold(by.store(), other);
        if (other == by.task() || changes.waitsFor(other, by.task())) {
            throw new RotinaException(Problem.TASKS_WAIT_IN_A_CIRCLE, other);
        }
        return step(by, step -> changes.blocker(step, other, true));
    }

    @Transactional
    public long waitNoLonger(By by, long other) {
        return step(by, step -> changes.blocker(step, other, false));
    }

    /** Takes a step back; refuses where what it changed was changed again. */
    @Transactional
    public long undo(By by, long step) {
        changes.hold(by.store(), by.task());
        List<TaskChange> steps =
                log.of(by.task()).stream().filter(each -> each.step() == step).toList();
        if (steps.isEmpty() || steps.getFirst().undone()) {
            throw new RotinaException(Problem.TASK_MOVED_ON);
        }
        Step back = log.begin(by.task(), by.who(), step);
        steps.forEach(each -> undo(by, back, each));
        return back.id();
    }

    private void undo(By by, Step step, TaskChange change) {
        long subject = change.subject() == null ? 0 : change.subject();
        boolean there = change.was() != null;
        switch (change.what()) {
            case TaskChange.STATE ->
                    changes.state(
                            step,
                            State.valueOf(told(change.became())),
                            State.valueOf(told(change.was())));
            case TaskChange.ITEM, TaskChange.COMMENT ->
                    changes.show(step, change.what(), subject, there);
            case TaskChange.ITEM_DONE -> changes.tick(step, subject, there);
            case TaskChange.FILE -> showFile(by, step, subject, there);
            case TaskChange.BLOCKER -> changes.blocker(step, subject, there);
            case TaskChange.ACTION -> showAction(by, step, subject, there);
            case TaskChange.PLAN -> changes.plan(step, TaskChanges.plan(change.was()));
            case TaskChange.OPENED -> changes.state(step, State.OPEN, State.DROPPED);
            default -> undoField(step, TaskField.valueOf(change.what()), change);
        }
    }

    private void undoField(Step step, TaskField field, TaskChange change) {
        if (!Objects.equals(changes.fieldOf(step.task(), field), change.became())) {
            throw new RotinaException(Problem.TASK_MOVED_ON);
        }
        changes.field(step, field, change.was());
    }

    private void showAction(By by, Step step, long action, boolean there) {
        if (there) {
            actions.restore(by.store(), action);
        } else {
            actions.remove(by.store(), action);
        }
        log.write(
                step,
                TaskChange.ACTION,
                action,
                there ? null : TaskChange.THERE,
                there ? TaskChange.THERE : null);
    }

    private static String told(@Nullable String value) {
        return Objects.requireNonNull(value);
    }

    private State stateOf(By by) {
        return State.valueOf(
                jdbc.sql("select state from task where store = ? and id = ?")
                        .params(by.store(), by.task())
                        .query(String.class)
                        .single());
    }

    private long step(By by, Consumer<Step> change) {
        changes.hold(by.store(), by.task());
        Step step = log.begin(by.task(), by.who(), null);
        change.accept(step);
        return log.latest(by.task()) == step.id() ? step.id() : 0;
    }
}

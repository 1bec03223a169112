package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.TaskLog.Step;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Single changes of a task, each from how it was to how it becomes; writes them into its history.
 * Called within a transaction that holds the task.
 */
@Component
class TaskChanges {
    private static final String THERE = TaskChange.THERE;

    /** A line each for the kind, the metric and every part of the store. */
    private static final String PLAN =
            """
            select plan_kind || E'\\n' || plan_metric || E'\\n' || array_to_string(plan_where, E'\\n') as it
            from task where id = ?
            """;

    private final JdbcClient jdbc;
    private final TaskLog log;

    TaskChanges(JdbcClient jdbc, TaskLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /** Holds the task until the transaction ends, so that two people change it one by one. */
    void hold(String store, long task) {
        boolean there =
                jdbc.sql("select id from task where store = ? and id = ? for update")
                        .params(store, task)
                        .query(Long.class)
                        .optional()
                        .isPresent();
        if (!there) {
            throw Tasks.unknown(task);
        }
    }

    /** Says a field anew; what it is already is no change. */
    void field(Step step, TaskField field, @Nullable String value) {
        @Nullable String was = fieldOf(step.task(), field);
        jdbc.sql(
                        "update task set %s = cast(? as %s) where id = ?"
                                .formatted(field.column(), field.type()))
                .param(1, value)
                .param(2, step.task())
                .update();
        @Nullable String now = fieldOf(step.task(), field);
        if (!Objects.equals(was, now)) {
            log.write(step, field.name(), null, was, now);
        }
    }

    @Nullable String fieldOf(long task, TaskField field) {
        return one("select %s::text as it from task where id = ?".formatted(field.column()), task);
    }

    /** From this state to that one; refuses where it stands otherwise by now. */
    void state(Step step, Task.State was, Task.State becomes) {
        boolean open = becomes == Task.State.OPEN;
        OffsetDateTime now = log.now();
        int changed =
                jdbc.sql(
                                """
                                update task set state = ?, closed_by = ?, closed_at = ?
                                where id = ? and state = ? and (? or not exists (select 1 from task o
                                    where o.store = task.store and o.check_id = task.check_id
                                        and o.subject = task.subject and o.state = 'OPEN' and o.id <> task.id))
                                """)
                        .param(1, becomes.name())
                        .param(2, open ? null : step.who())
                        .param(3, open ? null : now)
                        .param(4, step.task())
                        .param(5, was.name())
                        .param(6, !open)
                        .update();
        requireDone(changed);
        log.write(step, TaskChange.STATE, null, was.name(), becomes.name());
    }

    /** Adds a line to the checklist, or a comment. */
    long add(Step step, String what, String body) {
        long id =
                what.equals(TaskChange.ITEM)
                        ? jdbc.sql("insert into task_item (task, body) values (?, ?) returning id")
                                .params(step.task(), body)
                                .query(Long.class)
                                .single()
                        : jdbc.sql(
                                        """
                                        insert into task_comment (task, body, author, written_at)
                                        values (?, ?, ?, ?) returning id
                                        """)
                                .params(step.task(), body, step.who(), log.now())
                                .query(Long.class)
                                .single();
        log.write(step, what, id, null, THERE);
        return id;
    }

    /** Takes a line or a comment away, or brings it back. */
    void show(Step step, String what, long id, boolean there) {
        String table = what.equals(TaskChange.ITEM) ? "task_item" : "task_comment";
        jdbc.sql("delete from %s where task = ? and removed_at < ?".formatted(table))
                .params(step.task(), log.now().minusWeeks(1))
                .update();
        requireDone(
                jdbc.sql(
                                """
                                update %s set removed_at = case when ? then null else ?::timestamptz end
                                where task = ? and id = ? and (removed_at is null) <> ?
                                """
                                        .formatted(table))
                        .params(there, log.now(), step.task(), id, there)
                        .update());
        log.write(step, what, id, there ? null : THERE, there ? THERE : null);
    }

    /** Ticks a line of the checklist, or takes that back. */
    void tick(Step step, long item, boolean done) {
        requireDone(
                jdbc.sql(
                                """
                                update task_item set done_by = ?, done_at = ? where task = ? and id = ?
                                and removed_at is null and (done_at is null) = ?
                                """)
                        .param(1, done ? step.who() : null)
                        .param(2, done ? log.now() : null)
                        .param(3, step.task())
                        .param(4, item)
                        .param(5, done)
                        .update());
        log.write(step, TaskChange.ITEM_DONE, item, done ? null : THERE, done ? THERE : null);
    }

    /** Has it wait for another task, or no longer. */
    void blocker(Step step, long other, boolean waits) {
        requireDone(
                jdbc.sql(
                                waits
                                        ? "insert into task_blocker (task, blocker) values (?, ?) on conflict do nothing"
                                        : "delete from task_blocker where task = ? and blocker = ?")
                        .params(step.task(), other)
                        .update());
        log.write(step, TaskChange.BLOCKER, other, waits ? null : THERE, waits ? THERE : null);
    }

    /** True where the other one waits for this one already, also through others. */
    boolean waitsFor(long other, long task) {
        return jdbc.sql(
                        """
                        with recursive above (id) as (select blocker from task_blocker where task = ?
                            union select b.blocker from task_blocker b join above on b.task = above.id)
                        select exists (select 1 from above where id = ?)
                        """)
                .params(other, task)
                .query(Boolean.class)
                .single();
    }

    void plan(Step step, Task.@Nullable Plan plan) {
        @Nullable String was = one(PLAN, step.task());
        jdbc.sql("update task set plan_kind = ?, plan_metric = ?, plan_where = ? where id = ?")
                .param(1, plan == null ? null : plan.kind().name())
                .param(2, plan == null ? null : plan.metric())
                .param(3, Tasks.where(plan))
                .param(4, step.task())
                .update();
        @Nullable String became = one(PLAN, step.task());
        if (!Objects.equals(was, became)) {
            log.write(step, TaskChange.PLAN, null, was, became);
        }
    }

    static Task.@Nullable Plan plan(@Nullable String written) {
        if (written == null) {
            return null;
        }
        List<String> lines = Arrays.asList(written.split("\n"));
        return new Task.Plan(
                ActionKind.valueOf(lines.get(0)), lines.get(1), lines.subList(2, lines.size()));
    }

    private @Nullable String one(String query, long task) {
        return jdbc.sql(query)
                .param(task)
                .query((row, number) -> Optional.ofNullable(row.getString("it")))
                .single()
                .orElse(null);
    }

    static void requireDone(int changed) {
        if (changed == 0) {
            throw new RotinaException(Problem.TASK_MOVED_ON);
        }
    }
}

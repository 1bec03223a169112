package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Task.Details;
import app.rotina.state.Task.Done;
import app.rotina.state.Task.Draft;
import app.rotina.state.Task.Found;
import app.rotina.state.Task.Holder;
import app.rotina.state.Task.Plan;
import app.rotina.state.Task.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What there is to do in stores. */
@Repository
public class Tasks {
    private static final String ALL =
            """
            select task.*, person.name as holder, task_part.whole, exists (select 1 from task_blocker b
                join task o on o.id = b.blocker where b.task = task.id and o.state = 'OPEN') as waits
            from task left join person on person.id = task.person
                left join task_part on task_part.task = task.id where task.store = ?
            """;

    private final JdbcClient jdbc;
    private final TaskLog log;

    Tasks(JdbcClient jdbc, TaskLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    @Transactional
    public Task add(String store, Draft draft, String who) {
        @Nullable Plan plan = draft.plan();
        Details details = draft.details();
        long id =
                jdbc.sql(
                                """
                                insert into task (store, title, job, person, due, stake, opened_by, opened_at,
                                    reason, address, place, how, cost, plan_kind, plan_metric, plan_where)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                                """)
                        .param(1, store)
                        .param(2, draft.title())
                        .param(3, draft.job().name())
                        .param(4, draft.person())
                        .param(5, draft.due())
                        .param(6, draft.stake())
                        .param(7, who)
                        .param(8, log.now())
                        .param(9, details.reason())
                        .param(10, details.address())
                        .param(11, details.place())
                        .param(12, details.how())
                        .param(13, details.cost())
                        .param(14, plan == null ? null : plan.kind().name())
                        .param(15, plan == null ? null : plan.metric())
                        .param(16, where(plan))
                        .query(Long.class)
                        .single();
        log.write(log.begin(id, who, null), TaskChange.OPENED, null, null, State.OPEN.name());
        return of(store, id);
    }

    /** Adds one that is split off another task of the store. */
    @Transactional
    public Task addPart(String store, long whole, Draft draft, String who) {
        long id = add(store, draft, who).id();
        jdbc.sql("insert into task_part (task, whole) values (?, ?)")
                .params(id, of(store, whole).id())
                .update();
        return of(store, id);
    }

    static String[] where(@Nullable Plan plan) {
        return plan == null ? new String[0] : plan.where().toArray(String[]::new);
    }

    /** The open ones, the most money first, then by the day they are due. */
    public List<Task> open(String store) {
        return jdbc.sql(ALL + " and state = 'OPEN' order by stake desc, due nulls last, task.id")
                .param(store)
                .query(Tasks::read)
                .list();
    }

    /** Those closed since an instant, the latest first. */
    public List<Task> closed(String store, Instant since) {
        return jdbc.sql(ALL + " and closed_at >= ? order by closed_at desc, task.id desc")
                .params(store, since.atOffset(ZoneOffset.UTC))
                .query(Tasks::read)
                .list();
    }

    /** The latest that a person closed as done or dropped, or that closed themselves. */
    public List<Task> closed(String store, int most) {
        return jdbc.sql(ALL + " and state <> 'OPEN' order by closed_at desc, task.id desc limit ?")
                .params(store, most)
                .query(Tasks::read)
                .list();
    }

    public Task of(String store, long id) {
        return jdbc.sql(ALL + " and task.id = ?")
                .params(store, id)
                .query(Tasks::read)
                .optional()
                .orElseThrow(() -> unknown(id));
    }

    /** The open one about what a check found of a part of the store, where there is one. */
    public List<Task> about(String store, String check, String subject) {
        return jdbc.sql(ALL + " and check_id = ? and subject = ? and state = 'OPEN'")
                .params(store, check, subject)
                .query(Tasks::read)
                .list();
    }

    /** Which of these subjects have a task, open or done. */
    public Set<String> raised(String store, Collection<String> subjects) {
        return Set.copyOf(
                jdbc.sql(
                                "select distinct subject from task where store = ? and subject = any (?) and state <> 'DROPPED'")
                        .params(store, subjects.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    /** Those that the task waits for, in the order in which they were opened. */
    public List<Task> blockers(String store, long id) {
        return jdbc.sql(
                        ALL
                                + " and task.id in (select blocker from task_blocker where task = ?) order by task.id")
                .params(store, id)
                .query(Tasks::read)
                .list();
    }

    /** Those that wait for the task. */
    public List<Task> waiting(String store, long id) {
        return jdbc.sql(
                        ALL
                                + " and task.id in (select task from task_blocker where blocker = ?) order by task.id")
                .params(store, id)
                .query(Tasks::read)
                .list();
    }

    /** The one that says why: the task itself, or what it was split off where it says nothing. */
    public Task why(Task task) {
        @Nullable Long whole = task.partOf();
        boolean says = task.found() != null || !task.details().reason().isEmpty();
        return says || whole == null ? task : why(of(task.store(), whole));
    }

    /** Those that were split off it, in the order in which they were opened. */
    public List<Task> parts(String store, long id) {
        return jdbc.sql(ALL + " and task_part.whole = ? order by task.id")
                .params(store, id)
                .query(Tasks::read)
                .list();
    }

    private static Task read(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        @Nullable String holder = row.getString("holder");
        return new Task(
                row.getLong("id"),
                row.getString("store"),
                row.getString("title"),
                Job.valueOf(row.getString("job")),
                holder == null ? null : new Holder(row.getLong("person"), holder),
                row.getObject("due", LocalDate.class),
                row.getBigDecimal("stake"),
                State.valueOf(row.getString("state")),
                found(row),
                details(row),
                plan(row),
                row.getBoolean("waits"),
                row.getObject("whole", Long.class),
                new Done(
                        row.getString("opened_by"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant()),
                closed == null ? null : new Done(row.getString("closed_by"), closed.toInstant()));
    }

    private static Details details(ResultSet row) throws SQLException {
        return new Details(
                row.getString("reason"),
                row.getString("address"),
                row.getString("place"),
                row.getString("how"),
                row.getBigDecimal("cost"));
    }

    private static @Nullable Plan plan(ResultSet row) throws SQLException {
        @Nullable String kind = row.getString("plan_kind");
        return kind == null
                ? null
                : new Plan(
                        ActionKind.valueOf(kind),
                        row.getString("plan_metric"),
                        Arrays.asList((String[]) row.getArray("plan_where").getArray()));
    }

    private static @Nullable Found found(ResultSet row) throws SQLException {
        @Nullable String check = row.getString("check_id");
        return check == null
                ? null
                : new Found(
                        check,
                        row.getString("subject"),
                        row.getString("finding"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class));
    }

    static RotinaException unknown(long id) {
        return new RotinaException(Problem.UNKNOWN_TASK, id);
    }
}

package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Task.Done;
import app.rotina.state.Task.Draft;
import app.rotina.state.Task.Found;
import app.rotina.state.Task.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What there is to do in stores. */
@Repository
public class Tasks {
    private final JdbcClient jdbc;
    private final Clock clock;

    Tasks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Task add(String store, Draft draft, String who) {
        return jdbc.sql(
                        """
                        insert into task (store, title, job, due, stake, opened_by, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?) returning *
                        """)
                .param(1, store)
                .param(2, draft.title())
                .param(3, draft.job().name())
                .param(4, draft.due())
                .param(5, draft.stake())
                .param(6, who)
                .param(7, now())
                .query(Tasks::read)
                .single();
    }

    /** The open ones, the most money first, then by the day they are due. */
    public List<Task> open(String store) {
        return jdbc.sql(
                        "select * from task where store = ? and state = 'OPEN' order by stake desc, due nulls last, id")
                .param(store)
                .query(Tasks::read)
                .list();
    }

    /** Those closed since an instant, the latest first. */
    public List<Task> closed(String store, Instant since) {
        return jdbc.sql(
                        "select * from task where store = ? and closed_at >= ? order by closed_at desc, id desc")
                .params(store, since.atOffset(ZoneOffset.UTC))
                .query(Tasks::read)
                .list();
    }

    public Task of(String store, long id) {
        return jdbc.sql("select * from task where store = ? and id = ?")
                .params(store, id)
                .query(Tasks::read)
                .optional()
                .orElseThrow(() -> unknown(id));
    }

    /** Closes an open task as done or dropped; one that is closed stays as it is. */
    public Task close(String store, long id, State state, String who) {
        jdbc.sql(
                        "update task set state = ?, closed_by = ?, closed_at = ? where store = ? and id = ? and state = 'OPEN'")
                .params(state.name(), who, now(), store, id)
                .update();
        return of(store, id);
    }

    /** Takes back that a person closed it, unless the same finding has a newer task. */
    public Task reopen(String store, long id) {
        jdbc.sql(
                        """
                        update task set state = 'OPEN', closed_by = null, closed_at = null where store = ? and id = ?
                        and state in ('DONE', 'DROPPED') and not exists (select 1 from task o where o.store = task.store
                            and o.check_id = task.check_id and o.subject = task.subject and o.state = 'OPEN')
                        """)
                .params(store, id)
                .update();
        return of(store, id);
    }

    private static Task read(ResultSet row, int number) throws SQLException {
        @Nullable OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Task(
                row.getLong("id"),
                row.getString("store"),
                row.getString("title"),
                Job.valueOf(row.getString("job")),
                row.getObject("due", LocalDate.class),
                row.getBigDecimal("stake"),
                State.valueOf(row.getString("state")),
                found(row),
                new Done(
                        row.getString("opened_by"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant()),
                closed == null ? null : new Done(row.getString("closed_by"), closed.toInstant()));
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

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }

    private static RotinaException unknown(long id) {
        return new RotinaException(Problem.UNKNOWN_TASK, id);
    }
}

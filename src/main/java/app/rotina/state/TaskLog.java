package app.rotina.state;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who changed what of a task, and when; written in the transaction of the change. */
@Repository
public class TaskLog {
    private final JdbcClient jdbc;
    private final Clock clock;

    TaskLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What somebody does to a task at once.
     *
     * @param undoes the step that it takes back; absence: none
     */
    record Step(long id, long task, String who, @Nullable Long undoes) {}

    Step begin(long task, String who, @Nullable Long undoes) {
        long id = jdbc.sql("select nextval('task_step')").query(Long.class).single();
        return new Step(id, task, who, undoes);
    }

    void write(
            Step step,
            String what,
            @Nullable Long subject,
            @Nullable String was,
            @Nullable String became) {
        jdbc.sql(
                        """
                        insert into task_change (task, step, at, who, what, subject, was, became, undoes)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(1, step.task())
                .param(2, step.id())
                .param(3, now())
                .param(4, step.who())
                .param(5, what)
                .param(6, subject)
                .param(7, was)
                .param(8, became)
                .param(9, step.undoes())
                .update();
    }

    /** All changes of a task, the latest first. */
    public List<TaskChange> of(long task) {
        return jdbc.sql(
                        """
                        select c.*, exists (select 1 from task_change u where u.task = c.task and u.undoes = c.step) as undone,
                            case what
                                when 'ITEM' then (select body from task_item i where i.id = subject)
                                when 'ITEM_DONE' then (select body from task_item i where i.id = subject)
                                when 'COMMENT' then (select body from task_comment i where i.id = subject)
                                when 'FILE' then (select name from attachment i where i.id = subject)
                                when 'ACTION' then (select name from action i where i.id = subject)
                            end as said
                        from task_change c where task = ? order by id desc
                        """)
                .param(task)
                .query((row, number) -> {
                    long subject = row.getLong("subject");
                    @Nullable Long about = row.wasNull() ? null : subject;
                    @Nullable String said = row.getString("said");
                    return new TaskChange(
                            row.getLong("id"),
                            row.getLong("step"),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("who"),
                            row.getString("what"),
                            about,
                            said == null ? "" : said,
                            row.getString("was"),
                            row.getString("became"),
                            row.getBoolean("undone"),
                            row.getObject("undoes", Long.class));
                })
                .list();
    }

    /** The step of the latest change; it can be undone. */
    public long latest(long task) {
        return jdbc.sql("select coalesce(max(step), 0) from task_change where task = ?")
                .param(task)
                .query(Long.class)
                .single();
    }

    OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }
}

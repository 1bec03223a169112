package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Trial.Criterion;
import app.rotina.state.Trial.Decision;
import app.rotina.state.Trial.Exit;
import app.rotina.state.Trial.State;
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
import org.springframework.transaction.annotation.Transactional;

/** The partners that stores have on trial, and what was decided about them. */
@Repository
public class Trials {
    private final JdbcClient jdbc;
    private final Clock clock;

    Trials(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A trial as somebody begins it. */
    public record Draft(
            String partner,
            String work,
            LocalDate begun,
            LocalDate decideBy,
            Job job,
            List<String> criteria) {}

    @Transactional
    public Trial begin(String store, Draft draft, String who) {
        long id =
                jdbc.sql(
                                """
                                insert into trial (store, partner, work, begun, decide_by, job, state, written_by, written_at)
                                values (?, ?, ?, ?, ?, ?, 'RUNNING', ?, ?) returning id
                                """)
                        .params(
                                store,
                                draft.partner(),
                                draft.work(),
                                draft.begun(),
                                draft.decideBy(),
                                draft.job().id(),
                                who,
                                now())
                        .query(Long.class)
                        .single();
        for (String criterion : draft.criteria()) {
            jdbc.sql("insert into trial_criterion (trial, body) values (?, ?)")
                    .params(id, criterion)
                    .update();
        }
        return of(store, id);
    }

    /** Those that run by the day they are decided, then the decided ones, the latest first. */
    public List<Trial> all(String store) {
        return jdbc.sql(
                        """
                        select * from trial where store = ? and removed_at is null order by state <> 'RUNNING',
                            case when state = 'RUNNING' then decide_by end, id desc
                        """)
                .param(store)
                .query(this::read)
                .list();
    }

    public Trial of(String store, long id) {
        return jdbc.sql("select * from trial where store = ? and id = ? and removed_at is null")
                .params(store, id)
                .query(this::read)
                .optional()
                .orElseThrow(() -> new RotinaException(Problem.UNKNOWN_TRIAL, id));
    }

    /** Says of a thing that it is judged by whether it was met; absence: not judged. */
    public void judge(Trial trial, long criterion, @Nullable Boolean met) {
        int found =
                jdbc.sql("update trial_criterion set met = ? where trial = ? and id = ?")
                        .param(1, met)
                        .param(2, trial.id())
                        .param(3, criterion)
                        .update();
        if (found == 0) {
            throw new RotinaException(Problem.BAD_ARGUMENT, criterion);
        }
    }

    /** Decides about one that runs; what was decided stays. */
    @Transactional
    public Trial decide(Trial trial, Exit exit, @Nullable LocalDate until, String why, String who) {
        int running =
                jdbc.sql(
                                """
                                update trial set state = ?, decide_by = coalesce(?::date, decide_by)
                                where id = ? and state = 'RUNNING' and decide_by = ?
                                """)
                        .param(1, after(exit).name())
                        .param(2, until)
                        .param(3, trial.id())
                        .param(4, trial.decideBy())
                        .update();
        if (running == 0) {
            throw new RotinaException(Problem.TRIAL_DECIDED, trial.partner());
        }
        jdbc.sql(
                        """
                        insert into trial_decision (trial, exit, until, why, decided_by, decided_at, was_due)
                        values (?, ?, ?::date, ?, ?, ?, ?)
                        """)
                .param(1, trial.id())
                .param(2, exit.name())
                .param(3, until)
                .param(4, why)
                .param(5, who)
                .param(6, now())
                .param(7, trial.decideBy())
                .update();
        return of(trial.store(), trial.id());
    }

    /** Takes the latest decision back; refuses one that another one followed, or that is gone. */
    @Transactional
    public Trial undecide(Trial trial, long decision) {
        int taken =
                jdbc.sql(
                                """
                                with taken as (delete from trial_decision where id = ? and id =
                                    (select max(id) from trial_decision where trial = ?) returning trial, was_due)
                                update trial set state = 'RUNNING', decide_by = taken.was_due
                                from taken where trial.id = taken.trial
                                """)
                        .params(decision, trial.id())
                        .update();
        if (taken == 0) {
            throw new RotinaException(
                    trial.decisions().isEmpty() ? Problem.TRIAL_UNDECIDED : Problem.TRIAL_DECIDED,
                    trial.partner());
        }
        return of(trial.store(), trial.id());
    }

    /** Takes it away; it can be brought back for a week. */
    @Transactional
    public void remove(Trial trial) {
        jdbc.sql("delete from trial where store = ? and removed_at < ?")
                .params(trial.store(), now().minusWeeks(1))
                .update();
        jdbc.sql("update trial set removed_at = ? where id = ?").params(now(), trial.id()).update();
    }

    /** True where it was away. */
    public boolean restore(String store, long id) {
        return jdbc.sql(
                                """
                                update trial set removed_at = null
                                where store = ? and id = ? and removed_at is not null
                                """)
                        .params(store, id)
                        .update()
                > 0;
    }

    private static State after(Exit exit) {
        return switch (exit) {
            case PASS -> State.PASSED;
            case EXTEND -> State.RUNNING;
            case END -> State.ENDED;
        };
    }

    private Trial read(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        return new Trial(
                id,
                row.getString("store"),
                row.getString("partner"),
                row.getString("work"),
                row.getObject("begun", LocalDate.class),
                row.getObject("decide_by", LocalDate.class),
                Job.of(row.getString("job")),
                State.valueOf(row.getString("state")),
                criteria(id),
                decisions(id));
    }

    private List<Criterion> criteria(long trial) {
        return jdbc.sql("select * from trial_criterion where trial = ? order by id")
                .param(trial)
                .query((row, number) ->
                        new Criterion(
                                row.getLong("id"),
                                row.getString("body"),
                                row.getObject("met", Boolean.class)))
                .list();
    }

    private List<Decision> decisions(long trial) {
        return jdbc.sql("select * from trial_decision where trial = ? order by id desc")
                .param(trial)
                .query((row, number) ->
                        new Decision(
                                row.getLong("id"),
                                Exit.valueOf(row.getString("exit")),
                                row.getObject("until", LocalDate.class),
                                row.getString("why"),
                                row.getString("decided_by"),
                                row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }
}

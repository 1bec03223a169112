package app.rotina.state;

import app.rotina.kernel.Days;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How the checks of stores stood, and the tasks that follow from it: both are kept at once. */
@Repository
public class CheckResults {
    /** What comes back so soon is the same task again. */
    private static final int PAUSE_DAYS = 3;

    private static final String PRODUCT = "Rotina";

    private final JdbcClient jdbc;
    private final Clock clock;

    CheckResults(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A check gone through.
     *
     * @param told false where it could not tell: then its tasks stay as they are
     * @param content what it said, as the check writes it down
     */
    public record Looked(
            String check,
            Job job,
            String outcome,
            boolean told,
            String content,
            List<Found> found) {}

    /** One thing it found, about a part of the store. */
    public record Found(String subject, BigDecimal stake, String content) {}

    /** A kept result. */
    public record Kept(String check, LocalDate day, String outcome, String content, Instant at) {}

    /**
     * Keeps the results of a period, named by its first day. The latest one of a check opens a task
     * for what it found, goes on with the one that is open, and closes those whose finding is gone;
     * earlier ones touch no task.
     *
     * @param before the period before: what was still found then goes on with its task
     */
    @Transactional
    public void keep(String store, LocalDate day, LocalDate before, List<Looked> results) {
        jdbc.sql("select id from store where id = ? for update").param(store).query().singleValue();
        OffsetDateTime began = now();
        for (Looked result : results) {
            write(store, day, result);
            if (result.told() && isLatest(store, day, result.check())) {
                recover(store, result);
                LocalDate since = earlier(before, day.minusDays(PAUSE_DAYS));
                for (Found found : result.found()) {
                    if (!goOn(store, day, since, result, found)
                            && !isDoneSince(store, day, result.check(), found.subject())) {
                        open(store, day, result, found, PRODUCT);
                    }
                }
            }
        }
        tell(store, began, PRODUCT);
    }

    /** Writes what became of the tasks into their histories. */
    private void tell(String store, OffsetDateTime began, String who) {
        jdbc.sql(
                        """
                        insert into task_change (task, step, at, who, what, was, became)
                        select t.id, nextval('task_step'), ?, ?, case when told.last is null then 'OPENED' else 'STATE' end, told.last, t.state
                        from task t left join lateral (select became as last from task_change c where c.task = t.id
                            and what in ('OPENED', 'STATE') order by id desc limit 1) told on true
                        where t.store = ? and t.check_id is not null and (t.state = 'OPEN' or t.closed_at >= ?)
                            and told.last is distinct from t.state
                        """)
                .params(now(), who, store, began)
                .update();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * Opens a task for what a person found in a period, unless there is one of it; gives the task.
     */
    @Transactional
    public long raise(String store, LocalDate day, Looked result, String who) {
        jdbc.sql("select id from store where id = ? for update").param(store).query().singleValue();
        Found found = result.found().getFirst();
        Optional<Long> made =
                jdbc.sql(
                                """
                                select id from task where store = ? and check_id = ? and subject = ?
                                    and state <> 'DROPPED' order by id desc limit 1
                                """)
                        .params(store, result.check(), found.subject())
                        .query(Long.class)
                        .optional();
        if (made.isPresent()) {
            return made.get();
        }
        OffsetDateTime began = now();
        open(store, day, result, found, who);
        tell(store, began, who);
        return openOf(store, result.check(), found.subject()).orElseThrow();
    }

    /** Drops the task of a person's finding where it is open; gives it. */
    @Transactional
    public Optional<Long> drop(String store, String check, String subject, String who) {
        jdbc.sql("select id from store where id = ? for update").param(store).query().singleValue();
        OffsetDateTime began = now();
        Optional<Long> open = openOf(store, check, subject);
        open.ifPresent(task ->
                jdbc.sql(
                                "update task set state = 'DROPPED', closed_by = ?, closed_at = ? where id = ?")
                        .params(who, now(), task)
                        .update());
        tell(store, began, who);
        return open;
    }

    private Optional<Long> openOf(String store, String check, String subject) {
        return jdbc.sql(
                        "select id from task where store = ? and check_id = ? and subject = ? and state = 'OPEN'")
                .params(store, check, subject)
                .query(Long.class)
                .optional();
    }

    private void write(String store, LocalDate day, Looked result) {
        jdbc.sql(
                        """
                        insert into check_result (store, check_id, day, outcome, content, looked_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (store, check_id, day) do update
                        set outcome = excluded.outcome, content = excluded.content, looked_at = excluded.looked_at
                        """)
                .params(store, result.check(), day, result.outcome(), result.content(), now())
                .update();
    }

    private boolean isLatest(String store, LocalDate day, String check) {
        return jdbc.sql(
                        "select not exists (select 1 from check_result where store = ? and check_id = ? and day > ?)")
                .params(store, check, day)
                .query(Boolean.class)
                .single();
    }

    /** What a person found, only a person closes. */
    private void recover(String store, Looked result) {
        jdbc.sql(
                        """
                        update task set state = 'RECOVERED', closed_by = ?, closed_at = ?
                        where store = ? and check_id = ? and state = 'OPEN' and not subject = any (?)
                            and not starts_with(subject, ?)
                        """)
                .params(
                        PRODUCT,
                        now(),
                        store,
                        result.check(),
                        result.found().stream().map(Found::subject).toArray(String[]::new),
                        CheckAnswers.SUBJECT)
                .update();
    }

    /** True where a task of it was open, or had recovered since a day. */
    private boolean goOn(String store, LocalDate day, LocalDate since, Looked result, Found found) {
        return jdbc.sql(
                                """
                                update task set state = 'OPEN', closed_by = null, closed_at = null,
                                    stake = ?, finding = ?, last_day = ?
                                where id = (select max(id) from task where store = ? and check_id = ? and subject = ?
                                    and (state = 'OPEN' or state = 'RECOVERED' and last_day >= ?))
                                """)
                        .params(
                                found.stake(),
                                found.content(),
                                day,
                                store,
                                result.check(),
                                found.subject(),
                                since)
                        .update()
                > 0;
    }

    /** What was still there on the day on which somebody mended it is no new task. */
    private boolean isDoneSince(String store, LocalDate day, String check, String subject) {
        return jdbc.sql(
                        """
                        select exists (select 1 from task join store s on s.id = task.store
                        where task.store = ? and check_id = ? and subject = ? and state in ('DONE', 'DROPPED')
                            and (closed_at at time zone s.zone)::date >= ?)
                        """)
                .params(store, check, subject, day)
                .query(Boolean.class)
                .single();
    }

    /** Due on the day on which it is told. */
    private void open(String store, LocalDate day, Looked result, Found found, String who) {
        jdbc.sql(
                        """
                        insert into task (store, title, job, due, stake, check_id, subject, finding, first_day, last_day, opened_by, opened_at)
                        select id, '', ?, greatest(?, (?::timestamptz at time zone zone)::date), ?, ?, ?, ?, ?, ?, ?, ? from store where id = ?
                        """)
                .params(
                        result.job().name(),
                        day.plusDays(1),
                        now(),
                        found.stake(),
                        result.check(),
                        found.subject(),
                        found.content(),
                        day,
                        day,
                        who,
                        now(),
                        store)
                .update();
    }

    /** The results of the periods that begin in the days. */
    public List<Kept> in(String store, Days days) {
        return read(
                jdbc.sql(
                                "select * from check_result where store = ? and day between ? and ? order by day, check_id")
                        .params(store, days.from(), days.to()));
    }

    /** The results of the periods that begin on a day, by check. */
    public List<Kept> on(String store, LocalDate day) {
        return read(
                jdbc.sql("select * from check_result where store = ? and day = ? order by check_id")
                        .params(store, day));
    }

    /** The results of a check up to a day, the latest first. */
    public List<Kept> history(String store, String check, LocalDate upTo, int most) {
        return read(
                jdbc.sql(
                                "select * from check_result where store = ? and check_id = ? and day <= ? order by day desc limit ?")
                        .params(store, check, upTo, most));
    }

    private static List<Kept> read(JdbcClient.StatementSpec query) {
        return query.query((row, number) ->
                        new Kept(
                                row.getString("check_id"),
                                row.getObject("day", LocalDate.class),
                                row.getString("outcome"),
                                row.getString("content"),
                                row.getObject("looked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }
}

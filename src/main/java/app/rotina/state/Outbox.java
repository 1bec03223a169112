package app.rotina.state;

import app.rotina.state.ReachChoices.Recipient;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages to people and chats, each with where it stands. A message is claimed before it is
 * sent: what was claimed and never confirmed may have arrived, and is not sent again by itself.
 */
@Repository
public class Outbox {
    private static final int LONGEST_SAID = 300;

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a message is about. */
    public enum Kind {
        /** A day, told the morning after. */
        DIGEST,
        /** What a check found. */
        ALERT
    }

    /** Where a message stands. */
    public enum State {
        WAITING,
        CLAIMED,
        SENT,
        FAILED,
        /** It may have arrived. */
        UNKNOWN,
        /** It was no longer worth sending. */
        DROPPED
    }

    /**
     * What is to be told to whom.
     *
     * @param day that a digest tells of, or on which an alert is given
     * @param rule the check that an alert is of; empty: a digest
     * @param turn which alert of the rule on this day, at most 2
     * @param tasks what an alert is about
     */
    public record Draft(
            Recipient to, Kind kind, LocalDate day, String rule, int turn, List<Long> tasks) {

        public static Draft digest(Recipient to, LocalDate day) {
            return new Draft(to, Kind.DIGEST, day, "", 1, List.of());
        }
    }

    /**
     * A message.
     *
     * @param key the same at every attempt
     * @param made when it was made out, or a person wanted it sent again
     * @param reason why it stands where it stands, as a word; empty: nothing is to be said
     * @param said what the other side said
     */
    public record Message(
            long id,
            UUID key,
            Draft draft,
            State state,
            int attempts,
            Instant made,
            Instant changed,
            String reason,
            String said) {

        public String store() {
            return draft.to().store();
        }
    }

    /** How an attempt ended. */
    public record End(State state, String reason, String said) {}

    /** A finding's task that no alert has told of. */
    public record Untold(String store, String check, long task) {}

    /** Adds them all or none; one that is there already is left as it is. */
    @Transactional
    public void add(List<Draft> drafts, Instant due) {
        for (Draft draft : drafts) {
            jdbc.sql(
                            """
                            insert into outbox (store, kind, day, rule, turn, person, webhook, tasks, due_at, made_at, changed_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                            """)
                    .param(1, draft.to().store())
                    .param(2, draft.kind().name())
                    .param(3, draft.day())
                    .param(4, draft.rule())
                    .param(5, draft.turn())
                    .param(6, draft.to().person())
                    .param(7, draft.to().webhook())
                    .param(8, draft.tasks().toArray(Long[]::new))
                    .param(9, utc(due))
                    .param(10, utc(clock.instant()))
                    .param(11, utc(clock.instant()))
                    .update();
        }
    }

    /** What is to be sent now, the longest waiting first. */
    public List<Message> due(int most) {
        return jdbc.sql(
                        "select * from outbox where state = 'WAITING' and due_at <= ? order by"
                                + " due_at, id limit ?")
                .params(utc(clock.instant()), most)
                .query(Outbox::message)
                .list();
    }

    /** Claims a waiting message; false: it is not waiting. */
    public boolean claim(long id) {
        return jdbc.sql(
                                "update outbox set state = 'CLAIMED', attempts = attempts + 1,"
                                        + " changed_at = ? where id = ? and state = 'WAITING'")
                        .params(utc(clock.instant()), id)
                        .update()
                > 0;
    }

    /** Confirms how it ended; a message that is over stays as it is. */
    public void end(long id, End end) {
        jdbc.sql(
                        "update outbox set state = ?, reason = ?, said = ?, changed_at = ? where id"
                                + " = ? and state in ('WAITING', 'CLAIMED')")
                .params(end.state().name(), end.reason(), cut(end.said()), utc(clock.instant()), id)
                .update();
    }

    /** It certainly did not arrive, and is tried again. */
    public void postpone(long id, Instant until, String reason, String said) {
        jdbc.sql(
                        """
                        update outbox set state = 'WAITING', due_at = ?, reason = ?, said = ?, changed_at = ?
                        where id = ? and state in ('WAITING', 'CLAIMED')
                        """)
                .params(utc(until), reason, cut(said), utc(clock.instant()), id)
                .update();
    }

    /**
     * What was claimed before an instant and is not under way: nobody knows whether it arrived.
     *
     * @param underway what is being sent just now
     */
    public int forsake(Instant before, Collection<Long> underway) {
        return jdbc.sql(
                        """
                        update outbox set state = 'UNKNOWN', reason = 'ended', changed_at = ?
                        where state = 'CLAIMED' and changed_at < ? and not id = any (?)
                        """)
                .params(utc(clock.instant()), utc(before), underway.toArray(Long[]::new))
                .update();
    }

    /** A person wants it sent again, whatever became of it. */
    public void again(String store, long id) {
        jdbc.sql(
                        """
                        update outbox set state = 'WAITING', reason = '', said = '', attempts = 0, due_at = ?, made_at = ?, changed_at = ?
                        where store = ? and id = ? and state in ('FAILED', 'UNKNOWN', 'WAITING')
                        """)
                .params(utc(clock.instant()), utc(clock.instant()), utc(clock.instant()), store, id)
                .update();
    }

    /** Those of a store, the latest first. */
    public List<Message> latest(String store, int most) {
        return jdbc.sql("select * from outbox where store = ? order by day desc, id desc limit ?")
                .params(store, most)
                .query(Outbox::message)
                .list();
    }

    /** The digests of a day. */
    public List<Message> digests(String store, LocalDate day) {
        return jdbc.sql(
                        "select * from outbox where store = ? and kind = 'DIGEST' and day = ? order"
                                + " by id")
                .params(store, day)
                .query(Outbox::message)
                .list();
    }

    /** Whom the digests of the last days have been made out to, by day. */
    public Set<Draft> digestsSince(LocalDate day) {
        return new HashSet<>(
                jdbc.sql("select * from outbox where kind = 'DIGEST' and day >= ?")
                        .param(day)
                        .query((row, number) -> Draft.digest(recipient(row), day(row)))
                        .list());
    }

    /** How many since an instant did not arrive, or may not have, or are being tried again. */
    public int troubles(String store, Instant since) {
        return jdbc.sql(
                        """
                        select count(*) from outbox where store = ? and changed_at >= ?
                        and (state in ('FAILED', 'UNKNOWN') or state = 'WAITING' and attempts > 0)
                        """)
                .params(store, utc(since))
                .query(Integer.class)
                .single();
    }

    /** The open tasks that checks opened since an instant and no alert has told of. */
    public List<Untold> untold(Instant since) {
        return jdbc.sql(
                        """
                        select store, check_id, id from task
                        where state = 'OPEN' and check_id is not null and opened_at >= ?
                        and not exists (select from outbox o
                            where o.store = task.store and o.kind = 'ALERT' and task.id = any (o.tasks))
                        order by store, check_id, id
                        """)
                .param(utc(since))
                .query((row, number) ->
                        new Untold(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /** How many alerts of a rule a store had on a day. */
    public int alerts(String store, String rule, LocalDate day) {
        return jdbc.sql(
                        "select coalesce(max(turn), 0) from outbox where store = ? and kind ="
                                + " 'ALERT' and rule = ? and day = ?")
                .params(store, rule, day)
                .query(Integer.class)
                .single();
    }

    /** The stores whose checks of a day were gone through. */
    public Set<String> checked(LocalDate day) {
        return new HashSet<>(
                jdbc.sql("select distinct store from check_result where day = ?")
                        .param(day)
                        .query(String.class)
                        .list());
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getLong("id"),
                row.getObject("key", UUID.class),
                new Draft(
                        recipient(row),
                        Kind.valueOf(row.getString("kind")),
                        day(row),
                        row.getString("rule"),
                        row.getInt("turn"),
                        tasks(row.getArray("tasks"))),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getString("said"));
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        return new Recipient(
                row.getString("store"),
                row.getObject("person", Long.class),
                row.getObject("webhook", Long.class));
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return row.getObject("day", LocalDate.class);
    }

    private static List<Long> tasks(Array tasks) throws SQLException {
        return List.of((Long[]) tasks.getArray());
    }

    private static String cut(String said) {
        return said.length() <= LONGEST_SAID ? said : said.substring(0, LONGEST_SAID);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is said of actions after they were recorded; the latest change can be taken back. */
@Repository
public class ActionChanges {
    private final JdbcClient jdbc;
    private final Actions actions;
    private final Clock clock;

    ActionChanges(JdbcClient jdbc, Actions actions, Clock clock) {
        this.jdbc = jdbc;
        this.actions = actions;
        this.clock = clock;
    }

    /**
     * What may be said anew.
     *
     * @param time of its first day; absence: nobody said
     * @param to absence: it goes on
     */
    public record Terms(
            @Nullable LocalTime time, @Nullable LocalDate to, String became, String reason) {
        public static Terms of(Action action) {
            return new Terms(
                    action.time(), action.to(), action.change().became(), action.change().reason());
        }
    }

    /** Answers with the change, which can be taken back; zero: nothing is otherwise. */
    @Transactional
    public long say(String store, long action, Terms terms, String who) {
        Terms before = Terms.of(held(store, action));
        if (before.equals(terms)) {
            return 0;
        }
        put(action, terms);
        return jdbc.sql(
                        """
                        insert into action_change (action, from_time, to_day, became, reason, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .param(1, action)
                .param(2, before.time())
                .param(3, before.to())
                .param(4, before.became())
                .param(5, before.reason())
                .param(6, who)
                .param(7, Instant.now(clock).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Refuses a change that another one followed, and one that was taken back already. */
    @Transactional
    public void takeBack(String store, long action, long change) {
        held(store, action);
        Terms before =
                latest(action)
                        .filter(last -> last.id() == change)
                        .orElseThrow(() -> new RotinaException(Problem.ACTION_MOVED_ON, action))
                        .before();
        put(action, before);
        jdbc.sql("delete from action_change where id = ?").param(change).update();
    }

    /**
     * One of them.
     *
     * @param before what held before
     */
    public record Change(long id, Terms before, String who, Instant at) {}

    /** The last that stands; empty: it is as it was recorded. */
    public Optional<Change> latest(long action) {
        return jdbc.sql("select * from action_change where action = ? order by id desc limit 1")
                .param(action)
                .query((row, number) ->
                        new Change(
                                row.getLong("id"),
                                new Terms(
                                        row.getObject("from_time", LocalTime.class),
                                        row.getObject("to_day", LocalDate.class),
                                        row.getString("became"),
                                        row.getString("reason")),
                                row.getString("changed_by"),
                                row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Held until the transaction ends, so that two people change it one by one. */
    private Action held(String store, long action) {
        jdbc.sql("select id from action where store = ? and id = ? for update")
                .params(store, action)
                .query(Long.class)
                .optional();
        return actions.of(store, action);
    }

    private void put(long action, Terms terms) {
        jdbc.sql(
                        """
                        update action set from_time = ?, to_day = ?, became = ?, reason = ? where id = ?
                        """)
                .param(1, terms.time())
                .param(2, terms.to())
                .param(3, terms.became())
                .param(4, terms.reason())
                .param(5, action)
                .update();
    }
}

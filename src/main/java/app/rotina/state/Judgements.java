package app.rotina.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was judged of actions' effects, each time that it came out otherwise. */
@Repository
public class Judgements {
    private final JdbcClient jdbc;
    private final Clock clock;

    Judgements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What was judged.
     *
     * @param through the last day that was looked at
     * @param data the version of the store's data that it rests on
     * @param content the figures, as whoever judged writes them down
     */
    public record Judgement(
            long id,
            long action,
            LocalDate through,
            Instant at,
            String data,
            String verdict,
            String content) {}

    public void add(long action, LocalDate through, String data, String verdict, String content) {
        jdbc.sql(
                        """
                        insert into action_effect (action, through, judged_at, data, verdict, content)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        action,
                        through,
                        Instant.now(clock).atOffset(ZoneOffset.UTC),
                        data,
                        verdict,
                        content)
                .update();
    }

    /** It comes out the same with these data. */
    public void confirm(long id, String data) {
        jdbc.sql("update action_effect set data = ? where id = ?").params(data, id).update();
    }

    /** All of an action, the latest first. */
    public List<Judgement> of(long action) {
        return jdbc.sql("select * from action_effect where action = ? order by id desc")
                .param(action)
                .query(Judgements::read)
                .list();
    }

    /** The one that holds of every action of a store, the latest first. */
    public List<Judgement> latest(String store) {
        return jdbc.sql(
                        """
                        select e.* from action_effect e join action a on a.id = e.action
                        where a.store = ? and a.removed_at is null
                            and e.id = (select max(id) from action_effect o where o.action = a.id)
                        order by e.judged_at desc, e.id desc
                        """)
                .param(store)
                .query(Judgements::read)
                .list();
    }

    private static Judgement read(ResultSet row, int number) throws SQLException {
        return new Judgement(
                row.getLong("id"),
                row.getLong("action"),
                row.getObject("through", LocalDate.class),
                row.getObject("judged_at", OffsetDateTime.class).toInstant(),
                row.getString("data"),
                row.getString("verdict"),
                row.getString("content"));
    }
}

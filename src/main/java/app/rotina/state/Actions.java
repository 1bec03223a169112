package app.rotina.state;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.Action.Change;
import app.rotina.state.Action.Draft;
import app.rotina.state.Action.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What stores did to move their metrics. */
@Repository
public class Actions {
    private static final String ALL =
            """
            select action.*,
                array(select dimension from action_place p where p.action = action.id order by dimension, value) as dimensions,
                array(select value from action_place p where p.action = action.id order by dimension, value) as places
            from action where store = ? and removed_at is null
            """;
    private static final String LATEST_FIRST = " order by from_day desc, id desc";

    private final JdbcClient jdbc;
    private final Clock clock;

    Actions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public Action add(String store, Draft draft, String who) {
        long id =
                jdbc.sql(
                                """
                                insert into action (store, name, metric, from_day, to_day, set_by, set_at,
                                    kind, was, became, reason, task, from_time)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                                """)
                        .param(1, store)
                        .param(2, draft.name())
                        .param(3, draft.metric())
                        .param(4, draft.from())
                        .param(5, draft.to())
                        .param(6, who)
                        .param(7, Instant.now(clock).atOffset(ZoneOffset.UTC))
                        .param(8, draft.change().kind().name())
                        .param(9, draft.change().was())
                        .param(10, draft.change().became())
                        .param(11, draft.change().reason())
                        .param(12, draft.task())
                        .param(13, draft.time())
                        .query(Long.class)
                        .single();
        draft.where().stream().distinct().forEach(place -> add(id, place));
        return of(store, id);
    }

    private void add(long action, Place place) {
        jdbc.sql("insert into action_place (action, dimension, value) values (?, ?, ?)")
                .params(action, place.dimension(), place.value())
                .update();
    }

    /** Takes the record away; it can be restored for a week. Refuses one that is not there. */
    public void remove(String store, long id) {
        OffsetDateTime now = Instant.now(clock).atOffset(ZoneOffset.UTC);
        jdbc.sql("delete from action where store = ? and removed_at < ?")
                .params(store, now.minusWeeks(1))
                .update();
        int removed =
                jdbc.sql(
                                """
                                update action set removed_at = ?
                                where store = ? and id = ? and removed_at is null
                                """)
                        .params(now, store, id)
                        .update();
        if (removed == 0) {
            throw unknown(id);
        }
    }

    public void restore(String store, long id) {
        jdbc.sql("update action set removed_at = null where store = ? and id = ?")
                .params(store, id)
                .update();
    }

    public Action of(String store, long id) {
        return jdbc.sql(ALL + " and id = ?")
                .params(store, id)
                .query(Actions::read)
                .optional()
                .orElseThrow(() -> unknown(id));
    }

    /** Every action of the store, the latest first. */
    public List<Action> of(String store) {
        return jdbc.sql(ALL + LATEST_FIRST).params(store).query(Actions::read).list();
    }

    /** Those that were done for a task, the latest first. */
    public List<Action> ofTask(String store, long task) {
        return jdbc.sql(ALL + " and task = ?" + LATEST_FIRST)
                .params(store, task)
                .query(Actions::read)
                .list();
    }

    private static Action read(ResultSet row, int number) throws SQLException {
        long task = row.getLong("task");
        @Nullable Long doneFor = row.wasNull() ? null : task;
        return new Action(
                row.getLong("id"),
                row.getString("store"),
                row.getString("name"),
                row.getString("metric"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("from_time", LocalTime.class),
                row.getObject("to_day", LocalDate.class),
                places(row),
                new Change(
                        ActionKind.valueOf(row.getString("kind")),
                        row.getString("was"),
                        row.getString("became"),
                        row.getString("reason")),
                doneFor,
                row.getString("set_by"),
                row.getObject("set_at", OffsetDateTime.class).toInstant());
    }

    private static List<Place> places(ResultSet row) throws SQLException {
        String[] dimensions = (String[]) row.getArray("dimensions").getArray();
        String[] values = (String[]) row.getArray("places").getArray();
        List<Place> places = new ArrayList<>();
        for (int at = 0; at < dimensions.length; at++) {
            places.add(new Place(dimensions[at], values[at]));
        }
        return places;
    }

    private static RotinaException unknown(long id) {
        return new RotinaException(Problem.UNKNOWN_ACTION, id);
    }
}

package app.rotina.state;

import app.rotina.goals.DayTarget;
import app.rotina.goals.MonthGoal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The goals of stores and the targets of their days. */
@Repository
public class Goals {
    private final JdbcClient jdbc;

    Goals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every goal of the month, those of channels included. */
    public List<MonthGoal> of(String store, YearMonth month) {
        return jdbc.sql(
                        "select metric, channel, value from month_goal where store = ? and month = ? order by metric, channel")
                .params(store, month.atDay(1))
                .query((row, number) -> goal(store, month, row))
                .list();
    }

    /** The whole store's goals of the month. */
    public List<MonthGoal> whole(String store, YearMonth month) {
        return of(store, month).stream().filter(goal -> goal.channel() == null).toList();
    }

    /** Keeps a goal with its days, replacing the one of the same metric, channel and month. */
    @Transactional
    public void keep(MonthGoal goal, String who) {
        String channel = goal.channel() == null ? "" : goal.channel();
        LocalDate month = goal.month().atDay(1);
        remove(goal.store(), goal.metric(), channel, goal.month());
        jdbc.sql(
                        "insert into month_goal (store, metric, channel, month, value, set_by) values (?, ?, ?, ?, ?, ?)")
                .params(goal.store(), goal.metric(), channel, month, goal.value(), who)
                .update();
        for (DayTarget day : goal.days()) {
            jdbc.sql(
                            "insert into day_target (store, metric, channel, month, day, value, pinned) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            goal.store(),
                            goal.metric(),
                            channel,
                            month,
                            day.date(),
                            day.value(),
                            day.pinned())
                    .update();
        }
    }

    /** Takes a goal away; the whole store's has the empty channel. */
    public void remove(String store, String metric, String channel, YearMonth month) {
        jdbc.sql(
                        "delete from month_goal where store = ? and metric = ? and channel = ? and month = ?")
                .params(store, metric, channel, month.atDay(1))
                .update();
    }

    private MonthGoal goal(String store, YearMonth month, ResultSet row) throws SQLException {
        String metric = row.getString("metric");
        String channel = row.getString("channel");
        return new MonthGoal(
                store,
                metric,
                channel.isEmpty() ? null : channel,
                month,
                row.getBigDecimal("value"),
                days(store, metric, channel, month));
    }

    private List<DayTarget> days(String store, String metric, String channel, YearMonth month) {
        return jdbc.sql(
                        "select day, value, pinned from day_target where store = ? and metric = ? and channel = ? and month = ? order by day")
                .params(store, metric, channel, month.atDay(1))
                .query(
                        (row, number) ->
                                new DayTarget(
                                        row.getObject("day", LocalDate.class),
                                        row.getBigDecimal("value"),
                                        row.getBoolean("pinned")))
                .list();
    }
}

package app.rotina.state;

import app.rotina.goals.DayTarget;
import app.rotina.goals.MonthGoal;
import app.rotina.goals.SteadyGoal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The goals of stores' months, phased to days. */
@Repository
public class Goals {
    private static final String WHOLE_STORE = "";

    private final JdbcClient jdbc;

    Goals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the goal in place of the one for the same metric, channel and month. */
    @Transactional
    public void keep(MonthGoal goal, String who) {
        jdbc.sql(
                        "delete from month_goal where store = ? and metric = ? and channel = ? and month = ?")
                .params(goal.store(), goal.metric(), column(goal.channel()), goal.month().atDay(1))
                .update();
        jdbc.sql(
                        """
                        insert into month_goal (store, metric, channel, month, value, set_by)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        goal.store(),
                        goal.metric(),
                        column(goal.channel()),
                        goal.month().atDay(1),
                        goal.value(),
                        who)
                .update();
        goal.days().forEach(day -> insert(goal, day));
    }

    /**
     * Takes the goal away; until another is kept in its place, it can be restored by this number.
     */
    public long remove(MonthGoal goal) {
        return jdbc.sql(
                        """
                        update month_goal set removed_at = now()
                        where store = ? and metric = ? and channel = ? and month = ? returning id
                        """)
                .params(goal.store(), goal.metric(), column(goal.channel()), goal.month().atDay(1))
                .query(Long.class)
                .single();
    }

    /** What a goal that was removed is of. */
    public record Removed(String metric, @Nullable String channel, YearMonth month) {}

    public Optional<Removed> removed(String store, long id) {
        return jdbc.sql(
                        """
                        select metric, channel, month from month_goal
                        where store = :store and id = :id and removed_at is not null
                        union all
                        select metric, '', month from steady_goal
                        where store = :store and id = :id and removed_at is not null
                        """)
                .param("store", store)
                .param("id", id)
                .query((row, number) ->
                        new Removed(
                                row.getString("metric"),
                                channel(row.getString("channel")),
                                YearMonth.from(row.getObject("month", LocalDate.class))))
                .optional();
    }

    @Transactional
    public void restore(String store, long id) {
        for (String table : List.of("month_goal", "steady_goal")) {
            jdbc.sql("update %s set removed_at = null where store = ? and id = ?".formatted(table))
                    .params(store, id)
                    .update();
        }
    }

    public Optional<MonthGoal> find(
            String store, String metric, @Nullable String channel, YearMonth month) {
        return of(store, month).stream()
                .filter(goal -> goal.metric().equals(metric))
                .filter(goal -> column(goal.channel()).equals(column(channel)))
                .findFirst();
    }

    /** Every goal of the store's month: of the whole store first, then of channels. */
    public List<MonthGoal> of(String store, YearMonth month) {
        Map<List<String>, List<DayTarget>> days = days(store, month);
        return jdbc.sql(
                        """
                        select metric, channel, value from month_goal
                        where store = ? and month = ? and removed_at is null order by channel, metric
                        """)
                .params(store, month.atDay(1))
                .query((row, number) -> {
                    String metric = row.getString("metric");
                    String channel = row.getString("channel");
                    return new MonthGoal(
                            store,
                            metric,
                            channel(channel),
                            month,
                            row.getBigDecimal("value"),
                            days.getOrDefault(List.of(metric, channel), List.of()));
                })
                .list();
    }

    /** The whole store's goals of the month. */
    public List<MonthGoal> whole(String store, YearMonth month) {
        return of(store, month).stream().filter(goal -> goal.channel() == null).toList();
    }

    /** What a goal is of: a store's month of a metric, over all channels. */
    public record Aimed(String store, String metric, YearMonth month) {}

    /** Every store's goals of these months, without their days. */
    public Map<Aimed, BigDecimal> values(Set<YearMonth> months) {
        Map<Aimed, BigDecimal> values = new HashMap<>();
        jdbc.sql(
                        "select * from month_goal where channel = ? and month = any (?::date[]) and removed_at is null")
                .param(1, WHOLE_STORE)
                .param(
                        2,
                        months.stream()
                                .map(month -> month.atDay(1).toString())
                                .toArray(String[]::new))
                .query(
                        (RowCallbackHandler)
                                row ->
                                        values.put(
                                                new Aimed(
                                                        row.getString("store"),
                                                        row.getString("metric"),
                                                        YearMonth.from(
                                                                row.getObject(
                                                                        "month", LocalDate.class))),
                                                row.getBigDecimal("value")));
        return values;
    }

    private Map<List<String>, List<DayTarget>> days(String store, YearMonth month) {
        Map<List<String>, List<DayTarget>> days = new HashMap<>();
        jdbc.sql("select * from day_target where store = ? and month = ? order by day")
                .params(store, month.atDay(1))
                .query(
                        (RowCallbackHandler)
                                row ->
                                        days.computeIfAbsent(
                                                        List.of(
                                                                row.getString("metric"),
                                                                row.getString("channel")),
                                                        any -> new ArrayList<>())
                                                .add(
                                                        new DayTarget(
                                                                row.getObject(
                                                                        "day", LocalDate.class),
                                                                row.getBigDecimal("value"),
                                                                row.getBoolean("pinned"))));
        return days;
    }

    /** Keeps the goal in place of the one for the same metric and month. */
    public void keep(SteadyGoal goal, String who) {
        jdbc.sql(
                        """
                        insert into steady_goal (store, metric, month, value, set_by)
                        values (?, ?, ?, ?, ?) on conflict (store, metric, month)
                        do update set value = excluded.value, set_by = excluded.set_by, set_at = now(), removed_at = null
                        """)
                .params(goal.store(), goal.metric(), goal.month().atDay(1), goal.value(), who)
                .update();
    }

    /** As {@link #remove(MonthGoal)}. */
    public long remove(SteadyGoal goal) {
        return jdbc.sql(
                        """
                        update steady_goal set removed_at = now()
                        where store = ? and metric = ? and month = ? returning id
                        """)
                .params(goal.store(), goal.metric(), goal.month().atDay(1))
                .query(Long.class)
                .single();
    }

    /** The goals of the store's month that are the same on every day. */
    public List<SteadyGoal> steady(String store, YearMonth month) {
        return jdbc.sql(
                        "select metric, value from steady_goal where store = ? and month = ? and removed_at is null order by metric")
                .params(store, month.atDay(1))
                .query((row, number) ->
                        new SteadyGoal(
                                store, row.getString("metric"), month, row.getBigDecimal("value")))
                .list();
    }

    private void insert(MonthGoal goal, DayTarget day) {
        jdbc.sql(
                        """
                        insert into day_target (store, metric, channel, month, day, value, pinned)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        goal.store(),
                        goal.metric(),
                        column(goal.channel()),
                        goal.month().atDay(1),
                        day.date(),
                        day.value(),
                        day.pinned())
                .update();
    }

    private static String column(@Nullable String channel) {
        return channel == null ? WHOLE_STORE : channel;
    }

    private static @Nullable String channel(String column) {
        return column.equals(WHOLE_STORE) ? null : column;
    }
}

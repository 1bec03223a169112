package app.rotina.api;

import app.rotina.goals.MonthGoal;
import app.rotina.goals.SteadyGoal;
import app.rotina.kernel.MetricValue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month's goal with its days, which sum to it.
 *
 * @param channel null: the whole store
 * @param days empty where the goal is the same on every day
 */
record GoalCard(
        String metric,
        @Nullable String channel,
        YearMonth month,
        @Nullable Object value,
        List<DayCard> days) {

    record DayCard(LocalDate date, @Nullable Object value, boolean pinned) {}

    static GoalCard of(MonthGoal goal, Figures figures) {
        return new GoalCard(
                goal.metric(),
                goal.channel(),
                goal.month(),
                figures.of(goal.metric(), MetricValue.known(goal.value())),
                goal.days().stream()
                        .map(day ->
                                new DayCard(
                                        day.date(),
                                        figures.of(goal.metric(), MetricValue.known(day.value())),
                                        day.pinned()))
                        .toList());
    }

    static GoalCard of(SteadyGoal goal, Figures figures) {
        return new GoalCard(
                goal.metric(),
                null,
                goal.month(),
                figures.of(goal.metric(), MetricValue.known(goal.value())),
                List.of());
    }
}

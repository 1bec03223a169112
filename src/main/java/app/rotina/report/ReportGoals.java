package app.rotina.report;

import app.rotina.goals.MonthGoal;
import app.rotina.goals.SteadyGoal;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.state.Goals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was set for the days of a report, each month read once. */
final class ReportGoals {
    static final MetricValue NO_GOAL = MetricValue.missing("no_goal");

    private final Goals goals;
    private final Store store;
    private final Map<YearMonth, List<MonthGoal>> months = new HashMap<>();
    private final Map<YearMonth, List<SteadyGoal>> steady = new HashMap<>();

    ReportGoals(Goals goals, Store store) {
        this.goals = goals;
        this.store = store;
    }

    /**
     * What the days were to bring together; missing where one of them has no target.
     *
     * @param channel null: the whole store
     */
    MetricValue sum(Days days, String metric, @Nullable String channel) {
        BigDecimal sum = BigDecimal.ZERO;
        for (LocalDate day : days.stream().toList()) {
            Optional<BigDecimal> target =
                    month(YearMonth.from(day), metric, channel).flatMap(goal -> goal.on(day));
            if (target.isEmpty()) {
                return NO_GOAL;
            }
            sum = sum.add(target.get());
        }
        return MetricValue.known(sum);
    }

    /** Of a metric whose days do not add up: the goal that all of them share. */
    MetricValue same(Days days, String metric) {
        List<Optional<BigDecimal>> values =
                days.stream()
                        .map(YearMonth::from)
                        .distinct()
                        .map(month -> steadyOf(month, metric))
                        .distinct()
                        .toList();
        return values.size() == 1
                ? values.getFirst().map(MetricValue::known).orElse(NO_GOAL)
                : NO_GOAL;
    }

    MetricValue ofMonth(YearMonth month, String metric, @Nullable String channel) {
        return month(month, metric, channel)
                .map(goal -> MetricValue.known(goal.value()))
                .orElse(NO_GOAL);
    }

    private Optional<MonthGoal> month(YearMonth month, String metric, @Nullable String channel) {
        return months.computeIfAbsent(month, one -> goals.of(store.id(), one)).stream()
                .filter(goal -> goal.metric().equals(metric))
                .filter(goal -> Objects.equals(goal.channel(), channel))
                .findFirst();
    }

    private Optional<BigDecimal> steadyOf(YearMonth month, String metric) {
        return steady.computeIfAbsent(month, one -> goals.steady(store.id(), one)).stream()
                .filter(goal -> goal.metric().equals(metric))
                .map(SteadyGoal::value)
                .findFirst();
    }
}

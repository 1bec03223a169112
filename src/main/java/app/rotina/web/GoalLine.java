package app.rotina.web;

import app.rotina.goals.DayTarget;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The targets of a span, point by point, from its months' goals. */
@Component
final class GoalLine {
    private static final int MOST_MONTHS = 25;

    private final Goals goals;

    GoalLine(Goals goals) {
        this.goals = goals;
    }

    /** The goals of the months of a span; of very long spans, none. */
    record Known(Map<YearMonth, List<MonthGoal>> months, Map<YearMonth, List<SteadyGoal>> steady) {

        /** The targets of the points; empty: no point has one. */
        List<MetricValue> of(String metric, @Nullable String channel, List<Days> points) {
            List<MetricValue> line =
                    points.stream().map(days -> target(metric, channel, days)).toList();
            return line.stream().allMatch(each -> each.known().isEmpty()) ? List.of() : line;
        }

        /** The target of all these days; missing where one of them has none. */
        MetricValue target(String metric, @Nullable String channel, Days days) {
            Optional<BigDecimal> rate = channel == null ? rate(metric, days) : Optional.empty();
            if (rate.isPresent()) {
                return MetricValue.known(rate.get());
            }
            Map<LocalDate, BigDecimal> targets = targets(metric, channel, days);
            return days.stream().allMatch(targets::containsKey)
                    ? MetricValue.known(
                            days.stream()
                                    .map(day -> Objects.requireNonNull(targets.get(day)))
                                    .reduce(BigDecimal.ZERO, BigDecimal::add))
                    : MetricValue.missing("no_goal");
        }

        private Map<LocalDate, BigDecimal> targets(
                String metric, @Nullable String channel, Days days) {
            Map<LocalDate, BigDecimal> targets = new HashMap<>();
            for (YearMonth month : monthsOf(days).toList()) {
                months.getOrDefault(month, List.of()).stream()
                        .filter(goal -> goal.metric().equals(metric))
                        .filter(goal -> Objects.equals(goal.channel(), channel))
                        .flatMap(goal -> goal.days().stream())
                        .forEach((DayTarget day) -> targets.put(day.date(), day.value()));
            }
            return targets;
        }

        /** Of what does not add up over days, where all months of the days mean the same. */
        private Optional<BigDecimal> rate(String metric, Days days) {
            List<BigDecimal> values =
                    monthsOf(days)
                            .flatMap(month ->
                                    steady.getOrDefault(month, List.of()).stream()
                                            .filter(goal -> goal.metric().equals(metric))
                                            .map(SteadyGoal::value))
                            .toList();
            boolean same = values.stream().distinct().count() == 1;
            return same && values.size() == monthsOf(days).count()
                    ? Optional.of(values.getFirst())
                    : Optional.empty();
        }
    }

    Known of(Store store, Days days) {
        List<YearMonth> months = monthsOf(days).toList();
        Map<YearMonth, List<MonthGoal>> phased = new HashMap<>();
        Map<YearMonth, List<SteadyGoal>> steady = new HashMap<>();
        for (YearMonth month : months.size() > MOST_MONTHS ? List.<YearMonth>of() : months) {
            phased.put(month, goals.of(store.id(), month));
            steady.put(month, goals.steady(store.id(), month));
        }
        return new Known(phased, steady);
    }

    private static Stream<YearMonth> monthsOf(Days days) {
        YearMonth last = YearMonth.from(days.to());
        return Stream.iterate(
                YearMonth.from(days.from()), month -> !month.isAfter(last), m -> m.plusMonths(1));
    }
}

package app.rotina.goals;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store's goal for one metric and month, phased to days: every day of the month is there once,
 * and the days always sum to the value.
 *
 * @param channel the order channel it is for; null: the whole store
 */
public record MonthGoal(
        String store,
        String metric,
        @Nullable String channel,
        YearMonth month,
        BigDecimal value,
        List<DayTarget> days) {

    public MonthGoal {
        days = List.copyOf(days);
        requireEveryDay(month, days);
        BigDecimal sum = sum(days);
        if (sum.compareTo(value) != 0) {
            throw new IllegalArgumentException("the days sum to " + sum + ", not " + value);
        }
    }

    /** The target of a day; empty outside the month. */
    public Optional<BigDecimal> on(LocalDate date) {
        return days.stream()
                .filter(day -> day.date().equals(date))
                .map(DayTarget::value)
                .findFirst();
    }

    /** The targets of all days up to and including this one. */
    public BigDecimal through(LocalDate date) {
        return sum(days.stream().filter(day -> !day.date().isAfter(date)).toList());
    }

    /** The store's goal that its channels' goals of one metric and month add up to. */
    public static MonthGoal ofChannels(List<MonthGoal> channels) {
        MonthGoal first = channels.getFirst();
        channels.forEach(first::requireSameKind);
        List<DayTarget> days =
                first.days.stream().map(day -> together(day.date(), channels)).toList();
        return new MonthGoal(first.store, first.metric, null, first.month, sum(days), days);
    }

    MonthGoal with(List<DayTarget> newDays) {
        return new MonthGoal(store, metric, channel, month, sum(newDays), newDays);
    }

    /** What days are to bring together. */
    public static BigDecimal sum(List<DayTarget> days) {
        return days.stream().map(DayTarget::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static DayTarget together(LocalDate date, List<MonthGoal> goals) {
        BigDecimal sum =
                goals.stream()
                        .map(goal -> goal.on(date).orElseThrow())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new DayTarget(date, sum, false);
    }

    private void requireSameKind(MonthGoal other) {
        boolean same =
                store.equals(other.store)
                        && metric.equals(other.metric)
                        && month.equals(other.month);
        if (!same) {
            throw new RotinaException(
                    Problem.BAD_ARGUMENT, other.store + " " + other.metric + " " + other.month);
        }
    }

    private static void requireEveryDay(YearMonth month, List<DayTarget> days) {
        List<LocalDate> dates = days.stream().map(DayTarget::date).toList();
        List<LocalDate> all = month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList();
        if (!dates.equals(all)) {
            throw new IllegalArgumentException("not the days of " + month + ": " + dates);
        }
    }
}

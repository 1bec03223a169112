package app.rotina.goals;

import app.rotina.kernel.MetricValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the days that remain of a month need to reach its goal, in the goal's unit: tomorrow by its
 * weight among them, and their mean. Days of no weight (the shop is closed) need nothing and are
 * not counted. Zero when the goal is reached; missing when no such day remains.
 *
 * @param days the remaining days that the mean is over
 */
public record Pace(MetricValue tomorrow, MetricValue mean, int days) {
    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final MetricValue MONTH_OVER = MetricValue.missing("month_over");

    /**
     * The pace at the end of {@code through}.
     *
     * @param toDate what the month has brought up to the end of {@code through}
     */
    public static Pace of(
            MonthGoal goal,
            MetricValue toDate,
            LocalDate through,
            Map<LocalDate, BigDecimal> weights) {
        List<BigDecimal> remaining = remaining(goal, through, weights);
        if (remaining.isEmpty()) {
            return new Pace(MONTH_OVER, MONTH_OVER, 0);
        }
        BigDecimal sum = remaining.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal next = weights.getOrDefault(through.plusDays(1), BigDecimal.ZERO);
        return toDate.known()
                .map(actual -> goal.value().subtract(actual).max(BigDecimal.ZERO))
                .map(open ->
                        new Pace(
                                MetricValue.known(open.multiply(next).divide(sum, EXACT)),
                                MetricValue.known(
                                        open.divide(BigDecimal.valueOf(remaining.size()), EXACT)),
                                remaining.size()))
                .orElseGet(() -> new Pace(toDate, toDate, remaining.size()));
    }

    private static List<BigDecimal> remaining(
            MonthGoal goal, LocalDate through, Map<LocalDate, BigDecimal> weights) {
        return goal.days().stream()
                .map(DayTarget::date)
                .filter(date -> date.isAfter(through))
                .map(date -> weights.getOrDefault(date, BigDecimal.ZERO))
                .filter(weight -> weight.signum() > 0)
                .toList();
    }
}

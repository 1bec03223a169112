package app.rotina.insight.projection;

import app.rotina.kernel.MetricValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What a month will come to: what it has so far, plus for every day that remains the mean of the
 * last comparable same weekdays: up to 8, at least 1, none older than half a year; times what the
 * day's event does to an ordinary day. Where a weekday has no such day, there is no projection.
 *
 * @param daily the known days; a day that is absent is missing, not zero
 * @param comparable which days may stand for an ordinary one (no promotion, no holiday)
 * @param effect what a day brings, compared with an ordinary one of its weekday; 1: the same
 */
public record WeekdayProjection(
        Map<LocalDate, BigDecimal> daily,
        Predicate<LocalDate> comparable,
        Function<LocalDate, BigDecimal> effect) {
    private static final int DAYS_USED = 8;
    private static final int WEEKS_BACK = 26;
    private static final MetricValue NO_HISTORY = MetricValue.missing("no_history");

    public WeekdayProjection {
        daily = Map.copyOf(daily);
    }

    /** The month's total as it looks at the end of {@code through}, its last closed day. */
    public MetricValue month(YearMonth month, LocalDate through, MetricValue toDate) {
        BigDecimal total = BigDecimal.ZERO;
        LocalDate day = month.atEndOfMonth();
        for (; day.isAfter(through) && !day.isBefore(month.atDay(1)); day = day.minusDays(1)) {
            MetricValue expected = day(day, through);
            if (expected.known().isEmpty()) {
                return expected;
            }
            total = total.add(expected.known().get());
        }
        BigDecimal remaining = total;
        return toDate.known().map(sum -> MetricValue.known(sum.add(remaining))).orElse(toDate);
    }

    /** What a day is expected to bring, by what is known at the end of {@code through}. */
    public MetricValue day(LocalDate day, LocalDate through) {
        List<BigDecimal> like =
                IntStream.rangeClosed(1, weeks(day, through) + WEEKS_BACK)
                        .mapToObj(day::minusWeeks)
                        .filter(one -> !one.isAfter(through) && daily.containsKey(one))
                        .filter(comparable)
                        .limit(DAYS_USED)
                        .map(one -> daily.getOrDefault(one, BigDecimal.ZERO))
                        .toList();
        return like.isEmpty()
                ? NO_HISTORY
                : MetricValue.known(mean(like).multiply(effect.apply(day), MathContext.DECIMAL128));
    }

    /** Whole weeks by which a day lies ahead. */
    private static int weeks(LocalDate day, LocalDate through) {
        return (int) Math.max(0, (day.toEpochDay() - through.toEpochDay()) / 7);
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128);
    }
}

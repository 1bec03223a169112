package app.rotina.goals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A goal to start from, for a month that has none, to three significant digits: last year's month
 * times the growth since, adjusted to this year's weekdays and events; where no whole year is
 * known, what the last days brought, carried on.
 */
public record GoalSuggestion(YearMonth month, BigDecimal value, Reckoning reckoning) {
    private static final int YEAR = 364;
    private static final int GROWTH_DAYS = 91;
    private static final int LEAST_GROWTH_DAYS = 28;
    private static final int RECENT_DAYS = 28;
    private static final int LEAST_DAYS = 7;
    private static final MathContext EXACT = MathContext.DECIMAL64;
    private static final MathContext SHOWN = new MathContext(3, RoundingMode.HALF_UP);

    /** How a suggestion was reckoned. */
    public sealed interface Reckoning {}

    /**
     * From last year's month.
     *
     * @param brought what that month brought
     * @param growth of the last three months over the same days a year before; 1: none
     * @param calendar what this year's weekdays and events weigh against last year's
     */
    public record LastYear(BigDecimal brought, BigDecimal growth, BigDecimal calendar)
            implements Reckoning {}

    /**
     * From the last days.
     *
     * @param brought what they brought
     * @param days how many they were
     */
    public record RunRate(BigDecimal brought, int days) implements Reckoning {}

    /** Empty where less than a week is known, or where nothing was sold. */
    public static Optional<GoalSuggestion> of(
            YearMonth month, SortedMap<LocalDate, BigDecimal> daily, DayWeights weights) {
        SortedMap<LocalDate, BigDecimal> before = daily.headMap(month.atDay(1));
        History history = new History(before.size() < LEAST_DAYS ? daily : before, weights);
        return history.lastYear(month)
                .or(() -> history.runRate(month))
                .filter(one -> one.value().signum() > 0);
    }

    private record History(SortedMap<LocalDate, BigDecimal> daily, DayWeights weights) {

        Optional<GoalSuggestion> lastYear(YearMonth month) {
            List<LocalDate> then = days(month.minusYears(1));
            BigDecimal weight = weight(then);
            Optional<BigDecimal> growth = growth();
            if (!daily.keySet().containsAll(then) || growth.isEmpty() || weight.signum() == 0) {
                return Optional.empty();
            }
            BigDecimal brought = sum(then);
            BigDecimal calendar = weight(days(month)).divide(weight, EXACT);
            BigDecimal value = brought.multiply(growth.get()).multiply(calendar).round(SHOWN);
            return Optional.of(
                    new GoalSuggestion(
                            month, value, new LastYear(brought, growth.get(), calendar)));
        }

        /** Of what a day of weight 1 brings. */
        private Optional<BigDecimal> growth() {
            List<LocalDate> now = new ArrayList<>();
            if (daily.isEmpty()) {
                return Optional.empty();
            }
            for (int back = 0; back < GROWTH_DAYS; back++) {
                LocalDate day = daily.lastKey().minusDays(back);
                if (daily.containsKey(day) && daily.containsKey(day.minusDays(YEAR))) {
                    now.add(day);
                }
            }
            List<LocalDate> then = now.stream().map(day -> day.minusDays(YEAR)).toList();
            boolean comparable =
                    now.size() >= LEAST_GROWTH_DAYS
                            && sum(then).signum() > 0
                            && weight(now).signum() > 0;
            return comparable
                    ? Optional.of(
                            sum(now).multiply(weight(then))
                                    .divide(sum(then).multiply(weight(now)), EXACT))
                    : Optional.empty();
        }

        Optional<GoalSuggestion> runRate(YearMonth month) {
            List<LocalDate> known = List.copyOf(daily.keySet());
            List<LocalDate> recent =
                    known.subList(Math.max(0, known.size() - RECENT_DAYS), known.size());
            BigDecimal weight = weight(recent);
            if (recent.size() < LEAST_DAYS || weight.signum() == 0) {
                return Optional.empty();
            }
            BigDecimal brought = sum(recent);
            BigDecimal value =
                    brought.multiply(weight(days(month))).divide(weight, EXACT).round(SHOWN);
            return Optional.of(
                    new GoalSuggestion(month, value, new RunRate(brought, recent.size())));
        }

        private BigDecimal sum(Collection<LocalDate> days) {
            return days.stream()
                    .map(day -> daily.getOrDefault(day, BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private BigDecimal weight(Collection<LocalDate> days) {
            return days.stream().map(weights::of).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private static List<LocalDate> days(YearMonth month) {
            return month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList();
        }
    }
}

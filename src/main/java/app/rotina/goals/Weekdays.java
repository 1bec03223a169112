package app.rotina.goals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Learns what each weekday weighs from the last year of days that were not an event's. */
final class Weekdays {
    private static final int WEEKS = 52;
    private static final BigDecimal DAYS_IN_WEEK = BigDecimal.valueOf(7);

    private Weekdays() {}

    static Map<DayOfWeek, BigDecimal> learn(CommercialCalendar calendar, List<Observed> observed) {
        List<Observed> recent = recent(observed);
        Map<DayOfWeek, BigDecimal> weights = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            weights.put(weekday, weight(weekday, calendar, recent));
        }
        return normalised(weights);
    }

    private static List<Observed> recent(List<Observed> observed) {
        if (observed.isEmpty()) {
            return observed;
        }
        LocalDate from = observed.getLast().date().minusWeeks(WEEKS);
        return observed.stream().filter(day -> day.date().isAfter(from)).toList();
    }

    private static BigDecimal weight(
            DayOfWeek weekday, CommercialCalendar calendar, List<Observed> observed) {
        Ratios ordinary =
                new Ratios(
                        observed.stream()
                                .filter(day -> day.date().getDayOfWeek() == weekday)
                                .filter(day -> day.event().isEmpty())
                                .map(Observed::ratio)
                                .toList());
        return ordinary.isNever()
                ? BigDecimal.ZERO
                : ordinary.shrunkToward(calendar.prior(weekday));
    }

    /** So that the week's mean is 1; a store that never sells keeps equal days. */
    private static Map<DayOfWeek, BigDecimal> normalised(Map<DayOfWeek, BigDecimal> weights) {
        BigDecimal sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() == 0) {
            return weights;
        }
        BigDecimal factor = DAYS_IN_WEEK.divide(sum, MathContext.DECIMAL64);
        weights.replaceAll((day, weight) -> weight.multiply(factor, MathContext.DECIMAL64));
        return weights;
    }
}

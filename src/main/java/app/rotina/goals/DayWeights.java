package app.rotina.goals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much a day weighs against an ordinary one: its weekday times the event it falls on. Learned
 * from a store's own days as means of day ÷ level (the four weeks around it), drawn toward the
 * calendar's priors by how few days there are; without days, the priors alone. A weekday on which
 * the store never sells weighs zero.
 *
 * @param weekdays 1 is the mean of the week
 * @param events by event id; 1 is no effect
 */
public record DayWeights(
        CommercialCalendar calendar,
        Map<DayOfWeek, BigDecimal> weekdays,
        Map<String, BigDecimal> events) {

    public DayWeights {
        weekdays = Map.copyOf(weekdays);
        events = Map.copyOf(events);
    }

    /** The weights of a store that has no days yet. */
    public static DayWeights prior(CommercialCalendar calendar) {
        return learn(calendar, new TreeMap<>());
    }

    /**
     * The weights for a month, from days strictly before it.
     *
     * @param daily the known days of the goal's metric, also later ones, which are left out; a day
     *     on which nothing was sold is zero, a day that is absent is unknown
     */
    public static DayWeights before(
            YearMonth month, CommercialCalendar calendar, Map<LocalDate, BigDecimal> daily) {
        return learn(calendar, new TreeMap<>(daily).headMap(month.atDay(1)));
    }

    /** What a day weighs. */
    public BigDecimal of(LocalDate date) {
        BigDecimal weekday = weekdays.getOrDefault(date.getDayOfWeek(), BigDecimal.ONE);
        return weekday.multiply(effect(date), MathContext.DECIMAL64);
    }

    /** What a day's event makes of an ordinary day; 1 where there is none. */
    public BigDecimal effect(LocalDate date) {
        return calendar.main(date)
                .map(one -> events.getOrDefault(one.id(), one.prior()))
                .orElse(BigDecimal.ONE);
    }

    /** What every day of a month weighs. */
    public SortedMap<LocalDate, BigDecimal> of(YearMonth month) {
        SortedMap<LocalDate, BigDecimal> weights = new TreeMap<>();
        month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .forEach(date -> weights.put(date, of(date)));
        return weights;
    }

    private static DayWeights learn(
            CommercialCalendar calendar, SortedMap<LocalDate, BigDecimal> daily) {
        List<Observed> observed = Observed.all(calendar, daily);
        Map<DayOfWeek, BigDecimal> weekdays = Weekdays.learn(calendar, observed);
        Map<String, List<BigDecimal>> effects =
                observed.stream()
                        .filter(day -> day.event().isPresent())
                        .filter(day -> weight(weekdays, day).signum() > 0)
                        .collect(
                                Collectors.groupingBy(
                                        day -> day.event().orElseThrow().id(),
                                        Collectors.mapping(
                                                day -> day.over(weight(weekdays, day)),
                                                Collectors.toList())));
        Map<String, BigDecimal> events = new HashMap<>();
        for (CalendarEvent event : calendar.events()) {
            Ratios ratios = new Ratios(effects.getOrDefault(event.id(), List.of()));
            events.put(event.id(), ratios.shrunkToward(event.prior()));
        }
        return new DayWeights(calendar, weekdays, events);
    }

    private static BigDecimal weight(Map<DayOfWeek, BigDecimal> weekdays, Observed day) {
        return weekdays.getOrDefault(day.date().getDayOfWeek(), BigDecimal.ONE);
    }
}

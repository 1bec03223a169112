package app.rotina.goals;

import app.rotina.goals.CalendarEvent.Kind;
import app.rotina.kernel.Days;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A country's year of selling: holidays, occasions, paydays, and what a weekday weighs before a
 * store's own days tell. Dates are computed from {@code calendars/*.yaml}; a country without a file
 * has no events and equal weekdays. A store may set an event's dates of a year itself.
 */
public final class CommercialCalendar {
    private static final int SAME_WEEKDAY_LAST_YEAR = 364;
    private static final Comparator<CalendarEvent> BY_STRENGTH =
            Comparator.comparing(event -> event.prior().subtract(BigDecimal.ONE).abs());

    private final CalendarDefinition definition;
    private final List<EventDays> own;
    private final Map<Integer, List<EventDays>> years = new ConcurrentHashMap<>();
    private final Map<LocalDate, Optional<CalendarEvent>> mains = new ConcurrentHashMap<>();

    private CommercialCalendar(CalendarDefinition definition, List<EventDays> own) {
        this.definition = definition;
        this.own = List.copyOf(own);
    }

    /** The calendar of a country (ISO 3166 code, such as BR). */
    public static CommercialCalendar of(String country) {
        return new CommercialCalendar(CalendarDefinition.of(country), List.of());
    }

    /** The same calendar where these dates replace the computed ones of their event and year. */
    public CommercialCalendar with(List<EventDays> ownDates) {
        return new CommercialCalendar(definition, ownDates);
    }

    /** Every event the country's calendar knows. */
    public List<CalendarEvent> events() {
        return definition.rules().stream().map(EventRule::event).toList();
    }

    /** The events that touch these days, by their first day. */
    public List<EventDays> in(Days days) {
        return around(days.from().getYear(), days.to().getYear())
                .flatMap(year -> year(year).stream())
                .filter(one -> !one.days().to().isBefore(days.from()))
                .filter(one -> !one.days().from().isAfter(days.to()))
                .sorted(Comparator.comparing(one -> one.days().from()))
                .toList();
    }

    public List<EventDays> on(LocalDate date) {
        return in(Days.only(date));
    }

    /** The event that says most about a day: the one whose prior is farthest from ordinary. */
    public Optional<CalendarEvent> main(LocalDate date) {
        return mains.computeIfAbsent(
                date, any -> on(any).stream().map(EventDays::event).max(BY_STRENGTH));
    }

    /** The event that makes a day unlike others of its weekday; wages alone do not. */
    public Optional<CalendarEvent> special(LocalDate date) {
        return main(date).filter(event -> event.kind() != Kind.PAYDAY);
    }

    public boolean isHoliday(LocalDate date) {
        return on(date).stream().anyMatch(one -> one.event().kind() == Kind.HOLIDAY);
    }

    /** Whether people work that day: compensating workdays count, holidays and rest days do not. */
    public boolean isWorkday(LocalDate date) {
        return definition.workdays().contains(date)
                || (!definition.restDays().contains(date.getDayOfWeek()) && !isHoliday(date));
    }

    /**
     * The day of the year before that this one compares with: the same day of the same event where
     * there is one (also a lunar one), else the same weekday, 364 days earlier.
     */
    public LocalDate lastYear(LocalDate date) {
        return special(date)
                .flatMap(event -> lastYear(date, event))
                .orElseGet(() -> date.minusDays(SAME_WEEKDAY_LAST_YEAR));
    }

    /** What a weekday weighs before a store's own days tell; 1 is an ordinary day. */
    public BigDecimal prior(DayOfWeek weekday) {
        return definition.weekdays().getOrDefault(weekday, BigDecimal.ONE);
    }

    private Optional<LocalDate> lastYear(LocalDate date, CalendarEvent event) {
        for (int year : around(date.getYear(), date.getYear()).toList()) {
            Optional<Days> now = of(event, year).filter(days -> days.contains(date));
            Optional<Days> before = of(event, year - 1);
            if (now.isPresent() && before.isPresent()) {
                long since = ChronoUnit.DAYS.between(now.get().from(), date);
                return Optional.of(before.get().from().plusDays(since))
                        .filter(before.get()::contains);
            }
        }
        return Optional.empty();
    }

    private Optional<Days> of(CalendarEvent event, int year) {
        return year(year).stream()
                .filter(one -> one.event().id().equals(event.id()))
                .map(EventDays::days)
                .findFirst();
    }

    /** Events of a neighbouring year may reach over New Year. */
    private static Stream<Integer> around(int from, int to) {
        return IntStream.rangeClosed(from - 1, to + 1).boxed();
    }

    private List<EventDays> year(int year) {
        return years.computeIfAbsent(year, one -> definition.year(one, own));
    }
}

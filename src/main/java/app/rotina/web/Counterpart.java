package app.rotina.web;

import app.rotina.goals.CalendarEvent;
import app.rotina.goals.CalendarEvent.Kind;
import app.rotina.goals.CommercialCalendar;
import app.rotina.goals.EventDays;
import app.rotina.kernel.Days;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a span is held against: other days, as many, or as many as their month has. */
enum Counterpart {
    NONE,
    /**
     * The days just before; of whole months as many months, of a unit so far as much of the one
     * before.
     */
    PREVIOUS,
    /** Whole weeks earlier, so that weekdays meet. */
    WEEKDAYS,
    /** The same dates a month earlier. */
    MONTH,
    /** The same dates a year earlier. */
    YEAR,
    /** 52 weeks earlier, so that weekdays meet. */
    YEAR_WEEKDAYS,
    /** The same event of the year before, wherever the moon or a rule put it. */
    EVENT;

    private static final int YEAR_OF_WEEKS = 364;
    private static final int YEAR_OF_DAYS = 365;
    private static final int MOVES = 60;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The days before; empty: there are none, or the calendar knows no such event. */
    Optional<Days> before(Preset preset, Days days, CommercialCalendar calendar) {
        return switch (this) {
            case NONE -> Optional.empty();
            case PREVIOUS -> Optional.of(previous(preset, days));
            case WEEKDAYS -> Optional.of(back(days, (days.count() + 6L) / 7 * 7));
            case MONTH ->
                    Optional.of(new Days(days.from().minusMonths(1), days.to().minusMonths(1)));
            case YEAR -> Optional.of(new Days(days.from().minusYears(1), days.to().minusYears(1)));
            case YEAR_WEEKDAYS -> Optional.of(back(days, YEAR_OF_WEEKS));
            case EVENT -> event(days, calendar).flatMap(now -> lastYear(days, now, calendar));
        };
    }

    private static Days back(Days days, long by) {
        return new Days(days.from().minusDays(by), days.to().minusDays(by));
    }

    private static Days previous(Preset preset, Days days) {
        LocalDate end = days.from().minusDays(1);
        if (preset.unit() != null) {
            LocalDate first = preset.unitBefore(days.from());
            LocalDate last = first.plusDays(days.count() - 1L);
            return new Days(first, last.isAfter(end) ? end : last);
        }
        if (isWholeMonths(days)) {
            long months =
                    ChronoUnit.MONTHS.between(
                                    YearMonth.from(days.from()), YearMonth.from(days.to()))
                            + 1;
            return new Days(days.from().minusMonths(months), end);
        }
        return back(days, days.count());
    }

    private static boolean isWholeMonths(Days days) {
        return days.from().getDayOfMonth() == 1 && days.to().plusDays(1).getDayOfMonth() == 1;
    }

    /** The event that moves sales most among those in the span; wages move no date. */
    static Optional<EventDays> event(Days days, CommercialCalendar calendar) {
        return calendar.in(days).stream()
                .filter(one -> one.event().kind() != Kind.PAYDAY)
                .max(Comparator.comparing(one -> strength(one.event())));
    }

    private static BigDecimal strength(CalendarEvent event) {
        return event.prior().subtract(BigDecimal.ONE).abs();
    }

    private static Optional<Days> lastYear(Days days, EventDays now, CommercialCalendar calendar) {
        LocalDate around = now.days().from().minusDays(YEAR_OF_DAYS);
        return calendar.in(new Days(around.minusDays(MOVES), around.plusDays(MOVES))).stream()
                .filter(one -> one.event().id().equals(now.event().id()))
                .map(one -> ChronoUnit.DAYS.between(one.days().from(), now.days().from()))
                .min(Comparator.comparingLong(shift -> Math.abs(shift - YEAR_OF_DAYS)))
                .map(shift -> back(days, shift));
    }
}

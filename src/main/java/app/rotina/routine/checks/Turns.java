package app.rotina.routine.checks;

import app.rotina.goals.CommercialCalendar;
import app.rotina.kernel.Days;
import app.rotina.state.StoreSettings.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * A store's periods: by local date, its first day of the week, its holidays and working days.
 * Ninety days are counted from the day on which the store began.
 *
 * @param begun the store's first day
 */
public record Turns(Workdays workdays, DayOfWeek weekStart, LocalDate begun) {
    private static final int NINETY = 90;
    private static final int HALF = 15;
    private static final int QUARTER = 3;

    /** Of a store that works as its country does. */
    Turns(CommercialCalendar calendar, DayOfWeek weekStart, LocalDate begun) {
        this(new Workdays(calendar, WorkingDays.AS_THE_COUNTRY), weekStart, begun);
    }

    /** The period that a day lies in. */
    public Turn of(Cadence cadence, LocalDate day) {
        return new Turn(
                cadence,
                switch (cadence) {
                    case DAILY -> Days.only(day);
                    case WEEKLY -> from(day.with(TemporalAdjusters.previousOrSame(weekStart)), 7);
                    case FORTNIGHTLY -> fortnight(day);
                    case MONTHLY -> months(day.withDayOfMonth(1), 1);
                    case QUARTERLY ->
                            months(
                                    LocalDate.of(
                                            day.getYear(),
                                            (day.getMonthValue() - 1) / QUARTER * QUARTER + 1,
                                            1),
                                    QUARTER);
                    case NINETY_DAYS -> ninety(day);
                    case YEARLY -> months(day.withDayOfYear(1), 12);
                });
    }

    public Turn before(Turn turn) {
        return of(turn.cadence(), turn.first().minusDays(1));
    }

    public Turn after(Turn turn) {
        return of(turn.cadence(), turn.last().plusDays(1));
    }

    /** Its first working day; empty: it has none, or it is a day of rest. */
    public Optional<LocalDate> workday(Turn turn) {
        return turn.days().stream().filter(workdays::includes).findFirst();
    }

    private static Days fortnight(LocalDate day) {
        return day.getDayOfMonth() <= HALF
                ? from(day.withDayOfMonth(1), HALF)
                : new Days(day.withDayOfMonth(HALF + 1), YearMonth.from(day).atEndOfMonth());
    }

    private Days ninety(LocalDate day) {
        long before = Math.floorMod(ChronoUnit.DAYS.between(begun, day), (long) NINETY);
        return from(day.minusDays(before), NINETY);
    }

    private static Days from(LocalDate first, int days) {
        return new Days(first, first.plusDays(days - 1L));
    }

    private static Days months(LocalDate first, int months) {
        return new Days(first, first.plusMonths(months).minusDays(1));
    }
}

package app.rotina.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/** The days of the Brazilian year that a fashion shop feels. */
final class BrazilCalendar {
    private static final Set<MonthDay> FIXED_HOLIDAYS =
            Set.of(
                    MonthDay.of(1, 1),
                    MonthDay.of(4, 21),
                    MonthDay.of(5, 1),
                    MonthDay.of(9, 7),
                    MonthDay.of(10, 12),
                    MonthDay.of(11, 2),
                    MonthDay.of(11, 15),
                    MonthDay.of(11, 20),
                    MonthDay.of(12, 25));

    private BrazilCalendar() {}

    /** The Gregorian Easter Sunday (anonymous algorithm of Meeus, Jones and Butcher). */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int moon =
                (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15)
                        % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - moon - ofCentury % 4) % 7;
        int late = (golden + 11 * moon + 22 * weekday) / 451;
        int days = moon + weekday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }

    /** Carnival Tuesday. */
    static LocalDate carnival(int year) {
        return easter(year).minusDays(47);
    }

    /** The day after the fourth Thursday of November, which is not always its fourth Friday. */
    static LocalDate blackFriday(int year) {
        return nth(4, DayOfWeek.THURSDAY, year, 11).plusDays(1);
    }

    static LocalDate mothersDay(int year) {
        return nth(2, DayOfWeek.SUNDAY, year, 5);
    }

    /** Brazil's Valentine's Day. */
    static LocalDate valentinesDay(int year) {
        return LocalDate.of(year, 6, 12);
    }

    /**
     * The day most salaries are paid by: the fifth working day, Saturdays counted (CLT, art. 459 §
     * 1, and Instrução Normativa SRT 1/1989).
     */
    static LocalDate payday(int year, int month) {
        LocalDate day = LocalDate.of(year, month, 1);
        for (int workingDays = countsForSalary(day) ? 1 : 0; workingDays < 5; ) {
            day = day.plusDays(1);
            workingDays += countsForSalary(day) ? 1 : 0;
        }
        return day;
    }

    /** A day on which banks clear and parcels leave. */
    static boolean isWorkingDay(LocalDate day) {
        return countsForSalary(day) && day.getDayOfWeek() != DayOfWeek.SATURDAY;
    }

    static boolean isHoliday(LocalDate day) {
        return FIXED_HOLIDAYS.contains(MonthDay.from(day))
                || day.equals(easter(day.getYear()).minusDays(2));
    }

    private static boolean countsForSalary(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    private static LocalDate nth(int which, DayOfWeek weekday, int year, int month) {
        return LocalDate.of(year, month, 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(which, weekday));
    }
}

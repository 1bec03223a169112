package app.rotina.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How much the shop sells on a day against an ordinary one. Weekdays and hours have the shape of
 * the orders in Olist's public data set (2017); months and events are set by hand for fashion.
 */
final class Season {
    /** The hours of the day against their mean. */
    static final double[] HOURS = {
        .60, .28, .16, .07, .05, .05, .09, .27, .72, 1.14, 1.51, 1.62, 1.44, 1.71, 1.50, 1.52, 1.49,
        1.54, 1.38, 1.34, 1.46, 1.58, 1.39, 1.09
    };

    private static final double[] WEEKDAYS = {1.11, 1.07, 1.04, 1.03, 1.02, .80, .90};
    private static final double[] MONTHS = {
        .88, .86, .95, .98, 1.08, 1.02, .95, .97, .98, 1.02, 1.10, 1.15
    };
    private static final double YEARLY_GROWTH = 1.18;
    private static final double[] TO_BLACK_FRIDAY = {
        1.06, 1.08, 1.10, 1.15, 1.25, 1.40, 2.10, 4.00, 2.30, 1.80, 2.20, 1.15
    };
    private static final double[] TO_MOTHERS_DAY = {
        1.08, 1.12, 1.16, 1.22, 1.28, 1.34, 1.40, 1.45, 1.45, 1.35, 1.15, .95, .85, .80
    };
    private static final double[] TO_VALENTINES_DAY = {
        1.06, 1.10, 1.16, 1.22, 1.28, 1.30, 1.22, 1.10, .95, .88
    };
    private static final double[] TO_CHRISTMAS = {
        1.10, 1.12, 1.15, 1.18, 1.20, 1.20, 1.15, 1.10, 1.02, .95, .85, .52, .45, .95
    };
    private static final double[] TO_CARNIVAL = {1.08, 1.06, 1.02, .90, .72, .68, .66, .62, .80};
    private static final double[] NEW_YEARS_EVE = {.62};
    private static final double[] NEW_YEAR = {.70};
    private static final double[] TO_PAYDAY = {1.16, 1.11, 1.06};

    private Season() {}

    /** The strength of a day without growth; an ordinary one has 1. */
    static double of(LocalDate day) {
        int year = day.getYear();
        return WEEKDAYS[day.getDayOfWeek().getValue() - 1]
                * month(day)
                * (BrazilCalendar.isHoliday(day) ? .90 : 1)
                * around(day, BrazilCalendar.payday(year, day.getMonthValue()), TO_PAYDAY, 2)
                * around(day, BrazilCalendar.blackFriday(year), TO_BLACK_FRIDAY, 4)
                * around(day, BrazilCalendar.mothersDay(year), TO_MOTHERS_DAY, 0)
                * around(day, BrazilCalendar.valentinesDay(year), TO_VALENTINES_DAY, 0)
                * around(day, BrazilCalendar.carnival(year), TO_CARNIVAL, 1)
                * around(day, LocalDate.of(year, 12, 25), TO_CHRISTMAS, 1)
                * around(day, LocalDate.of(year, 12, 31), NEW_YEARS_EVE, 0)
                * around(day, LocalDate.of(year, 1, 1), NEW_YEAR, 0);
    }

    /** How far the shop has grown since 1970, by the same share every year. */
    static double growth(LocalDate day) {
        double years = ChronoUnit.DAYS.between(LocalDate.EPOCH, day) / 365.25;
        return StrictMath.pow(YEARLY_GROWTH, years);
    }

    /** Months flow into each other: each has its own weight in its middle. */
    private static double month(LocalDate day) {
        double position = (day.getDayOfMonth() - .5) / day.lengthOfMonth() - .5;
        int month = day.getMonthValue() - 1;
        int neighbour = Math.floorMod(position < 0 ? month - 1 : month + 1, 12);
        double share = Math.abs(position);
        return MONTHS[month] * (1 - share) + MONTHS[neighbour] * share;
    }

    /** The factor of a day near an event, whose factors end so many days after it. */
    private static double around(LocalDate day, LocalDate event, double[] factors, int after) {
        int index = (int) ChronoUnit.DAYS.between(event, day) + factors.length - 1 - after;
        return index < 0 || index >= factors.length ? 1 : factors[index];
    }
}

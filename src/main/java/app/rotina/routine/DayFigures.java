package app.rotina.routine;

import app.rotina.goals.CommercialCalendar;
import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Daily;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The figures that one day's close looks at: the day, its comparisons and its month so far. */
record DayFigures(LocalDate date, Daily daily, CommercialCalendar calendar) {
    private static final int SAME_WEEKDAYS = 4;
    private static final int WEEKS_BACK = 8;
    private static final int PROJECTION_WEEKS = 30;
    private static final int WATCHED_WEEKS = 90;

    /** The day, and those that may tell what it usually is. */
    static Stream<LocalDate> comparable(LocalDate date) {
        return IntStream.rangeClosed(0, WEEKS_BACK).mapToObj(date::minusWeeks);
    }

    /** Every day that has to be asked for. */
    static List<LocalDate> days(LocalDate date, CommercialCalendar calendar) {
        List<LocalDate> days = new ArrayList<>();
        days.add(calendar.lastYear(date));
        days.addAll(watched(date));
        return days;
    }

    /** The days that a projection may learn from, the day itself among them. */
    static List<LocalDate> recent(LocalDate date) {
        return since(date.minusWeeks(PROJECTION_WEEKS), date);
    }

    /** Those that show how far a figure usually wavers. */
    static List<LocalDate> watched(LocalDate date) {
        return since(date.minusWeeks(WATCHED_WEEKS), date);
    }

    private static List<LocalDate> since(LocalDate first, LocalDate date) {
        LocalDate month = date.withDayOfMonth(1);
        return new Days(first.isBefore(month) ? first : month, date).stream().toList();
    }

    DayFigures dayBefore() {
        return new DayFigures(date.minusDays(1), daily, calendar);
    }

    MetricValue on(String metric) {
        return daily.on(date, metric);
    }

    MetricValue previousDay(String metric) {
        return daily.on(date.minusDays(1), metric);
    }

    /** The same day of the same event a year ago, else the same weekday, 364 days ago. */
    MetricValue lastYear(String metric) {
        return daily.on(calendar.lastYear(date), metric);
    }

    MetricValue sameWeekday(String metric) {
        return daily.mean(sameWeekdays(metric), metric);
    }

    /**
     * The last four same weekdays on which the metric is known, without those that an event made
     * unlike others.
     */
    List<LocalDate> sameWeekdays(String metric) {
        List<LocalDate> days =
                IntStream.rangeClosed(1, WEEKS_BACK)
                        .mapToObj(date::minusWeeks)
                        .filter(day -> calendar.special(day).isEmpty())
                        .toList();
        return daily.known(days, metric).stream().limit(SAME_WEEKDAYS).toList();
    }

    /** The days of the month up to and including this one. */
    List<LocalDate> monthSoFar() {
        return new Days(YearMonth.from(date).atDay(1), date).stream().toList();
    }
}

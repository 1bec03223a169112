package app.rotina.routine;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Daily;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The figures that one day's close looks at: the day, its comparisons and its month so far. */
record DayFigures(LocalDate date, Daily daily) {
    private static final int SAME_WEEKDAYS = 4;
    private static final int WEEKS_BACK = 8;
    private static final int YEAR = 364;
    private static final int PROJECTION_WEEKS = 30;

    /** Every day that has to be asked for. */
    static List<LocalDate> days(LocalDate date) {
        List<LocalDate> days = new ArrayList<>();
        days.add(date.minusDays(YEAR));
        LocalDate first = date.minusWeeks(PROJECTION_WEEKS);
        LocalDate month = date.withDayOfMonth(1);
        new Days(first.isBefore(month) ? first : month, date).stream().forEach(days::add);
        return days;
    }

    MetricValue on(String metric) {
        return daily.on(date, metric);
    }

    MetricValue previousDay(String metric) {
        return daily.on(date.minusDays(1), metric);
    }

    MetricValue lastYear(String metric) {
        return daily.on(date.minusDays(YEAR), metric);
    }

    MetricValue sameWeekday(String metric) {
        return daily.mean(sameWeekdays(metric), metric);
    }

    /** The last four same weekdays on which the metric is known. */
    List<LocalDate> sameWeekdays(String metric) {
        List<LocalDate> days =
                IntStream.rangeClosed(1, WEEKS_BACK).mapToObj(date::minusWeeks).toList();
        return daily.known(days, metric).stream().limit(SAME_WEEKDAYS).toList();
    }

    /** The days of the month up to and including this one. */
    List<LocalDate> monthSoFar() {
        return new Days(YearMonth.from(date).atDay(1), date).stream().toList();
    }
}

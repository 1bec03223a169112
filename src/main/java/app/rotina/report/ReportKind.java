package app.rotina.report;

import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How much time a report is about; weeks begin on the day their store chose, a fortnight is 1–15 or
 * 16–end.
 */
public enum ReportKind {
    DAILY,
    WEEKLY,
    FORTNIGHTLY,
    MONTHLY;

    private static final int MIDDLE = 15;
    private static final int YEAR_OF_WEEKS = 364;

    public static ReportKind of(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new RotinaException(Problem.BAD_ARGUMENT, id + ": " + everyId()));
    }

    private static String everyId() {
        return Arrays.stream(values()).map(ReportKind::id).collect(Collectors.joining(", "));
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The whole period that holds the day. */
    Days around(LocalDate day, DayOfWeek weekStart) {
        return switch (this) {
            case DAILY -> Days.only(day);
            case WEEKLY -> {
                LocalDate first = day.with(TemporalAdjusters.previousOrSame(weekStart));
                yield new Days(first, first.plusDays(6));
            }
            case FORTNIGHTLY ->
                    day.getDayOfMonth() <= MIDDLE
                            ? new Days(day.withDayOfMonth(1), day.withDayOfMonth(MIDDLE))
                            : new Days(
                                    day.withDayOfMonth(MIDDLE + 1),
                                    YearMonth.from(day).atEndOfMonth());
            case MONTHLY -> Days.of(YearMonth.from(day));
        };
    }

    /** The period that ends the day before this one begins. */
    Days before(Days period) {
        return around(period.from().minusDays(1), period.from().getDayOfWeek());
    }

    /** The same period a year before: days and weeks by their weekdays, others by their dates. */
    Days lastYear(Days period) {
        DayOfWeek start = period.from().getDayOfWeek();
        return switch (this) {
            case DAILY, WEEKLY -> around(period.from().minusDays(YEAR_OF_WEEKS), start);
            case FORTNIGHTLY, MONTHLY -> around(period.from().minusYears(1), start);
        };
    }
}

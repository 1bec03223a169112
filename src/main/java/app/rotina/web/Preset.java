package app.rotina.web;

import app.rotina.kernel.Days;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A span of days that people ask for by a name. What runs "so far" is the calendar's week, month,
 * quarter or year that the newest day lies in, up to that day.
 */
enum Preset {
    YESTERDAY,
    LAST_7,
    LAST_28,
    LAST_30,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    LAST_MONTH,
    LAST_YEAR,
    CUSTOM;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The days it means; of {@link #CUSTOM} nobody but the asker knows, and it means 28. */
    Days days(Period.Now now) {
        LocalDate whole = now.lastWhole();
        LocalDate at = now.at();
        return switch (this) {
            case YESTERDAY -> Days.only(whole);
            case LAST_7 -> new Days(whole.minusDays(6), whole);
            case LAST_28, CUSTOM -> new Days(whole.minusDays(27), whole);
            case LAST_30 -> new Days(whole.minusDays(29), whole);
            case WEEK -> soFar(Grain.WEEK.first(at, now.weekStart()), now);
            case MONTH -> soFar(at.withDayOfMonth(1), now);
            case QUARTER -> soFar(quarter(at), now);
            case YEAR -> soFar(at.withDayOfYear(1), now);
            case LAST_MONTH ->
                    new Days(
                            at.minusMonths(1).withDayOfMonth(1),
                            at.minusMonths(1).with(TemporalAdjusters.lastDayOfMonth()));
            case LAST_YEAR ->
                    new Days(
                            at.minusYears(1).withDayOfYear(1),
                            at.minusYears(1).with(TemporalAdjusters.lastDayOfYear()));
        };
    }

    /** On its first morning, before anything came in, it is that day. */
    private static Days soFar(LocalDate first, Period.Now now) {
        LocalDate last = now.lastBegun();
        return new Days(first, last.isBefore(first) ? first : last);
    }

    private static LocalDate quarter(LocalDate day) {
        return day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
    }

    /** The unit of the calendar that it runs through so far; absence: none. */
    @Nullable ChronoUnit unit() {
        return switch (this) {
            case WEEK -> ChronoUnit.WEEKS;
            case MONTH, QUARTER -> ChronoUnit.MONTHS;
            case YEAR -> ChronoUnit.YEARS;
            case YESTERDAY, LAST_7, LAST_28, LAST_30, LAST_MONTH, LAST_YEAR, CUSTOM -> null;
        };
    }

    /** The first day of the unit before the one that begins on a day. */
    LocalDate unitBefore(LocalDate first) {
        @Nullable ChronoUnit unit = unit();
        return unit == null ? first : first.minus(this == QUARTER ? 3 : 1, unit);
    }
}

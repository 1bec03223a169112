package app.rotina.web;

import app.rotina.kernel.Days;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How finely a span is drawn. Weeks begin on the day their store chose. */
enum Grain {
    DAY,
    WEEK,
    MONTH;

    private static final int MOST_DAYS = 45;
    private static final int MOST_DAYS_IN_WEEKS = 200;
    private static final int MOST_POINTS = 400;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key that asks for it: the word's first letter. */
    String key() {
        return id().substring(0, 1);
    }

    /** What a span of this length is read best by. */
    static Grain fitting(Days days) {
        if (days.count() <= MOST_DAYS) {
            return DAY;
        }
        return days.count() <= MOST_DAYS_IN_WEEKS ? WEEK : MONTH;
    }

    /** This grain, or the finest that keeps a long span drawable. */
    Grain within(Days days) {
        Grain least = days.count() <= MOST_POINTS ? DAY : WEEK;
        Grain drawable = days.count() <= 7 * MOST_POINTS ? least : MONTH;
        return compareTo(drawable) < 0 ? drawable : this;
    }

    LocalDate first(LocalDate day, DayOfWeek weekStart) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(weekStart));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    LocalDate next(LocalDate first) {
        return switch (this) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
        };
    }

    /** As the answer to a question names the part that begins on a day. */
    String name(LocalDate first) {
        return this == MONTH ? first.toString().substring(0, 7) : first.toString();
    }

    /** The days of a span that its part with this first day holds. */
    Days days(LocalDate first, Days span) {
        LocalDate last = next(first).minusDays(1);
        return new Days(
                first.isBefore(span.from()) ? span.from() : first,
                last.isAfter(span.to()) ? span.to() : last);
    }

    /** The first days of all parts of a span. */
    List<LocalDate> firsts(Days days, DayOfWeek weekStart) {
        List<LocalDate> firsts = new ArrayList<>();
        for (LocalDate at = first(days.from(), weekStart); !at.isAfter(days.to()); at = next(at)) {
            firsts.add(at);
        }
        return firsts;
    }
}

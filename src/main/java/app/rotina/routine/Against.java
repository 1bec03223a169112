package app.rotina.routine;

import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What days are held to when they are explained. */
public enum Against {
    /** Their targets; a day without one is held to what its weekday lets expect. */
    TARGET,
    /** As many days right before them. */
    PREVIOUS,
    /**
     * The mean of each day's last four same weekdays, without those an event made unlike others.
     */
    WEEKDAY,
    /** The same day of the same event a year before, else the same weekday. */
    LAST_YEAR;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Against of(String id) {
        return Stream.of(values())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.BAD_ARGUMENT, id));
    }

    /** The days that a day of the span is held to. */
    List<LocalDate> days(DayFigures day, String metric, Days span) {
        return switch (this) {
            case TARGET, WEEKDAY -> day.sameWeekdays(metric);
            case PREVIOUS -> day.daily().known(List.of(shifted(day.date(), span)), metric);
            case LAST_YEAR ->
                    day.daily().known(List.of(day.calendar().lastYear(day.date())), metric);
        };
    }

    static LocalDate shifted(LocalDate day, Days span) {
        return day.minusDays(span.count());
    }
}

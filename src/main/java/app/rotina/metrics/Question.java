package app.rotina.metrics;

import app.rotina.kernel.Days;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What someone wants to know: metrics over days, by time and dimensions, for some values.
 *
 * @param by at most one of day, week, fortnight, month, quarter, year, and any dimensions
 * @param where dimension → value
 * @param only the days that count; empty: all of them
 * @param weekStart the day that weeks begin with
 */
public record Question(
        List<String> metrics,
        List<String> by,
        Days days,
        Map<String, String> where,
        List<LocalDate> only,
        DayOfWeek weekStart) {

    public Question(List<String> metrics, List<String> by, Days days, Map<String, String> where) {
        this(metrics, by, days, where, List.of(), DayOfWeek.MONDAY);
    }

    /** The same metrics on single days that need not follow each other, day by day. */
    public static Question on(List<String> metrics, List<LocalDate> dates, List<String> by) {
        LocalDate first = dates.stream().min(LocalDate::compareTo).orElseThrow();
        LocalDate last = dates.stream().max(LocalDate::compareTo).orElseThrow();
        List<String> daily = new ArrayList<>(by);
        daily.addFirst("day");
        Days days = new Days(first, last);
        boolean gapless = dates.stream().distinct().count() == days.count();
        return new Question(
                metrics, daily, days, Map.of(), gapless ? List.of() : dates, DayOfWeek.MONDAY);
    }

    public static Question of(List<String> metrics, Days days) {
        return new Question(metrics, List.of(), days, Map.of());
    }

    public static Question daily(List<String> metrics, Days days) {
        return new Question(metrics, List.of("day"), days, Map.of());
    }

    /** The days that count. */
    List<LocalDate> dates() {
        return only.isEmpty() ? days.stream().toList() : only;
    }

    /** The same with weeks from another day than Monday. */
    public Question weeksFrom(DayOfWeek start) {
        return new Question(metrics, by, days, where, only, start);
    }
}

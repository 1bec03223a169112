package app.rotina.warehouse;

import app.rotina.kernel.Days;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the facts: measures over days, by a time bucket and dimensions, for some values.
 *
 * @param only the days that count; empty: all of them
 * @param bucket day, week, fortnight, month, quarter or year; absence: the days together
 * @param where dimension → the value that counts
 * @param weekStart the day that weeks begin with
 */
public record Slice(
        List<Measure> measures,
        Days days,
        List<LocalDate> only,
        @Nullable Bucket bucket,
        List<String> dimensions,
        Map<String, String> where,
        DayOfWeek weekStart) {

    /** The same with weeks from Monday. */
    public Slice(
            List<Measure> measures,
            Days days,
            List<LocalDate> only,
            @Nullable Bucket bucket,
            List<String> dimensions,
            Map<String, String> where) {
        this(measures, days, only, bucket, dimensions, where, DayOfWeek.MONDAY);
    }

    /** How days are put together; a bucket is known by its first day. */
    public enum Bucket {
        DAY,
        WEEK,
        FORTNIGHT,
        MONTH,
        QUARTER,
        YEAR
    }

    /** The dimensions that it is taken by or narrowed to. */
    List<String> named() {
        return Stream.concat(dimensions.stream(), where.keySet().stream()).distinct().toList();
    }
}

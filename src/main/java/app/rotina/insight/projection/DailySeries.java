package app.rotina.insight.projection;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SortedMap;

/**
 * One metric day by day, in its own unit, without gaps in time: a day nobody knows is NaN, a day on
 * which nothing was sold is zero.
 */
public final class DailySeries {
    private final LocalDate from;
    private final double[] values;

    private DailySeries(LocalDate from, double[] values) {
        this.from = from;
        this.values = values;
    }

    /** The series from its first day on; at least one day. */
    public static DailySeries of(LocalDate from, double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no days from " + from);
        }
        return new DailySeries(from, values.clone());
    }

    /** The known days and the unknown ones between them; at least one day is known. */
    public static DailySeries of(SortedMap<LocalDate, BigDecimal> known) {
        LocalDate from = known.firstKey();
        double[] values = new double[days(from, known.lastKey()) + 1];
        Arrays.fill(values, Double.NaN);
        known.forEach((day, value) -> values[days(from, day)] = value.doubleValue());
        return new DailySeries(from, values);
    }

    /** What is known at the end of a day that is not before the first. */
    public DailySeries through(LocalDate day) {
        int length = Math.min(values.length, days(from, day) + 1);
        return of(from, Arrays.copyOf(values, length));
    }

    public LocalDate from() {
        return from;
    }

    public LocalDate to() {
        return date(values.length - 1);
    }

    /** The value of a day; NaN where it is not known or outside the series. */
    public double on(LocalDate day) {
        int t = days(from, day);
        return t >= 0 && t < values.length ? values[t] : Double.NaN;
    }

    int length() {
        return values.length;
    }

    double at(int t) {
        return values[t];
    }

    boolean isKnown(int t) {
        return !Double.isNaN(values[t]);
    }

    LocalDate date(int t) {
        return from.plusDays(t);
    }

    /** The sum of the known days from {@code t} on, {@code end} not included. */
    double sum(int t, int end) {
        double sum = 0;
        for (int k = t; k < end; k++) {
            sum += isKnown(k) ? values[k] : 0;
        }
        return sum;
    }

    private static int days(LocalDate from, LocalDate day) {
        return Math.toIntExact(day.toEpochDay() - from.toEpochDay());
    }
}

package app.rotina.insight.anomaly;

import app.rotina.insight.projection.Occasion;
import app.rotina.kernel.MetricValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * What known events may make of each day, as parts of what is usual: 1 to 1 on an ordinary day, .45
 * to 1 where an event may bring less than half, NaN where nobody can know, so that the day is
 * neither judged nor learned from.
 */
@SuppressWarnings("ArrayRecordComponent") // days side by side; nobody compares them
public record Leeway(double[] low, double[] high) {
    public static Leeway none(int days) {
        double[] usual = new double[days];
        Arrays.fill(usual, 1);
        return new Leeway(usual, usual.clone());
    }

    /** Of what each day's event is taken to make of it; missing: nobody can know. */
    public static Leeway of(List<MetricValue> effects) {
        return of(
                effects.stream()
                        .mapToDouble(
                                one -> one.known().map(BigDecimal::doubleValue).orElse(Double.NaN))
                        .toArray());
    }

    /**
     * By what known events are said to make of each day: anything from ordinary to that; and where
     * it is less than usual, as much less again as the saying may be off.
     */
    public static Leeway of(double[] effects) {
        return new Leeway(
                Arrays.stream(effects).map(Leeway::least).toArray(),
                Arrays.stream(effects).map(effect -> Math.max(1, effect)).toArray());
    }

    private static double least(double effect) {
        return effect < 1 ? effect / Math.exp(Occasion.doubt(effect)) : Math.min(1, effect);
    }

    /** Of the days from this one on. */
    Leeway from(int day) {
        return new Leeway(
                Arrays.copyOfRange(low, day, low.length),
                Arrays.copyOfRange(high, day, high.length));
    }

    boolean isOrdinary(int day) {
        return low[day] == 1 && high[day] == 1;
    }

    /** What remains of an error, on the log scale, beyond what events explain. */
    double beyond(int day, double error) {
        double least = Math.log(low[day]);
        double most = Math.log(high[day]);
        if (Double.isNaN(least) || Double.isNaN(error)) {
            return Double.NaN;
        }
        return error - Math.clamp(error, least, most);
    }
}

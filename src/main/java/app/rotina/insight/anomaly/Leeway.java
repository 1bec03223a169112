package app.rotina.insight.anomaly;

import java.util.Arrays;

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

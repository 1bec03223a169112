package app.rotina.insight.effect;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A series that an action touched and the series that it did not touch, over the same periods up to
 * the last one that is looked at. A period without a figure is left out of all of them.
 *
 * @param touched its figures, a mean per day where a period has several
 * @param controls a row per untouched series; empty: there is none
 * @param season which figures are alike by the calendar, such as the day of the week; all 0: none
 * @param before how many periods come before the action
 */
@SuppressWarnings("ArrayRecordComponent") // arrays of figures, which nobody writes to
public record Trial(double[] touched, double[][] controls, int[] season, int before) {
    public Trial {
        boolean even =
                season.length == touched.length
                        && Arrays.stream(controls).allMatch(row -> row.length == touched.length);
        if (!even || before < 0 || before >= touched.length) {
            throw new IllegalArgumentException(
                    touched.length + " periods, " + before + " of them before the action");
        }
    }

    /** An amount or count as statistics take it. */
    public static double figure(BigDecimal amount) {
        return amount.doubleValue();
    }

    int after() {
        return touched.length - before;
    }

    /** The periods from one to before another, as if the action had begun between them. */
    Trial stretch(int from, int begin, int end) {
        return new Trial(
                Arrays.copyOfRange(touched, from, end),
                Arrays.stream(controls)
                        .map(row -> Arrays.copyOfRange(row, from, end))
                        .toArray(double[][]::new),
                Arrays.copyOfRange(season, from, end),
                begin - from);
    }

    /** The usual size of a figure before the action. */
    double usual() {
        return size(touched);
    }

    double size(double[] series) {
        return Arrays.stream(series, 0, before).map(Math::abs).average().orElse(0);
    }

    double actual() {
        return Arrays.stream(touched, before, touched.length).average().orElseThrow();
    }
}

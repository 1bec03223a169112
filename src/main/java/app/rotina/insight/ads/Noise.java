package app.rotina.insight.ads;

import java.util.ArrayList;
import java.util.List;

/**
 * How days err: each the more like the day before, and the more where more is sold.
 *
 * @param memory correlation of a day with the next
 * @param grows whether the error grows with the level, or is of one size
 */
record Noise(double memory, boolean grows) {

    static List<Noise> all() {
        List<Noise> all = new ArrayList<>();
        for (double memory : new double[] {0, .2, .4, .6, .8}) {
            all.add(new Noise(memory, false));
            all.add(new Noise(memory, true));
        }
        return all;
    }

    /** A column over the known days, made to err independently and alike. */
    double[] whitened(double[] column, double[] level, int[] known) {
        double[] scaled = new double[column.length];
        for (int i = 0; i < column.length; i++) {
            scaled[i] = grows ? column[i] / level[i] : column[i];
        }
        double[] white = scaled.clone();
        for (int i = 1; i < column.length; i++) {
            double like = Math.pow(memory, known[i] - known[i - 1]);
            white[i] = (scaled[i] - like * scaled[i - 1]) / Math.sqrt(1 - like * like);
        }
        return white;
    }

    /** Half the logarithm of the determinant of the errors' correlation. */
    double logScale(double[] level, int[] known) {
        double sum = 0;
        for (int i = 0; i < known.length; i++) {
            sum += grows ? Math.log(level[i]) : 0;
            if (i > 0) {
                sum += Math.log1p(-Math.pow(memory, 2. * (known[i] - known[i - 1]))) / 2;
            }
        }
        return sum;
    }
}

package app.rotina.insight.anomaly;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;

/** Days of an invented shop: a weekday shape, and chance of a given size. */
final class Week {
    private static final double[] SHAPE = {1.1, 1.2, 1, 1, .9, .7, .8};

    private Week() {}

    static double[] days(int days, double noise, long seed) {
        Random random = new Random(seed);
        double[] values = new double[days];
        for (int day = 0; day < days; day++) {
            values[day] = 1000 * SHAPE[day % 7] * Math.exp(noise * random.nextGaussian());
        }
        return values;
    }

    /** As revenue that nothing else explains. */
    static Watched revenue(double[] values) {
        return figure("revenue", Set.of(), values);
    }

    /** A figure whose whole is worth a day of a thousand; a tenth of it is told. */
    static Watched figure(String id, Set<String> drives, double[] values) {
        double[] uncounted = new double[values.length];
        Arrays.fill(uncounted, Double.NaN);
        return new Watched(id, drives, values, uncounted, Leeway.none(values.length), 1000, 100);
    }
}

package app.rotina.insight.demand;

import java.util.Arrays;

/** How the demand of a usual week is read from the weeks so far. */
public enum Method {
    /** Simple exponential smoothing (Brown 1956), α = 0.1. */
    SMOOTHED_SLOWLY,
    /** The same, α = 0.2. */
    SMOOTHED,
    /** The same, α = 0.3. */
    SMOOTHED_FAST,
    LAST_4_WEEKS,
    LAST_8_WEEKS,
    /**
     * The chance of demand and its size smoothed apart, so that a product nobody asks for fades
     * (Teunter, Syntetos and Babai, EJOR 214, 2011), α = β = 0.1.
     */
    TSB,
    /** The mean of all others, and the last of them (Bates and Granger, OR 20, 1969). */
    MEAN;

    /** The usual week by each method, in their order; demand has a week at least. */
    static double[] levels(double[] demand) {
        double[] levels = {
            smoothed(demand, .1),
            smoothed(demand, .2),
            smoothed(demand, .3),
            last(demand, 4),
            last(demand, 8),
            tsb(demand, .1),
            0
        };
        int mean = levels.length - 1;
        levels[mean] = Arrays.stream(levels).sum() / mean;
        return levels;
    }

    private static double smoothed(double[] demand, double alpha) {
        double level = mean(demand, 0, Math.min(4, demand.length));
        for (double units : demand) {
            level += alpha * (units - level);
        }
        return level;
    }

    private static double last(double[] demand, int weeks) {
        return mean(demand, Math.max(0, demand.length - weeks), demand.length);
    }

    private static double tsb(double[] demand, double alpha) {
        int sales = 0;
        double sum = 0;
        for (double units : demand) {
            sales += units > 0 ? 1 : 0;
            sum += units;
        }
        double chance = (double) sales / demand.length;
        double size = sales == 0 ? 0 : sum / sales;
        for (double units : demand) {
            chance += alpha * ((units > 0 ? 1 : 0) - chance);
            size += units > 0 ? alpha * (units - size) : 0;
        }
        return chance * size;
    }

    private static double mean(double[] demand, int from, int to) {
        double sum = 0;
        for (int week = from; week < to; week++) {
            sum += demand[week];
        }
        return sum / (to - from);
    }
}

package app.rotina.insight.ads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A form that a channel's response may have: geometric carry-over (Broadbent, 1979), then
 * saturation after Hill (as in Jin et al., Google, 2017), one when saturated.
 *
 * @param carry the part of a day's effect that is left the next day
 * @param half the spend at which half of the most is reached, in usual days of the channel
 * @param slope one for a curve that only flattens, more for one that is steepest later
 */
record Shape(double carry, double half, double slope) {
    static final int CARRIES = 20;
    private static final int HALVES = 14;
    private static final int SLOPES = 8;
    private static final int START = 14;

    /** All forms that are weighed, each as likely as any other before the data, by carry first. */
    static List<Shape> all() {
        List<Shape> all = new ArrayList<>();
        for (int carry = 0; carry < CARRIES; carry++) {
            for (int half = 0; half < HALVES; half++) {
                for (int slope = 0; slope < SLOPES; slope++) {
                    all.add(
                            new Shape(
                                    .05 * carry,
                                    .15 * Math.pow(1.38, half),
                                    .75 * Math.pow(1.18, slope)));
                }
            }
        }
        return all;
    }

    /** Effective spend a day, a mean of the days up to it; before the first they were alike. */
    double[] carried(double[] spend) {
        double state = Arrays.stream(spend).limit(START).average().orElse(0);
        double[] carried = new double[spend.length];
        for (int day = 0; day < spend.length; day++) {
            state = carry * state + (1 - carry) * spend[day];
            carried[day] = state;
        }
        return carried;
    }

    /** The part of the most that a level of effective spend reaches. */
    double reached(double level, double usual) {
        double power = Math.pow(level / (half * usual), slope);
        return power / (1 + power);
    }

    /** How much that part grows when the level grows by its own size, at the rate of now. */
    double growth(double level, double usual) {
        double part = reached(level, usual);
        return slope * part * (1 - part);
    }
}

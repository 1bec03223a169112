package app.rotina.insight.projection;

import java.math.BigDecimal;

/**
 * What makes a day unlike others of its weekday: a holiday, a selling occasion, a planned
 * promotion. Days of one id share one effect, learned from those that have been.
 *
 * @param id the same for every day that is expected to move alike
 * @param factor what it makes of an ordinary day before its own days tell; 1: nothing, 0: closed
 */
public record Occasion(String id, double factor) {
    private static final double LEAST_DOUBT = 0.1;
    private static final double DOUBT = 0.3;

    /** A day on which the shop does not sell. */
    public static final Occasion CLOSED = new Occasion("closed", 0);

    public Occasion {
        if (!(factor >= 0)) {
            throw new IllegalArgumentException(id + ": " + factor);
        }
    }

    /** The same by a calendar's weight of its days. */
    public static Occasion of(String id, BigDecimal factor) {
        return new Occasion(id, factor.doubleValue());
    }

    boolean isClosed() {
        return factor == 0;
    }

    double logFactor() {
        return Math.log(factor);
    }

    /** How far the prior may be off, on the scale of logarithms: a strong one farther. */
    double doubt() {
        return doubt(factor);
    }

    /** How far what is said of a day beforehand may be off, on the scale of logarithms. */
    public static double doubt(double factor) {
        return LEAST_DOUBT + DOUBT * Math.abs(Math.log(factor));
    }
}

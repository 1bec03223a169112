package app.rotina.insight.projection;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The law of a projection's error by the errors of the same projection at past origins: conformal
 * prediction on rolling origins (Vovk et al., 2005; without exchangeability Barber et al., 2023).
 * Each is the logarithm of actual ÷ projected; they are smoothed, and one more that is twice as
 * wide stands for what has not happened yet.
 */
final class ErrorLaw {
    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final double LEAST_SCALE = 1e-3;
    private static final double FAR = 50;

    private final double[] logs;
    private final double independent;

    /**
     * The law by these errors.
     *
     * @param independent as how many independent errors they count: neighbouring origins share days
     */
    ErrorLaw(double[] logs, double independent) {
        this.logs = logs;
        this.independent = independent;
    }

    /** Whether they are enough to speak of four fifths of all cases. */
    boolean areEnough() {
        return independent >= 3;
    }

    /** The probability that the logarithm of actual ÷ projected is {@code error} or less. */
    double below(double error) {
        double scale = scale();
        double width = scale / 2 * Math.pow(independent, -0.2);
        double sum = 0;
        for (double one : logs) {
            sum += normal((error - one) / width);
        }
        double seen = sum / logs.length * independent;
        return (seen + normal(error / (2 * scale))) / (independent + 1);
    }

    /** The error that is not exceeded with this probability. */
    double quantile(double probability) {
        double low = -FAR * scale();
        double high = FAR * scale();
        for (int k = 0; k < 60; k++) {
            double middle = (low + high) / 2;
            if (below(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double scale() {
        double sum = 0;
        for (double one : logs) {
            sum += one * one;
        }
        return Math.max(LEAST_SCALE, Math.sqrt(sum / logs.length));
    }

    private static double normal(double z) {
        return NORMAL.cumulativeProbability(z);
    }
}

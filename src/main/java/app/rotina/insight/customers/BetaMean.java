package app.rotina.insight.customers;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.special.Gamma;

/**
 * Means of functions of a beta(a, b) variable by the double exponential rule (Takahasi and Mori
 * 1974), which takes the density's infinite ends as they are.
 */
final class BetaMean {
    private static final double NOTHING = 45;

    private final double a;
    private final double b;
    private final double width;
    private final double from;
    private final double to;

    BetaMean(double a, double b) {
        this.a = a;
        this.b = b;
        double spread = Math.sqrt(Gamma.trigamma(a) + Gamma.trigamma(b));
        double middle = Math.log(a / b);
        this.width = Math.min(1 / 16.0, spread / 4 / (1 + Math.abs(middle)));
        this.from = asinh(middle - reach(a, spread));
        this.to = asinh(middle + reach(b, spread));
    }

    /** How far from the middle, on the logit's scale, the density is as good as zero. */
    private static double reach(double shape, double spread) {
        return Math.max(NOTHING / shape, 10 * spread);
    }

    double of(DoubleUnaryOperator function) {
        double weights = 0;
        double sum = 0;
        double top = a * Math.log(a / (a + b)) + b * Math.log(b / (a + b));
        for (double t = from; t <= to; t += width) {
            double logit = Math.sinh(t);
            double above = Math.log1p(Math.exp(-Math.abs(logit)));
            double log = Math.min(logit, 0) - above;
            double weight = Math.exp(a * log + b * (log - logit) - top) * Math.cosh(t);
            weights += weight;
            sum += weight * function.applyAsDouble(Math.max(Math.exp(log), Double.MIN_NORMAL));
        }
        return sum / weights;
    }

    private static double asinh(double x) {
        return Math.signum(x) * Math.log(Math.abs(x) + Math.hypot(x, 1));
    }
}

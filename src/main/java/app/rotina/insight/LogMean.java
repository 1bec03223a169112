package app.rotina.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * LMDI-I: a positive factor's part of the change V₀ → V₁ of a product is L(V₁, V₀) · ln(x₁ ÷ x₀),
 * with the logarithmic mean L = (V₁ − V₀) ÷ ln(V₁ ÷ V₀).
 */
final class LogMean {
    private static final double UNIT = 1e10;
    private static final double MOST = 9e8; // at so many digits, in a long

    private LogMean() {}

    static List<BigDecimal> split(List<Step> steps) {
        Step product =
                new Step(
                        Product.multiply(steps.stream().map(Step::before).toList()),
                        Product.multiply(steps.stream().map(Step::after).toList()));
        double mean = mean(product);
        double[] parts = new double[steps.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = mean * logarithm(steps.get(i));
        }
        close(parts, product.change().doubleValue());
        List<BigDecimal> amounts = new ArrayList<>(parts.length);
        for (double part : parts) {
            amounts.add(decimal(part));
        }
        return amounts;
    }

    /** What floating point left over goes to the parts by their size, the same for any order. */
    private static void close(double[] parts, double whole) {
        double[] sorted = parts.clone();
        Arrays.sort(sorted);
        double sum = 0;
        double size = 0;
        for (double part : sorted) {
            sum += part;
            size += Math.abs(part);
        }
        double open = size == 0 ? 0 : (whole - sum) / size;
        for (int i = 0; i < parts.length; i++) {
            parts[i] += Math.abs(parts[i]) * open;
        }
    }

    private static BigDecimal decimal(double part) {
        return Math.abs(part) < MOST
                ? BigDecimal.valueOf(Math.round(part * UNIT), Attribution.DIGITS)
                : new BigDecimal(part).setScale(Attribution.DIGITS, RoundingMode.HALF_UP);
    }

    private static double mean(Step product) {
        double logarithm = logarithm(product);
        return logarithm == 0
                ? product.before().doubleValue()
                : product.change().doubleValue() / logarithm;
    }

    /** Of after ÷ before; a small change is taken exactly first, so that it keeps its digits. */
    private static double logarithm(Step step) {
        double change = quotient(step.change(), step.before());
        return Math.abs(change) < 0.5
                ? Math.log1p(change)
                : Math.log(quotient(step.after(), step.before()));
    }

    /** Of two doubles, each the nearest: no further off than their last digit. */
    private static double quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.doubleValue() / divisor.doubleValue();
    }
}

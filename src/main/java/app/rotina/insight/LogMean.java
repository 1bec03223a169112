package app.rotina.insight;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * LMDI-I: a positive factor's part of the change V₀ → V₁ of a product is L(V₁, V₀) · ln(x₁ ÷ x₀),
 * with the logarithmic mean L = (V₁ − V₀) ÷ ln(V₁ ÷ V₀).
 */
final class LogMean {
    private static final int DIGITS = 10; // far below any minor unit, and quick to add and compare

    private LogMean() {}

    static List<BigDecimal> split(List<Step> steps) {
        Step product =
                new Step(
                        Product.multiply(steps.stream().map(Step::before).toList()),
                        Product.multiply(steps.stream().map(Step::after).toList()));
        double mean = mean(product);
        List<BigDecimal> parts =
                steps.stream().map(step -> BigDecimal.valueOf(mean * logarithm(step))).toList();
        return closed(parts, product.change());
    }

    /** What floating point left over goes to the parts by their size, the same for any order. */
    private static List<BigDecimal> closed(List<BigDecimal> parts, BigDecimal whole) {
        BigDecimal size = sum(parts.stream().map(BigDecimal::abs).toList());
        if (size.signum() == 0) {
            return parts;
        }
        BigDecimal open = whole.subtract(sum(parts)).divide(size, MathContext.DECIMAL64);
        return parts.stream()
                .map(part -> part.add(part.abs().multiply(open)))
                .map(part -> part.setScale(DIGITS, RoundingMode.HALF_UP))
                .toList();
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
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

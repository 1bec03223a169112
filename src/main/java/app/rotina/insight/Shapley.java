package app.rotina.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Shapley's value of each factor of a product. For a product it is the integral of Δx · Π(others)
 * along the straight way from before to after (Owen, Management Science 18, 1972), which is a
 * polynomial: exact, for any sign, without walking through all orders of the factors.
 */
final class Shapley {
    private Shapley() {}

    static List<BigDecimal> split(List<Step> steps) {
        BigDecimal divisor = multipleOfAll(steps.size());
        List<BigDecimal> amounts = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            List<Step> others = new ArrayList<>(steps);
            Step own = others.remove(i);
            BigDecimal times = own.change().multiply(integral(product(others), divisor));
            amounts.add(times.divide(divisor, Attribution.DIGITS, RoundingMode.HALF_EVEN));
        }
        return amounts;
    }

    /** Of all numbers up to this one. */
    private static BigDecimal multipleOfAll(int most) {
        BigDecimal multiple = BigDecimal.ONE;
        for (int number = 2; number <= most; number++) {
            multiple = multiple.multiply(BigDecimal.valueOf(number));
        }
        return multiple;
    }

    /** Coefficients, lowest power first, of Π(before + t · change). */
    private static List<BigDecimal> product(List<Step> steps) {
        List<BigDecimal> polynomial = List.of(BigDecimal.ONE);
        for (Step step : steps) {
            polynomial = times(polynomial, step);
        }
        return polynomial;
    }

    private static List<BigDecimal> times(List<BigDecimal> polynomial, Step step) {
        List<BigDecimal> product = new ArrayList<>();
        BigDecimal carried = BigDecimal.ZERO;
        for (BigDecimal coefficient : polynomial) {
            product.add(carried.add(coefficient.multiply(step.before())));
            carried = coefficient.multiply(step.change());
        }
        product.add(carried);
        return product;
    }

    /** From 0 to 1, so many times that nothing has to be rounded. */
    private static BigDecimal integral(List<BigDecimal> polynomial, BigDecimal times) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int power = 0; power < polynomial.size(); power++) {
            BigDecimal share = times.divide(BigDecimal.valueOf(power + 1L));
            sum = sum.add(polynomial.get(power).multiply(share));
        }
        return sum;
    }
}

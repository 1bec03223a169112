package app.rotina.web;

import app.rotina.kernel.MetricValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A field of 100 × 100 that series are drawn on: points from left to right, and from the scale's
 * foot, which is zero or the least below it, to its top.
 */
record Plot(int points, BigDecimal low, BigDecimal high) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final List<BigDecimal> STEPS =
            Stream.of("1", "1.2", "1.5", "2", "2.5", "3", "4", "5", "6", "8", "10")
                    .map(BigDecimal::new)
                    .toList();

    @SafeVarargs
    static Plot over(int points, List<MetricValue>... series) {
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        for (List<MetricValue> each : series) {
            for (MetricValue value : each) {
                low = low.min(value.known().orElse(low));
                high = high.max(value.known().orElse(high));
            }
        }
        return new Plot(points, low.signum() < 0 ? round(low.negate()).negate() : low, round(high));
    }

    /** The next number above that people count in. */
    private static BigDecimal round(BigDecimal value) {
        if (value.signum() <= 0) {
            return BigDecimal.ONE;
        }
        BigDecimal unit = BigDecimal.ONE.movePointRight(value.precision() - value.scale() - 1);
        return STEPS.stream()
                .map(unit::multiply)
                .filter(step -> step.compareTo(value) >= 0)
                .findFirst()
                .orElse(value);
    }

    BigDecimal x(int point) {
        return points < 2
                ? BigDecimal.valueOf(50)
                : BigDecimal.valueOf(100L * point)
                        .divide(BigDecimal.valueOf(points - 1L), 2, RoundingMode.HALF_UP);
    }

    BigDecimal y(BigDecimal value) {
        BigDecimal share = value.subtract(low).divide(high.subtract(low), MathContext.DECIMAL64);
        return BigDecimal.ONE.subtract(share).multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP);
    }

    /**
     * The line through the known points; it breaks where one is missing, and a lone one is a dot.
     */
    String path(List<MetricValue> values) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int at = 0; at < Math.min(points, values.size()); at++) {
            BigDecimal known = values.get(at).known().orElse(null);
            if (known == null) {
                drawing = false;
                continue;
            }
            String place = x(at).toPlainString() + " " + y(known).toPlainString();
            boolean lone =
                    !drawing && (at + 1 >= values.size() || values.get(at + 1).known().isEmpty());
            path.append(drawing ? "L" : "M").append(place).append(lone ? "L" + place : "");
            drawing = true;
        }
        return path.toString();
    }
}

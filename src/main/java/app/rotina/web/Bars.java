package app.rotina.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Places amounts on a scale, in percent of its width, whatever their signs. */
record Bars(BigDecimal low, BigDecimal high) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The scale that holds zero and all of these. */
    static Bars over(Iterable<BigDecimal> amounts) {
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        for (BigDecimal amount : amounts) {
            low = low.min(amount);
            high = high.max(amount);
        }
        return new Bars(low, high);
    }

    /** A bar from one amount to another. */
    record Bar(BigDecimal x, BigDecimal width) {}

    BigDecimal at(BigDecimal amount) {
        BigDecimal span = high.subtract(low);
        if (span.signum() == 0) {
            return BigDecimal.ZERO.setScale(2);
        }
        return amount.subtract(low)
                .multiply(HUNDRED)
                .divide(span, MathContext.DECIMAL64)
                .setScale(2, RoundingMode.HALF_UP);
    }

    Bar from(BigDecimal start, BigDecimal end) {
        BigDecimal x = at(start.min(end));
        return new Bar(x, at(start.max(end)).subtract(x).max(new BigDecimal("0.40")));
    }
}

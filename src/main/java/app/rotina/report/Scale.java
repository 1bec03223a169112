package app.rotina.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Places amounts on a scale that holds zero, in percent of its length. */
record Scale(BigDecimal low, BigDecimal high) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal VISIBLE = new BigDecimal("0.50");

    static Scale over(List<BigDecimal> amounts) {
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        for (BigDecimal amount : amounts) {
            low = low.min(amount);
            high = high.max(amount);
        }
        return new Scale(low, high);
    }

    BigDecimal at(BigDecimal amount) {
        BigDecimal span = high.subtract(low);
        return span.signum() == 0
                ? BigDecimal.ZERO.setScale(2)
                : amount.subtract(low)
                        .multiply(HUNDRED)
                        .divide(span, MathContext.DECIMAL64)
                        .setScale(2, RoundingMode.HALF_UP);
    }

    BigDecimal zero() {
        return at(BigDecimal.ZERO);
    }

    /** Where a bar from one amount to another begins; the last sliver stays on the scale. */
    BigDecimal start(BigDecimal from, BigDecimal to) {
        return at(from.min(to)).min(HUNDRED.subtract(VISIBLE));
    }

    /** How wide it is, at least as much as can be seen. */
    BigDecimal width(BigDecimal from, BigDecimal to) {
        return at(from.max(to)).subtract(at(from.min(to))).max(VISIBLE);
    }
}

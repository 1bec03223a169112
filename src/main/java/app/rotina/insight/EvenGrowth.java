package app.rotina.insight;

import java.math.BigDecimal;
import java.math.MathContext;

/** Growth of a product, shared evenly by its factors. */
public final class EvenGrowth {
    private EvenGrowth() {}

    /** By what each of so many factors is multiplied so that their product is by the growth. */
    public static BigDecimal each(BigDecimal growth, int factors) {
        if (growth.signum() <= 0 || factors < 1) {
            throw new IllegalArgumentException(growth + " " + factors);
        }
        double root = Math.pow(growth.doubleValue(), 1.0 / factors);
        return BigDecimal.valueOf(root).round(MathContext.DECIMAL32);
    }
}

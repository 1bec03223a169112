package app.rotina.insight;

import app.rotina.insight.Change.Factor;
import java.math.BigDecimal;

/** A factor's two values. One that is missing on a side counts as unchanged from the other. */
record Step(BigDecimal before, BigDecimal after) {

    static Step of(Factor factor) {
        BigDecimal before =
                factor.before().known().or(factor.after()::known).orElse(BigDecimal.ZERO);
        return new Step(before, factor.after().known().orElse(before));
    }

    boolean isPositive() {
        return before.signum() > 0 && after.signum() > 0;
    }

    BigDecimal change() {
        return after.subtract(before);
    }
}

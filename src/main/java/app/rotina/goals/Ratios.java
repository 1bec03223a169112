package app.rotina.goals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Observed ratios of one kind of day to an ordinary one. */
record Ratios(List<BigDecimal> values) {
    private static final int PRIOR_COUNTS_AS = 4;
    private static final int ENOUGH_TO_SAY_NEVER = 4;
    private static final int TRIMMED_TENTH = 10;

    /** Their trimmed mean, drawn toward a prior as if that had been seen four times already. */
    BigDecimal shrunkToward(BigDecimal prior) {
        if (values.isEmpty()) {
            return prior;
        }
        BigDecimal count = BigDecimal.valueOf(values.size());
        BigDecimal weight = BigDecimal.valueOf(PRIOR_COUNTS_AS);
        return mean(trimmed())
                .multiply(count)
                .add(prior.multiply(weight))
                .divide(count.add(weight), MathContext.DECIMAL64);
    }

    boolean isNever() {
        return values.size() >= ENOUGH_TO_SAY_NEVER
                && values.stream().allMatch(value -> value.signum() <= 0);
    }

    private List<BigDecimal> trimmed() {
        int cut = values.size() / TRIMMED_TENTH;
        return values.stream().sorted().toList().subList(cut, values.size() - cut);
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
    }
}

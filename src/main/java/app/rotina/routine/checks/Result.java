package app.rotina.routine.checks;

import app.rotina.kernel.MetricValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a check stood in a period.
 *
 * @param day the first of the period
 * @param findings the costliest first
 * @param missing why nothing can be told, as a {@link MetricValue.Missing} says it; absence: it can
 */
public record Result(Check check, LocalDate day, List<Finding> findings, @Nullable String missing) {

    /** What a check comes to. */
    public enum Outcome {
        PASS,
        ATTENTION,
        FAIL,
        CANNOT_TELL
    }

    public Outcome outcome() {
        if (missing != null) {
            return Outcome.CANNOT_TELL;
        }
        if (findings.isEmpty()) {
            return Outcome.PASS;
        }
        return check.severity() == Check.Severity.FAIL ? Outcome.FAIL : Outcome.ATTENTION;
    }

    /** The money of one day that everything found costs. */
    public BigDecimal stake() {
        return findings.stream().map(Finding::stake).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

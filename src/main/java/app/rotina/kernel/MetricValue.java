package app.rotina.kernel;

import java.math.BigDecimal;
import java.util.Optional;

/** A metric's value, or the reason why there is none. Missing is never zero. */
public sealed interface MetricValue {

    /** A value that rests on rows; amounts keep 4 decimals, ratios 12. */
    record Known(BigDecimal value) implements MetricValue {}

    /** No value. The reason is a text key under {@code missing.}, such as {@code no_source}. */
    record Missing(String reason) implements MetricValue {}

    static MetricValue known(BigDecimal value) {
        return new Known(value);
    }

    static MetricValue missing(String reason) {
        return new Missing(reason);
    }

    default Optional<BigDecimal> known() {
        return this instanceof Known(BigDecimal value) ? Optional.of(value) : Optional.empty();
    }

    default Optional<String> missing() {
        return this instanceof Missing(String reason) ? Optional.of(reason) : Optional.empty();
    }
}

package app.rotina.insight;

import app.rotina.kernel.MetricValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The product of values of which some may be missing: zero wins over missing. */
final class Product {
    private Product() {}

    static MetricValue of(List<MetricValue> values) {
        BigDecimal product = BigDecimal.ONE;
        Optional<MetricValue> missing = Optional.empty();
        for (MetricValue value : values) {
            if (value instanceof MetricValue.Known(BigDecimal known)) {
                product = product.multiply(known);
            } else if (missing.isEmpty()) {
                missing = Optional.of(value);
            }
        }
        return product.signum() == 0
                ? MetricValue.known(BigDecimal.ZERO)
                : missing.orElse(MetricValue.known(product));
    }

    static BigDecimal multiply(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
    }
}

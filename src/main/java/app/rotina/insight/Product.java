package app.rotina.insight;

import app.rotina.kernel.MetricValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The product of values of which some may be missing: zero wins over missing. */
final class Product {
    private Product() {}

    static MetricValue of(List<MetricValue> values) {
        List<BigDecimal> known =
                values.stream().map(MetricValue::known).flatMap(Optional::stream).toList();
        if (known.stream().anyMatch(value -> value.signum() == 0)) {
            return MetricValue.known(BigDecimal.ZERO);
        }
        return values.stream()
                .filter(MetricValue.Missing.class::isInstance)
                .findFirst()
                .orElseGet(() -> MetricValue.known(multiply(known)));
    }

    static BigDecimal multiply(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
    }
}

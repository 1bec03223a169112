package app.rotina.insight;

import app.rotina.kernel.MetricValue;
import java.math.BigDecimal;
import java.util.List;

/** One summand of a figure, before and after: a product of factors, or a plain amount. */
public sealed interface Change {

    /** What the summand was; missing where it cannot be computed. */
    MetricValue before();

    /** What the summand became; missing where it cannot be computed. */
    MetricValue after();

    /** Whether both sides are known, so that the summand can be taken apart. */
    default boolean isKnown() {
        return before().known().isPresent() && after().known().isPresent();
    }

    /**
     * A product, such as sessions × conversion × ticket of the channels whose traffic is known. A
     * factor may be missing on a side where another one is zero: what the ticket was of no orders
     * does not matter.
     */
    record Term(List<Factor> factors) implements Change {
        public Term {
            if (factors.isEmpty()) {
                throw new IllegalArgumentException("a product needs a factor");
            }
            factors = List.copyOf(factors);
        }

        public static Term of(Factor... factors) {
            return new Term(List.of(factors));
        }

        @Override
        public MetricValue before() {
            return Product.of(factors.stream().map(Factor::before).toList());
        }

        @Override
        public MetricValue after() {
            return Product.of(factors.stream().map(Factor::after).toList());
        }
    }

    /**
     * An amount that is added beside the products, such as refunds (negative) or late approvals.
     */
    record Additive(String metric, MetricValue before, MetricValue after) implements Change {
        public static Additive of(String metric, BigDecimal before, BigDecimal after) {
            return new Additive(metric, MetricValue.known(before), MetricValue.known(after));
        }
    }

    /** One factor of a product. The same metric in several products is reported as one part. */
    record Factor(String metric, MetricValue before, MetricValue after) {
        public static Factor of(String metric, BigDecimal before, BigDecimal after) {
            return new Factor(metric, MetricValue.known(before), MetricValue.known(after));
        }
    }
}

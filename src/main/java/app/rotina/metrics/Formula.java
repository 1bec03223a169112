package app.rotina.metrics;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.MetricValue.Known;
import app.rotina.kernel.MetricValue.Missing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A calculation over metrics: {@code + - /} and names. A name with {@code ?} is optional: where it
 * is missing the rest of the sum still stands; {@code ?no_source} forgives that reason only. A
 * missing part makes the whole missing, and nothing divided by zero has a value.
 */
public sealed interface Formula {
    int RATIO_SCALE = 12;

    /**
     * Another metric by its id.
     *
     * @param reason the only reason for which an optional one may be missing; absence: any
     */
    record Name(String metric, boolean optional, @Nullable String reason) implements Formula {
        boolean mayLack(MetricValue value) {
            return optional
                    && value.missing()
                            .filter(why -> reason == null || reason.equals(why))
                            .isPresent();
        }
    }

    /** {@code left + right}, or {@code left - right}. */
    record Sum(Formula left, Formula right, boolean minus) implements Formula {}

    /** {@code numerator / denominator}. */
    record Ratio(Formula numerator, Formula denominator) implements Formula {}

    static Formula parse(String text) {
        return new FormulaParser(text).formula();
    }

    default Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        collect(names);
        return names;
    }

    private void collect(Set<String> names) {
        switch (this) {
            case Name name -> names.add(name.metric());
            case Sum sum -> {
                sum.left().collect(names);
                sum.right().collect(names);
            }
            case Ratio ratio -> {
                ratio.numerator().collect(names);
                ratio.denominator().collect(names);
            }
        }
    }

    default MetricValue value(Function<String, MetricValue> metrics) {
        return switch (this) {
            case Name name -> metrics.apply(name.metric());
            case Sum sum -> sum(sum, metrics);
            case Ratio ratio -> ratio(ratio, metrics);
        };
    }

    private static MetricValue sum(Sum sum, Function<String, MetricValue> metrics) {
        MetricValue left = sum.left().value(metrics);
        MetricValue right = sum.right().value(metrics);
        if (mayLack(sum.right(), right) && left instanceof Known) {
            return left;
        }
        if (mayLack(sum.left(), left) && right instanceof Known(BigDecimal value)) {
            return MetricValue.known(sum.minus() ? value.negate() : value);
        }
        if (left instanceof Known(BigDecimal a) && right instanceof Known(BigDecimal b)) {
            return MetricValue.known(sum.minus() ? a.subtract(b) : a.add(b));
        }
        return left instanceof Missing ? left : right;
    }

    private static boolean mayLack(Formula formula, MetricValue value) {
        return formula instanceof Name name && name.mayLack(value);
    }

    private static MetricValue ratio(Ratio ratio, Function<String, MetricValue> metrics) {
        MetricValue top = ratio.numerator().value(metrics);
        MetricValue bottom = ratio.denominator().value(metrics);
        if (!(top instanceof Known(BigDecimal a))) {
            return top;
        }
        if (!(bottom instanceof Known(BigDecimal b))) {
            return bottom;
        }
        return b.signum() == 0
                ? MetricValue.missing("nothing_to_divide_by")
                : MetricValue.known(a.divide(b, RATIO_SCALE, RoundingMode.HALF_UP));
    }

    /** The parts of a plain sum with their sign; a ratio has its numerator's. */
    default Map<String, Integer> signs() {
        Map<String, Integer> signs = new LinkedHashMap<>();
        signs(1, signs);
        return signs;
    }

    private void signs(int sign, Map<String, Integer> into) {
        switch (this) {
            case Name name -> into.merge(name.metric(), sign, Integer::sum);
            case Sum sum -> {
                sum.left().signs(sign, into);
                sum.right().signs(sum.minus() ? -sign : sign, into);
            }
            case Ratio ratio -> ratio.numerator().signs(sign, into);
        }
    }

    /** True where a figure is divided by another. */
    default boolean divides() {
        return switch (this) {
            case Name any -> false;
            case Sum sum -> sum.left().divides() || sum.right().divides();
            case Ratio any -> true;
        };
    }
}

package app.rotina.insight;

import app.rotina.kernel.Apportion;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The gap of a day over the values of one dimension, in minor units: largest part first, then
 * {@code (other)}, then {@code (remainder)}; they sum to the gap exactly. Each value's target is
 * the day's, spread by its share of its history (the same four weekdays); a value without history
 * has the target zero.
 */
public record DimensionSplit(BigDecimal gap, List<Part> parts) {
    public static final String NOT_SET = "(not set)";
    public static final String OTHER = "(other)";

    /**
     * What no value holds: a target without any history to spread it by, rows counted elsewhere.
     */
    public static final String REMAINDER = "(remainder)";

    private static final BigDecimal ZERO = BigDecimal.ZERO;
    private static final Comparator<Part> LARGEST_FIRST =
            Comparator.comparing((Part part) -> part.amount.abs())
                    .reversed()
                    .thenComparing(Part::value);

    /**
     * One value of the dimension; a value of null is reported as {@code (not set)}.
     *
     * @param history the sum of its four same weekdays, zero where it had none
     */
    public record Slice(@Nullable String value, BigDecimal actual, BigDecimal history) {}

    /** The day as a whole, and the decimals of its minor unit. */
    public record Day(BigDecimal actual, BigDecimal target, int decimals) {
        BigDecimal gap() {
            return actual.subtract(target).setScale(decimals, RoundingMode.HALF_UP);
        }
    }

    /** One value's actual and target as they are, and its part of the gap in minor units. */
    public record Part(String value, BigDecimal actual, BigDecimal target, BigDecimal amount) {
        static Part of(String value, BigDecimal actual, BigDecimal target) {
            return new Part(value, actual, target, actual.subtract(target));
        }

        Part plus(Part other) {
            return of(value, actual.add(other.actual), target.add(other.target));
        }
    }

    /** The {@code top} values with the largest parts by size, and what is left. */
    public static DimensionSplit of(List<Slice> slices, Day day, int top) {
        List<Part> parts = ranked(spread(merged(slices), day), top);
        Part named = parts.stream().reduce(Part.of(REMAINDER, ZERO, ZERO), Part::plus);
        Part remainder =
                Part.of(
                        REMAINDER,
                        day.actual.subtract(named.actual),
                        day.target.subtract(named.target));
        List<Part> all = new ArrayList<>(parts);
        if (remainder.amount.setScale(day.decimals, RoundingMode.HALF_UP).signum() != 0) {
            all.add(remainder);
        }
        return new DimensionSplit(day.gap(), rounded(all, day));
    }

    private static List<Slice> merged(List<Slice> slices) {
        Map<String, Slice> byValue = new TreeMap<>();
        for (Slice slice : slices) {
            String value = slice.value == null ? NOT_SET : slice.value;
            byValue.merge(
                    value, new Slice(value, slice.actual, slice.history), DimensionSplit::add);
        }
        return List.copyOf(byValue.values());
    }

    private static Slice add(Slice one, Slice other) {
        return new Slice(one.value, one.actual.add(other.actual), one.history.add(other.history));
    }

    private static List<Part> spread(List<Slice> slices, Day day) {
        BigDecimal history = slices.stream().map(Slice::history).reduce(ZERO, BigDecimal::add);
        List<Part> parts = new ArrayList<>();
        for (Slice slice : slices) {
            // a history of nothing, or of more returns than sales, says nothing about shares
            BigDecimal target =
                    history.signum() <= 0
                            ? ZERO
                            : day.target
                                    .multiply(slice.history)
                                    .divide(history, MathContext.DECIMAL128);
            parts.add(Part.of(name(slice), slice.actual, target));
        }
        return parts;
    }

    private static String name(Slice slice) {
        return slice.value == null ? NOT_SET : slice.value;
    }

    private static List<Part> ranked(List<Part> parts, int top) {
        List<Part> named =
                parts.stream()
                        .filter(part -> !part.value.equals(OTHER))
                        .sorted(LARGEST_FIRST)
                        .toList();
        List<Part> rest = new ArrayList<>(named.subList(Math.min(top, named.size()), named.size()));
        parts.stream().filter(part -> part.value.equals(OTHER)).forEach(rest::add);
        List<Part> ranked = new ArrayList<>(named.subList(0, Math.min(top, named.size())));
        rest.stream()
                .reduce(Part::plus)
                .map(sum -> Part.of(OTHER, sum.actual, sum.target))
                .ifPresent(ranked::add);
        return ranked;
    }

    private static List<Part> rounded(List<Part> parts, Day day) {
        List<BigDecimal> amounts =
                Apportion.round(parts.stream().map(Part::amount).toList(), day.gap(), day.decimals);
        List<Part> rounded = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            rounded.add(new Part(part.value, part.actual, part.target, amounts.get(i)));
        }
        return List.copyOf(rounded);
    }
}

package app.rotina.insight.causes;

import app.rotina.insight.MixRate.Ratio;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The finest table of a figure: one row per leaf element, that is per combination of a value in
 * every dimension, with what it was and what it was forecast to be, in the figure's own unit. A
 * combination without a row had neither. The terms are those of Adtributor (Bhagwan et al., NSDI
 * 2014) and of Squeeze (Li et al., ISSRE 2019).
 */
public final class Leaves {
    private static final int MOST_DIMENSIONS = 16;

    private final List<Dimension> dimensions;
    private final int[][] codes; // by dimension and leaf
    private final double[] actual;
    private final double[] forecast;
    private final double unit; // what one piece is worth; 0 where they differ

    /**
     * One dimension.
     *
     * @param values each at its code
     * @param code of a leaf
     */
    public record Dimension(String name, List<String> values, IntUnaryOperator code) {
        /** Of the values of leaves, the codes in the order of their names. */
        private static Dimension of(String name, List<String> ofLeaves) {
            List<String> values = ofLeaves.stream().distinct().sorted().toList();
            Map<String, Integer> code = new HashMap<>();
            values.forEach(value -> code.put(value, code.size()));
            int[] codes = ofLeaves.stream().mapToInt(each -> code.getOrDefault(each, 0)).toArray();
            return new Dimension(name, values, leaf -> codes[leaf]);
        }
    }

    /** One leaf of an additive figure, such as revenue; values in the order of the dimensions. */
    public record Leaf(List<String> values, double actual, double forecast) {
        public static Leaf of(List<String> values, BigDecimal actual, BigDecimal forecast) {
            return new Leaf(values, actual.doubleValue(), forecast.doubleValue());
        }
    }

    /**
     * One leaf of a ratio, such as conversion: orders (numerator) of sessions (denominator), as
     * they were and as they were forecast.
     */
    public record RatioLeaf(
            List<String> values,
            double numerator,
            double denominator,
            double forecastNumerator,
            double forecastDenominator) {
        private double forecast(double whole) {
            return denominator * rate(forecastNumerator, forecastDenominator, whole);
        }

        public static RatioLeaf of(List<String> values, Ratio actual, Ratio forecast) {
            return new RatioLeaf(
                    values,
                    actual.numerator().doubleValue(),
                    actual.denominator().doubleValue(),
                    forecast.numerator().doubleValue(),
                    forecast.denominator().doubleValue());
        }
    }

    private Leaves(Leaves same, double[] forecast, double unit) {
        this.dimensions = same.dimensions;
        this.codes = same.codes;
        this.actual = same.actual;
        this.forecast = forecast;
        this.unit = unit;
    }

    private Leaves(List<Dimension> dimensions, int size) {
        if (dimensions.isEmpty() || dimensions.size() > MOST_DIMENSIONS) {
            throw new IllegalArgumentException(dimensions.size() + " dimensions");
        }
        this.dimensions = List.copyOf(dimensions);
        this.codes =
                dimensions.stream()
                        .map(each -> IntStream.range(0, size).map(each.code).toArray())
                        .toArray(int[][]::new);
        this.actual = new double[size];
        this.forecast = new double[size];
        this.unit = 0;
    }

    /** The leaves of an additive figure, by their number. */
    public static Leaves of(
            List<Dimension> dimensions,
            int size,
            IntToDoubleFunction actual,
            IntToDoubleFunction forecast) {
        Leaves leaves = new Leaves(dimensions, size);
        for (int leaf = 0; leaf < size; leaf++) {
            leaves.set(leaf, actual.applyAsDouble(leaf), forecast.applyAsDouble(leaf));
        }
        return leaves;
    }

    /** The same with forecasts that share out what all of it was to come to, as they do theirs. */
    public Leaves expecting(BigDecimal whole) {
        double scale = whole.doubleValue() / Arrays.stream(forecast).sum();
        Leaves shared = new Leaves(this, new double[size()], unit);
        for (int leaf = 0; leaf < size(); leaf++) {
            shared.set(leaf, actual[leaf], forecast[leaf] * scale);
        }
        return shared;
    }

    /** The leaves of an additive figure. */
    public static Leaves of(List<String> dimensions, List<Leaf> rows) {
        return of(
                dimensions(dimensions, rows.stream().map(Leaf::values).toList()),
                rows.size(),
                leaf -> rows.get(leaf).actual,
                leaf -> rows.get(leaf).forecast);
    }

    /**
     * The leaves of a ratio, in units of its numerator: what was forecast is the forecast rate of
     * the denominator that came, so that a change of the mix is nobody's fault. A leaf without a
     * forecast denominator is held to the rate of the whole.
     */
    public static Leaves ofRatio(List<String> dimensions, List<RatioLeaf> rows) {
        double whole =
                rate(
                        rows.stream().mapToDouble(RatioLeaf::forecastNumerator).sum(),
                        rows.stream().mapToDouble(RatioLeaf::forecastDenominator).sum(),
                        0);
        return of(
                dimensions(dimensions, rows.stream().map(RatioLeaf::values).toList()),
                rows.size(),
                leaf -> rows.get(leaf).numerator,
                leaf -> rows.get(leaf).forecast(whole));
    }

    private static List<Dimension> dimensions(List<String> names, List<List<String>> rows) {
        return IntStream.range(0, names.size())
                .mapToObj(d ->
                        Dimension.of(names.get(d), rows.stream().map(row -> row.get(d)).toList()))
                .toList();
    }

    private static double rate(double numerator, double denominator, double otherwise) {
        return denominator > 0 ? numerator / denominator : otherwise;
    }

    private void set(int leaf, double real, double expected) {
        if (!Double.isFinite(real) || !Double.isFinite(expected)) {
            throw new IllegalArgumentException("leaf " + leaf + ": " + real + " of " + expected);
        }
        actual[leaf] = real;
        forecast[leaf] = expected;
    }

    /**
     * The same of a figure that comes in pieces of like worth, such as orders: what counting alone
     * does is known then, even of few leaves.
     *
     * @param worth of a piece, in the figure's unit; more where the forecast was counted as well,
     *     1.25 times where it is the mean of four days
     */
    public Leaves counted(BigDecimal worth) {
        return new Leaves(this, forecast, worth.doubleValue());
    }

    double unit() {
        return unit;
    }

    /** How many leaves there are. */
    public int size() {
        return actual.length;
    }

    boolean hasForecast() {
        for (double amount : forecast) {
            if (amount > 0) {
                return true;
            }
        }
        return false;
    }

    int dimensions() {
        return dimensions.size();
    }

    String dimension(int dimension) {
        return dimensions.get(dimension).name;
    }

    int cardinality(int dimension) {
        return dimensions.get(dimension).values.size();
    }

    int code(int dimension, int leaf) {
        return codes[dimension][leaf];
    }

    String value(int dimension, int leaf) {
        return dimensions.get(dimension).values.get(code(dimension, leaf));
    }

    double actual(int leaf) {
        return actual[leaf];
    }

    double forecast(int leaf) {
        return forecast[leaf];
    }
}

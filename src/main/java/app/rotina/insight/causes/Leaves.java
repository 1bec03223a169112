package app.rotina.insight.causes;

import app.rotina.insight.MixRate.Ratio;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The finest table of a figure: one row per leaf element, that is per combination of a value in
 * every dimension, with what it was and what it was forecast to be, in the figure's own unit. A
 * combination without a row had neither. The terms are those of Adtributor (Bhagwan et al., NSDI
 * 2014) and of Squeeze (Li et al., ISSRE 2019).
 */
public final class Leaves {
    private static final int MOST_DIMENSIONS = 16;

    private final List<String> dimensions;
    private final String[][] names; // by dimension and code, in the order of the names
    private final int[][] codes; // by dimension and leaf
    private final double[] actual;
    private final double[] forecast;
    private final double unit; // what one piece is worth; 0 where they differ

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
        public static RatioLeaf of(List<String> values, Ratio actual, Ratio forecast) {
            return new RatioLeaf(
                    values,
                    actual.numerator().doubleValue(),
                    actual.denominator().doubleValue(),
                    forecast.numerator().doubleValue(),
                    forecast.denominator().doubleValue());
        }
    }

    private Leaves(Leaves same, double unit) {
        this.dimensions = same.dimensions;
        this.names = same.names;
        this.codes = same.codes;
        this.actual = same.actual;
        this.forecast = same.forecast;
        this.unit = unit;
    }

    private Leaves(List<String> dimensions, List<List<String>> rows) {
        if (dimensions.isEmpty() || dimensions.size() > MOST_DIMENSIONS) {
            throw new IllegalArgumentException(dimensions.size() + " dimensions");
        }
        this.dimensions = List.copyOf(dimensions);
        this.names = new String[dimensions.size()][];
        this.codes = new int[dimensions.size()][rows.size()];
        this.actual = new double[rows.size()];
        this.forecast = new double[rows.size()];
        this.unit = 0;
        for (int d = 0; d < names.length; d++) {
            encode(d, rows);
        }
    }

    /** The leaves of an additive figure. */
    public static Leaves of(List<String> dimensions, List<Leaf> rows) {
        Leaves leaves = new Leaves(dimensions, rows.stream().map(Leaf::values).toList());
        for (int i = 0; i < rows.size(); i++) {
            leaves.set(i, rows.get(i).actual, rows.get(i).forecast);
        }
        return leaves;
    }

    /**
     * The leaves of a ratio, in units of its numerator: what was forecast is the forecast rate of
     * the denominator that came, so that a change of the mix is nobody's fault. A leaf without a
     * forecast denominator is held to the rate of the whole.
     */
    public static Leaves ofRatio(List<String> dimensions, List<RatioLeaf> rows) {
        Leaves leaves = new Leaves(dimensions, rows.stream().map(RatioLeaf::values).toList());
        double whole =
                rate(
                        rows.stream().mapToDouble(RatioLeaf::forecastNumerator).sum(),
                        rows.stream().mapToDouble(RatioLeaf::forecastDenominator).sum(),
                        0);
        for (int i = 0; i < rows.size(); i++) {
            RatioLeaf row = rows.get(i);
            double rate = rate(row.forecastNumerator, row.forecastDenominator, whole);
            leaves.set(i, row.numerator, row.denominator * rate);
        }
        return leaves;
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

    private void encode(int dimension, List<List<String>> rows) {
        Set<String> seen = new HashSet<>();
        rows.forEach(row -> seen.add(row.get(dimension)));
        names[dimension] = seen.stream().sorted().toArray(String[]::new);
        Map<String, Integer> code = new HashMap<>();
        for (String name : names[dimension]) {
            code.put(name, code.size());
        }
        for (int i = 0; i < rows.size(); i++) {
            codes[dimension][i] = code.getOrDefault(rows.get(i).get(dimension), 0);
        }
    }

    /**
     * The same of a figure that comes in pieces of like worth, such as orders: what counting alone
     * does is known then, even of few leaves.
     *
     * @param worth of a piece, in the figure's unit; more where the forecast was counted as well,
     *     1.25 times where it is the mean of four days
     */
    public Leaves counted(BigDecimal worth) {
        return new Leaves(this, worth.doubleValue());
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
        return names.length;
    }

    String dimension(int dimension) {
        return dimensions.get(dimension);
    }

    int cardinality(int dimension) {
        return names[dimension].length;
    }

    int code(int dimension, int leaf) {
        return codes[dimension][leaf];
    }

    String value(int dimension, int leaf) {
        return names[dimension][codes[dimension][leaf]];
    }

    double actual(int leaf) {
        return actual[leaf];
    }

    double forecast(int leaf) {
        return forecast[leaf];
    }
}

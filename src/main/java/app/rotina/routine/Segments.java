package app.rotina.routine;

import app.rotina.warehouse.Combinations;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A figure by every combination of some dimensions' values, as it was and as it usually is. */
record Segments(List<String> dimensions, Map<List<String>, Both> cells) {

    private static final BigDecimal MOST = new BigDecimal(".9");

    /**
     * One combination's figure on the days that are explained, and by comparable days.
     *
     * @param squares the weighted squares of the comparable days, which tell how they scatter
     */
    record Both(BigDecimal actual, BigDecimal usual, BigDecimal squares) {
        static final Both NONE = new Both(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        private static Both of(Combinations.Sums sums) {
            return new Both(
                    BigDecimal.valueOf(sums.actual()),
                    BigDecimal.valueOf(sums.usual()),
                    BigDecimal.valueOf(sums.squares()));
        }

        Both plus(Both other) {
            return new Both(
                    actual.add(other.actual), usual.add(other.usual), squares.add(other.squares));
        }

        /** The variance of the comparable days, taken together as often as days are explained. */
        private BigDecimal variance(BigDecimal days) {
            return squares.subtract(usual.multiply(usual).divide(days, MathContext.DECIMAL64));
        }

        Both times(BigDecimal factor) {
            return new Both(
                    actual.multiply(factor, MathContext.DECIMAL64),
                    usual.multiply(factor, MathContext.DECIMAL64),
                    squares.multiply(factor.multiply(factor), MathContext.DECIMAL64));
        }

        private boolean isSome() {
            return actual.signum() != 0 || usual.signum() != 0;
        }

        private BigDecimal size() {
            return actual.abs().add(usual.abs());
        }
    }

    static Segments of(Combinations combinations) {
        Map<List<String>, Both> cells = new HashMap<>();
        combinations.cells().forEach((values, sums) -> cells.put(values, Both.of(sums)));
        return new Segments(combinations.dimensions(), cells);
    }

    private void add(List<String> values, Both both) {
        if (both.isSome()) {
            cells.merge(values, both, Both::plus);
        }
    }

    Both at(List<String> values) {
        return cells.getOrDefault(values, Both.NONE);
    }

    Both total() {
        return cells.values().stream().reduce(Both.NONE, Both::plus);
    }

    /**
     * What a piece of the figure is worth to chance: the variance of its combinations over their
     * mean, by how comparable days scatter; 0: there are too few of them.
     */
    BigDecimal piece(Comparison days) {
        BigDecimal freedom = BigDecimal.TWO.subtract(days.noise());
        BigDecimal usual = total().usual();
        if (freedom.signum() <= 0 || usual.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal explained = BigDecimal.valueOf(days.days().size());
        return cells.values().stream()
                .map(both -> both.variance(explained))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(days.noise())
                .divide(freedom.multiply(usual), MathContext.DECIMAL64);
    }

    /** The largest that a combination usually is. */
    BigDecimal largest() {
        return cells.values().stream().map(Both::usual).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    Segments plus(Segments other) {
        Segments sum = new Segments(dimensions, new HashMap<>(cells));
        other.cells.forEach(sum::add);
        return sum;
    }

    Segments times(BigDecimal factor) {
        Segments other = new Segments(dimensions, new HashMap<>());
        cells.forEach((values, both) -> other.add(values, both.times(factor)));
        return other;
    }

    /** Only the combinations of which the other figure is known. */
    Segments where(Segments other) {
        Segments some = new Segments(dimensions, new HashMap<>(cells));
        some.cells.keySet().retainAll(other.cells.keySet());
        return some;
    }

    /** The same over some of the dimensions. */
    Segments by(List<String> some) {
        if (some.equals(dimensions)) {
            return this;
        }
        List<Integer> at = some.stream().map(dimensions::indexOf).toList();
        return over(some, values -> at.stream().map(values::get).toList());
    }

    /** The same with other values. */
    Segments over(List<String> names, Function<List<String>, List<String>> named) {
        Segments other = new Segments(names, new HashMap<>());
        cells.forEach((values, both) -> other.add(named.apply(values), both));
        return other;
    }

    /** The dimensions that tell anything, because they have at least two values. */
    List<String> telling() {
        List<String> telling = new ArrayList<>();
        for (String dimension : dimensions) {
            int at = dimensions.indexOf(dimension);
            if (cells.keySet().stream().map(each -> each.get(at)).distinct().limit(2).count() > 1) {
                telling.add(dimension);
            }
        }
        return telling;
    }

    Set<String> values(String dimension) {
        int at = dimensions.indexOf(dimension);
        Set<String> values = new HashSet<>();
        cells.keySet().forEach(each -> values.add(each.get(at)));
        return values;
    }

    /** Whether at least nine tenths have a value of the dimension that the other one has, too. */
    boolean shares(String dimension, Segments other) {
        int at = dimensions.indexOf(dimension);
        Set<String> known = other.values(dimension);
        BigDecimal shared = BigDecimal.ZERO;
        BigDecimal all = BigDecimal.ZERO;
        for (Map.Entry<List<String>, Both> cell : cells.entrySet()) {
            BigDecimal size = cell.getValue().size();
            all = all.add(size);
            shared = known.contains(cell.getKey().get(at)) ? shared.add(size) : shared;
        }
        return shared.compareTo(all.multiply(MOST)) >= 0;
    }
}

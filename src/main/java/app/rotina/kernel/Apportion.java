package app.rotina.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds parts so that they still sum to their whole: every part is floored, then the units left
 * over go to the largest remainders, the earlier part first among equals (the method of Hamilton).
 */
public final class Apportion {
    private Apportion() {}

    /**
     * The parts at the given number of decimals, summing exactly to the whole at those decimals.
     */
    public static List<BigDecimal> round(List<BigDecimal> parts, BigDecimal whole, int decimals) {
        if (parts.isEmpty()) {
            return List.of();
        }
        BigDecimal target = whole.setScale(decimals, RoundingMode.HALF_UP);
        List<BigDecimal> floors = new ArrayList<>();
        for (BigDecimal part : parts) {
            floors.add(part.setScale(decimals, RoundingMode.FLOOR));
        }
        BigDecimal sum = floors.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        handOut(parts, floors, target.subtract(sum).unscaledValue().intValueExact(), decimals);
        return List.copyOf(floors);
    }

    /** The whole spread in proportion to weights that are not negative; equally if all are zero. */
    public static List<BigDecimal> spread(
            BigDecimal whole, List<BigDecimal> weights, int decimals) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() == 0) {
            return spread(whole, weights.stream().map(zero -> BigDecimal.ONE).toList(), decimals);
        }
        List<BigDecimal> exact =
                weights.stream()
                        .map(w ->
                                whole.multiply(w).divide(sum, decimals + 12, RoundingMode.HALF_UP))
                        .toList();
        return round(exact, whole, decimals);
    }

    private static void handOut(
            List<BigDecimal> parts, List<BigDecimal> floors, int units, int decimals) {
        if (units == 0) {
            return;
        }
        List<BigDecimal> remainders =
                IntStream.range(0, parts.size())
                        .mapToObj(i -> parts.get(i).subtract(floors.get(i)))
                        .toList();
        Comparator<Integer> byRemainder = Comparator.comparing(remainders::get);
        List<Integer> order =
                IntStream.range(0, parts.size()).boxed().sorted(byRemainder.reversed()).toList();
        BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
        for (int left = Math.abs(units), i = 0; left > 0; left--, i++) {
            int index = order.get(i % order.size());
            BigDecimal step = units > 0 ? unit : unit.negate();
            floors.set(index, floors.get(index).add(step));
        }
    }
}

package app.rotina.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

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
        return round(parts, whole, decimals, Comparator.naturalOrder());
    }

    /** The same, with an order of the parts' numbers to hand out among equals by. */
    public static List<BigDecimal> round(
            List<BigDecimal> parts, BigDecimal whole, int decimals, Comparator<Integer> equals) {
        if (parts.isEmpty()) {
            return List.of();
        }
        BigDecimal target = whole.setScale(decimals, RoundingMode.HALF_UP);
        List<BigDecimal> floors = new ArrayList<>();
        for (BigDecimal part : parts) {
            floors.add(part.setScale(decimals, RoundingMode.FLOOR));
        }
        BigDecimal open = target.subtract(floors.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        int units = open.unscaledValue().intValueExact();
        if (units != 0) {
            handOut(units, order(parts, floors, equals), floors);
        }
        return List.copyOf(floors);
    }

    /** The largest remainder first. */
    private static Integer[] order(
            List<BigDecimal> parts, List<BigDecimal> floors, Comparator<Integer> equals) {
        BigDecimal[] remainders = new BigDecimal[parts.size()];
        Integer[] order = new Integer[parts.size()];
        for (int i = 0; i < order.length; i++) {
            remainders[i] = parts.get(i).subtract(floors.get(i));
            order[i] = i;
        }
        Arrays.sort(
                order,
                (a, b) -> {
                    int larger = remainders[b].compareTo(remainders[a]);
                    return larger == 0 ? equals.compare(a, b) : larger;
                });
        return order;
    }

    private static void handOut(int units, Integer[] order, List<BigDecimal> floors) {
        BigDecimal unit = BigDecimal.valueOf(Integer.signum(units), floors.getFirst().scale());
        for (int i = 0; i < Math.abs(units); i++) {
            int part = order[i % order.length];
            floors.set(part, floors.get(part).add(unit));
        }
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
}

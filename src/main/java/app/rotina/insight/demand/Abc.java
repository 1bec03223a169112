package app.rotina.insight.demand;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A product's place among all by its revenue of a window (Dickie, Factory Management and
 * Maintenance 109, 1951): those that bring the first 80 % are A, the next 15 % B, all others C.
 */
public enum Abc {
    A,
    B,
    C;

    /**
     * The class of each product; without any revenue all are C, and equal revenue keeps its order.
     */
    public static Abc[] of(double[] revenue) {
        double all = Arrays.stream(revenue).map(each -> Math.max(each, 0)).sum();
        Abc[] classes = new Abc[revenue.length];
        double before = 0;
        for (int product : byRevenue(revenue)) {
            classes[product] = before < .8 * all ? A : before < .95 * all ? B : C;
            before += Math.max(revenue[product], 0);
        }
        return classes;
    }

    /** The same of amounts, in their order. */
    public static List<Abc> of(List<BigDecimal> revenue) {
        return List.of(of(revenue.stream().mapToDouble(BigDecimal::doubleValue).toArray()));
    }

    private static int[] byRevenue(double[] revenue) {
        return IntStream.range(0, revenue.length)
                .boxed()
                .sorted(Comparator.comparingDouble(product -> -revenue[product]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}

package app.rotina.insight.demand;

import java.util.Arrays;
import org.hipparchus.stat.StatUtils;

/**
 * The weeks since a product's first sale in which it was in stock for half of the time or more: the
 * demand of the whole week each stands for.
 */
final class Observed {
    private static final double MIN_STOCK = .5;
    private static final double HUGE = 5;
    private static final int AROUND = 12;
    private static final int MIN_AROUND = 5;

    private final int[] weeks;
    private final double[] demand;
    private final double[] capped;
    private final boolean offeredLast;

    private Observed(int[] weeks, double[] demand, boolean offeredLast) {
        this.weeks = weeks;
        this.demand = demand;
        this.capped = capped(demand);
        this.offeredLast = offeredLast;
    }

    static Observed of(ProductWeeks product) {
        int[] weeks = new int[product.size()];
        double[] demand = new double[product.size()];
        int count = 0;
        boolean offered = false;
        for (int week = 0; week < product.size(); week++) {
            if (product.inStock(week) >= MIN_STOCK && (count > 0 || product.units(week) > 0)) {
                weeks[count] = week;
                demand[count++] = Math.max(0, product.units(week)) / product.inStock(week);
            }
            offered = product.inStock(week) >= 0 ? product.inStock(week) >= MIN_STOCK : offered;
        }
        return new Observed(Arrays.copyOf(weeks, count), Arrays.copyOf(demand, count), offered);
    }

    /** A week's demand; NaN where the product was not in stock. */
    static double asked(ProductWeeks product, int week) {
        double share = product.inStock(week);
        return share >= MIN_STOCK ? Math.max(0, product.units(week)) / share : Double.NaN;
    }

    private static double[] capped(double[] demand) {
        double[] capped = demand.clone();
        for (int i = 0; i < demand.length; i++) {
            capped[i] = cap(demand, i);
        }
        return capped;
    }

    private static double cap(double[] demand, int at) {
        int from = Math.max(0, at - AROUND);
        int to = Math.min(demand.length, at + AROUND + 1);
        int sold = 0;
        int far = 0;
        for (int i = from; i < to; i++) {
            sold += demand[i] > 0 ? 1 : 0;
            far += demand[i] > 0 && demand[i] * HUGE < demand[at] ? 1 : 0;
        }
        if (sold < MIN_AROUND || 2 * far < sold) {
            return demand[at];
        }
        double[] around = Arrays.stream(demand, from, to).filter(units -> units > 0).toArray();
        return Math.min(demand[at], HUGE * StatUtils.percentile(around, 50));
    }

    int size() {
        return weeks.length;
    }

    int week(int i) {
        return weeks[i];
    }

    double[] demand() {
        return demand;
    }

    /**
     * Weeks of a single huge order, over five times the usual of the weeks around, brought to that.
     */
    double[] capped() {
        return capped;
    }

    boolean offeredLast() {
        return offeredLast;
    }
}

package app.rotina.insight.demand;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * Units sold of one product by week, oldest first, and the share of each week's open days on which
 * it was in stock. Products that are forecast together have the same weeks.
 */
public final class ProductWeeks {
    /**
     * Of a week in which the shop was closed, or whose stock is not known though other weeks' is.
     */
    public static final double UNKNOWN = Double.NaN;

    private final double[] units;
    private final double[] inStock;
    private final boolean stockKnown;

    private ProductWeeks(double[] units, double[] inStock, boolean stockKnown) {
        if (units.length != inStock.length) {
            throw new IllegalArgumentException(units.length + " and " + inStock.length + " weeks");
        }
        this.units = units.clone();
        this.inStock = inStock.clone();
        this.stockKnown = stockKnown;
    }

    /** With the truth of stock: 1 is a whole week in stock, 0 none of it, or {@link #UNKNOWN}. */
    public static ProductWeeks withStock(double[] units, double[] inStock) {
        return new ProductWeeks(units, inStock, true);
    }

    /**
     * Without it: a run of weeks without a sale that is as good as impossible for a product that
     * sells as often as this one (under 1 %) is read as sold out.
     */
    public static ProductWeeks withoutStock(double[] units, boolean[] open) {
        double[] inStock = new double[open.length];
        for (int week = 0; week < open.length; week++) {
            inStock[week] = open[week] ? 1 : UNKNOWN;
        }
        return withoutStock(units, inStock);
    }

    /** The same of counted units, where the shop was open in every week. */
    public static ProductWeeks withoutStock(List<BigDecimal> units) {
        boolean[] open = new boolean[units.size()];
        Arrays.fill(open, true);
        return withoutStock(units.stream().mapToDouble(BigDecimal::doubleValue).toArray(), open);
    }

    private static ProductWeeks withoutStock(double[] units, double[] open) {
        ProductWeeks product = new ProductWeeks(units, open, false);
        new SoldOut(product.units, product.inStock).mark();
        return product;
    }

    /** What was known after the first weeks. */
    ProductWeeks first(int weeks) {
        double[] before = Arrays.copyOf(units, weeks);
        double[] stock = Arrays.copyOf(inStock, weeks);
        if (stockKnown) {
            return withStock(before, stock);
        }
        return withoutStock(
                before, Arrays.stream(stock).map(each -> each >= 0 ? 1 : UNKNOWN).toArray());
    }

    int size() {
        return units.length;
    }

    double units(int week) {
        return units[week];
    }

    double inStock(int week) {
        return inStock[week];
    }
}

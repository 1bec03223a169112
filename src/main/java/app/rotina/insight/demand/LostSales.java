package app.rotina.insight.demand;

/**
 * Units that were asked for and could not be sold because the product was out of stock: what its
 * weeks in stock nearby sold, for the share of the week it was out (Wecker, MS 24, 1978).
 */
public final class LostSales {
    private static final int NEARBY = 8;

    private LostSales() {}

    /**
     * By week. Zero before the first sale and while it was in stock; NaN where no week nearby was
     * in stock: demand long gone cannot be told from demand that was turned away.
     */
    public static double[] of(ProductWeeks product) {
        Observed seen = Observed.of(product);
        double[] lost = new double[product.size()];
        for (int week = seen.size() == 0 ? lost.length : seen.week(0); week < lost.length; week++) {
            double out = product.inStock(week) >= 0 ? 1 - product.inStock(week) : 0;
            lost[week] = out > 0 ? out * usual(seen, week) : 0;
        }
        return lost;
    }

    private static double usual(Observed seen, int week) {
        double sum = 0;
        int weeks = 0;
        for (int i = 0; i < seen.size(); i++) {
            if (Math.abs(seen.week(i) - week) <= NEARBY) {
                sum += seen.capped()[i];
                weeks++;
            }
        }
        return weeks == 0 ? Double.NaN : sum / weeks;
    }
}

package app.rotina.insight.customers;

/**
 * What customers will still bring: purchases to expect, times the value of one, each period's
 * discounted (Fader, Hardie and Lee, Journal of Marketing Research 42, 2005).
 */
public record LifetimeValue(BgNbd purchases, GammaGamma spend) {

    /**
     * The time ahead.
     *
     * @param periods how many, one or more
     * @param length of a period in the histories' unit of time
     * @param discount per period; .01 makes what comes a period later worth 1/1.01
     */
    public record Horizon(int periods, double length, double discount) {}

    /** The value of one customer in the unit of the spend, which the caller may turn to margin. */
    public double of(History seen, Spend spent, Horizon ahead) {
        double sum = 0;
        double before = 0;
        for (int k = 1; k <= ahead.periods(); k++) {
            double until = purchases.expected(seen, k * ahead.length());
            sum += (until - before) / Math.pow(1 + ahead.discount(), k);
            before = until;
        }
        return sum * spend.expected(spent);
    }
}

package app.rotina.insight.rates;

import java.util.List;

/**
 * James and Stein's estimates of several means of one variance, drawn toward their own mean (Efron
 * and Morris, JASA 70, 1975, and Scientific American 236, 1977); with three or fewer none is drawn.
 *
 * @param factor the part of each distance from the centre that is kept, from 0 to 1
 */
public record JamesStein(double centre, double factor, List<Double> estimates) {
    private static final int FREE = 3;

    /** Of values whose error has this variance. */
    public static JamesStein of(List<Double> values, double variance) {
        double centre = values.stream().mapToDouble(each -> each).average().orElseThrow();
        double spread = values.stream().mapToDouble(each -> Math.pow(each - centre, 2)).sum();
        double factor = factor(values.size(), variance, spread);
        return new JamesStein(
                centre,
                factor,
                values.stream().map(each -> centre + factor * (each - centre)).toList());
    }

    private static double factor(int values, double variance, double spread) {
        if (values <= FREE) {
            return 1;
        }
        return spread == 0 ? 0 : Math.max(0, 1 - (values - FREE) * variance / spread);
    }

    /** Of rates of equally many trials, whose variance is the binomial one at their mean. */
    public static JamesStein ofRates(List<Double> rates, int trials) {
        double mean = rates.stream().mapToDouble(each -> each).average().orElseThrow();
        return of(rates, mean * (1 - mean) / trials);
    }

    /** The sum of squared errors of estimates of the true values. */
    public static double squaredError(List<Double> estimates, List<Double> truth) {
        double sum = 0;
        for (int i = 0; i < truth.size(); i++) {
            sum += Math.pow(estimates.get(i) - truth.get(i), 2);
        }
        return sum;
    }
}

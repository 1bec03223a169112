package app.rotina.insight.rates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.hipparchus.special.Gamma;

/**
 * Which of several rates is the best: each one's probability of it, and what choosing it would cost
 * on average (Stucchio, Bayesian A/B Testing at VWO, 2015), by integrals rather than draws, so that
 * equal input gives an equal answer.
 */
public record Contest(List<Standing> standings) {
    private static final int POINTS = 2048;
    private static final double REACH = 8;

    /**
     * One unit's standing.
     *
     * @param best the probability that its true rate is the highest
     * @param loss how much of a rate one gives away on average by choosing it
     */
    public record Standing(Rate rate, double best, double loss) {}

    /** Two rates or more, in their order. */
    public static Contest of(List<Rate> rates) {
        double[] grid = grid(rates);
        double[][] under = rates.stream().map(rate -> under(rate, grid)).toArray(double[][]::new);
        double highest = highest(grid, under);
        double[] best = best(under);
        return new Contest(
                IntStream.range(0, rates.size())
                        .mapToObj(i -> standing(rates.get(i), best[i], highest))
                        .toList());
    }

    private static Standing standing(Rate rate, double best, double highest) {
        return new Standing(rate, best, Math.max(0, highest - rate.mean()));
    }

    /** The unit that costs least to choose, if that is no more than one cares for. */
    public Optional<Standing> winner(double care) {
        return standings.stream()
                .min(Comparator.comparingDouble(Standing::loss))
                .filter(least -> least.loss() <= care);
    }

    /** Dense where any of the rates is likely, from where all of them may be to one. */
    private static double[] grid(List<Rate> rates) {
        int each = Math.max(16, POINTS / rates.size());
        DoubleStream.Builder logits = DoubleStream.builder();
        double from = Double.NEGATIVE_INFINITY;
        for (Rate rate : rates) {
            double middle = Gamma.digamma(rate.alpha()) - Gamma.digamma(rate.beta());
            double spread = Math.sqrt(Gamma.trigamma(rate.alpha()) + Gamma.trigamma(rate.beta()));
            from = Math.max(from, middle - REACH * spread);
            for (int k = 0; k <= each; k++) {
                logits.add(middle + spread * REACH * (2. * k / each - 1));
            }
        }
        double least = from;
        DoubleStream inside = logits.build().filter(logit -> logit >= least).sorted();
        return DoubleStream.concat(
                        DoubleStream.concat(
                                DoubleStream.of(0), inside.map(x -> 1 / (1 + Math.exp(-x)))),
                        DoubleStream.of(1))
                .toArray();
    }

    private static double[] under(Rate rate, double[] grid) {
        BetaDistribution law = BetaDistribution.of(rate.alpha(), rate.beta());
        return DoubleStream.of(grid).map(law::cumulativeProbability).toArray();
    }

    /** The mean of the highest of all rates: one less the area under its distribution function. */
    private static double highest(double[] grid, double[][] under) {
        double area = 0;
        double before = 0;
        for (int g = 1; g < grid.length; g++) {
            double all = 1;
            for (double[] each : under) {
                all *= each[g];
            }
            area += (grid[g] - grid[g - 1]) * (before + all) / 2;
            before = all;
        }
        return 1 - area;
    }

    /** How likely each is where all others are lower, made to sum to one. */
    private static double[] best(double[][] under) {
        double[] best = new double[under.length];
        double[] before = new double[under.length];
        for (int g = 1; g < under[0].length; g++) {
            List<Double> others = others(under, g);
            for (int i = 0; i < best.length; i++) {
                double lower = (before[i] + others.get(i)) / 2;
                best[i] += (under[i][g] - under[i][g - 1]) * lower;
                before[i] = others.get(i);
            }
        }
        double sum = DoubleStream.of(best).sum();
        return DoubleStream.of(best).map(each -> each / sum).toArray();
    }

    /** For each rate the probability that all others are lower than a point of the grid. */
    private static List<Double> others(double[][] under, int g) {
        double[] above = new double[under.length + 1];
        above[under.length] = 1;
        for (int i = under.length - 1; i >= 0; i--) {
            above[i] = above[i + 1] * under[i][g];
        }
        List<Double> others = new ArrayList<>();
        double below = 1;
        for (int i = 0; i < under.length; i++) {
            others.add(below * above[i + 1]);
            below *= under[i][g];
        }
        return others;
    }
}

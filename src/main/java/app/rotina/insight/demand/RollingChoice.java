package app.rotina.insight.demand;

import app.rotina.insight.demand.DemandForecast.CannotTell;
import app.rotina.insight.demand.DemandForecast.Expected;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Chooses each product's method by its own errors at past origins and, with the weight of a hundred
 * origins, by those of all products of its pattern: one product's errors alone are mostly luck.
 */
final class RollingChoice {
    private static final int ORIGINS = 16;
    private static final double PRIOR_ORIGINS = 100;
    private static final int LATE_ORIGINS = 4;

    /** A younger product's sales still show how it was launched, not where the category goes. */
    private static final int GROWN = 13;

    private static final double MOST_DRIFT = 2;
    private static final int METHODS = Method.values().length;
    private static final int MEAN = METHODS - 1;

    private final List<ProductWeeks> products;
    private final int ahead;
    private final int weeks;
    private final Season[] seasons;
    private double askedLately;
    private double expectedLately;

    RollingChoice(List<ProductWeeks> products, int ahead) {
        this.products = products;
        this.ahead = ahead;
        this.weeks = products.isEmpty() ? 0 : products.getFirst().size();
        double[] together = together();
        this.seasons =
                IntStream.rangeClosed(0, weeks)
                        .mapToObj(week ->
                                week < weeks - ahead - ORIGINS ? null : new Season(together, week))
                        .toArray(Season[]::new);
    }

    private double[] together() {
        double[] sum = new double[weeks];
        for (ProductWeeks product : products) {
            for (int week = 0; week < weeks; week++) {
                sum[week] += Math.max(0, product.units(week));
            }
        }
        return sum;
    }

    List<DemandForecast> forecasts() {
        List<Rehearsed> all = products.stream().map(this::rehearse).toList();
        Map<Pattern, double[]> common = common(all);
        return all.stream().map(each -> choose(each, common)).toList();
    }

    private Rehearsed rehearse(ProductWeeks product) {
        Observed seen = Observed.of(product);
        Pattern pattern = Pattern.of(seen);
        double[] errors = new double[2 * METHODS];
        if (!pattern.told()) {
            return new Rehearsed(pattern, false, errors, errors, 0);
        }
        double scale = 0;
        for (int origin = Math.max(1, weeks - ahead - ORIGINS + 1);
                origin <= weeks - ahead;
                origin++) {
            scale += rehearse(product, origin, errors);
        }
        return new Rehearsed(pattern, seen.size() >= GROWN, expected(seen, weeks), errors, scale);
    }

    /**
     * Adds what each method would have erred by; windows with the product out of stock show none.
     */
    private double rehearse(ProductWeeks product, int origin, double[] errors) {
        double asked = 0;
        for (int week = origin; week < origin + ahead; week++) {
            asked += Observed.asked(product, week);
        }
        Observed seen = Observed.of(product.first(origin));
        if (Double.isNaN(asked) || !Pattern.of(seen).told()) {
            return 0;
        }
        double[] expected = expected(seen, origin);
        if (origin > weeks - ahead - LATE_ORIGINS && seen.size() >= GROWN) {
            askedLately += asked;
            expectedLately += expected[METHODS + MEAN];
        }
        for (int way = 0; way < expected.length; way++) {
            errors[way] += Math.abs(expected[way] - asked);
        }
        return expected[MEAN];
    }

    /** Units of the weeks from an origin on: each method without the season, then each with it. */
    private double[] expected(Observed seen, int origin) {
        double[] plain = Method.levels(seen.capped());
        double[] expected = new double[2 * METHODS];
        for (int method = 0; method < METHODS; method++) {
            expected[method] = plain[method] * ahead;
            expected[METHODS + method] = expected[method];
        }
        Season season = seasons[origin];
        if (season.known()) {
            double[] usual = Method.levels(deseasonalised(seen, season));
            for (int method = 0; method < METHODS; method++) {
                expected[METHODS + method] = usual[method] * season.over(origin, ahead);
            }
        }
        return expected;
    }

    private static double[] deseasonalised(Observed seen, Season season) {
        double[] demand = seen.capped().clone();
        for (int i = 0; i < demand.length; i++) {
            demand[i] /= season.at(seen.week(i));
        }
        return demand;
    }

    private static Map<Pattern, double[]> common(List<Rehearsed> all) {
        Map<Pattern, double[]> losses = new EnumMap<>(Pattern.class);
        Map<Pattern, Double> scales = new EnumMap<>(Pattern.class);
        for (Rehearsed each : all) {
            double[] sum = losses.computeIfAbsent(each.pattern, pattern -> new double[2 * METHODS]);
            Arrays.setAll(sum, way -> sum[way] + each.errors[way]);
            scales.merge(each.pattern, each.scale, Double::sum);
        }
        losses.forEach((pattern, sum) -> scale(sum, scales.getOrDefault(pattern, 0.0)));
        return losses;
    }

    private static void scale(double[] sum, double scale) {
        Arrays.setAll(sum, way -> scale > 0 ? sum[way] / scale : 0);
    }

    /** Half of what the whole category was lately above or below what was expected of it. */
    private double drift() {
        double ratio = expectedLately > 0 ? askedLately / expectedLately : 1;
        return Math.sqrt(Math.clamp(ratio, 1 / MOST_DRIFT, MOST_DRIFT));
    }

    /** Without any past error, the mean of all. */
    private DemandForecast choose(Rehearsed product, Map<Pattern, double[]> common) {
        if (!product.pattern.told()) {
            return new CannotTell(product.pattern);
        }
        double[] prior = common.getOrDefault(product.pattern, new double[2 * METHODS]);
        int best = MEAN;
        double weight = PRIOR_ORIGINS * product.now[best];
        for (int way = 0; way < 2 * METHODS; way++) {
            double lead =
                    product.errors[way]
                            - product.errors[best]
                            + weight * (prior[way] - prior[best]);
            best = lead < 0 ? way : best;
        }
        return new Expected(
                product.pattern,
                product.now[best] * (product.grown ? drift() : 1),
                List.of(Method.values()).get(best % METHODS),
                best >= METHODS);
    }

    /** What each way expects now and has erred by, and what the mean method expected meanwhile. */
    private static final class Rehearsed {
        private final Pattern pattern;
        private final boolean grown;
        private final double[] now;
        private final double[] errors;
        private final double scale;

        Rehearsed(Pattern pattern, boolean grown, double[] now, double[] errors, double scale) {
            this.pattern = pattern;
            this.grown = grown;
            this.now = now;
            this.errors = errors;
            this.scale = scale;
        }
    }
}

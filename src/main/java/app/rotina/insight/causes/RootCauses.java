package app.rotina.insight.causes;

import app.rotina.insight.causes.Localisation.Found;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The smallest set of elements that explains a deviation over several dimensions at once, in minor
 * units: the causes, what all leaves without a cause have in common, and the rest, which together
 * are the deviation exactly. Grown from RiskLoc (Kalander, arXiv 2205.10004, 2022), with its
 * weighted risk replaced by a Bayes factor priced by description length (Rissanen, Automatica 14,
 * 1978).
 *
 * @param causes the one with the most evidence first; a leaf that several cover counts for the
 *     first; empty where none can be told
 * @param common of the leaves without a cause, what the same relative shift of them all makes
 * @param rest what neither explains
 */
public record RootCauses(
        BigDecimal deviation,
        List<Cause> causes,
        BigDecimal common,
        BigDecimal rest,
        Ending ending) {

    /** How a search ended; without causes it is why none can be told. */
    public enum Ending {
        /** No further element stands out of the noise. */
        NOISE,
        /** Further elements stand out of the noise, each with less than the floor. */
        BELOW_FLOOR,
        /** As many causes as wanted are named; there may be more. */
        MOST_NAMED,
        /** Time was up; there may be more. */
        OUT_OF_TIME,
        /** There is no leaf with a forecast to hold anything to. */
        NO_FORECAST
    }

    /**
     * A root cause.
     *
     * @param element value by dimension; a dimension that is not named is all of its values
     * @param amount its actual less its forecast
     * @param evidence for it over noise and over every other name, in nats, above zero
     */
    public record Cause(
            Map<String, String> element,
            BigDecimal amount,
            double actual,
            double forecast,
            double evidence) {}

    /** The causes of the leaves' own deviation, rounded to the decimals of the minor unit. */
    public static RootCauses of(Leaves leaves, Limits limits, int decimals) {
        double gap = 0;
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            gap += leaves.actual(leaf) - leaves.forecast(leaf);
        }
        return of(leaves, limits, money(gap, decimals));
    }

    /**
     * The causes of a deviation that is known better than its leaves; what they miss of it is in
     * the rest. The scale of the deviation is the scale of the parts.
     */
    public static RootCauses of(Leaves leaves, Limits limits, BigDecimal deviation) {
        if (!leaves.hasForecast()) {
            BigDecimal none = money(0, deviation.scale());
            return new RootCauses(deviation, List.of(), none, deviation, Ending.NO_FORECAST);
        }
        Localisation search = new Localisation(leaves, limits);
        List<Found> found = search.run();
        List<Cause> causes =
                found.stream().map(each -> cause(leaves, each, deviation.scale())).toList();
        BigDecimal common = money(common(leaves, found, search.level()), deviation.scale());
        BigDecimal named = causes.stream().map(Cause::amount).reduce(common, BigDecimal::add);
        return new RootCauses(
                deviation,
                causes,
                common,
                deviation.subtract(named),
                ending(search, found.size() == limits.most()));
    }

    private static Cause cause(Leaves leaves, Found found, int decimals) {
        Map<String, String> element = new LinkedHashMap<>();
        for (int d = 0; d < leaves.dimensions(); d++) {
            if ((found.cuboid().mask() & 1 << d) != 0) {
                element.put(leaves.dimension(d), leaves.value(d, found.members().leaves()[0]));
            }
        }
        double actual = 0;
        double forecast = 0;
        for (int leaf : found.members().leaves()) {
            actual += leaves.actual(leaf);
            forecast += leaves.forecast(leaf);
        }
        BigDecimal amount = money(actual - forecast, decimals);
        return new Cause(element, amount, actual, forecast, found.evidence());
    }

    private static double common(Leaves leaves, List<Found> found, double level) {
        double forecast = 0;
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            forecast += leaves.forecast(leaf);
        }
        for (Found each : found) {
            for (int leaf : each.members().leaves()) {
                forecast -= leaves.forecast(leaf);
            }
        }
        return (level - 1) * forecast;
    }

    private static Ending ending(Localisation search, boolean most) {
        if (search.isOutOfTime()) {
            return Ending.OUT_OF_TIME;
        }
        if (most) {
            return Ending.MOST_NAMED;
        }
        return search.isBelowFloor() ? Ending.BELOW_FLOOR : Ending.NOISE;
    }

    private static BigDecimal money(double amount, int decimals) {
        return BigDecimal.valueOf(amount).setScale(decimals, RoundingMode.HALF_UP);
    }
}

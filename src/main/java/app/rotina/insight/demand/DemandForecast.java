package app.rotina.insight.demand;

import java.util.List;

/**
 * What will be asked for of a product over the weeks ahead, in units, or that it cannot be told.
 */
public sealed interface DemandForecast {

    /** The product's demand pattern, by the weeks so far. */
    Pattern pattern();

    /**
     * It can be told.
     *
     * @param units of all weeks ahead together, if it is in stock
     * @param seasonal whether its category's season was used
     */
    record Expected(Pattern pattern, double units, Method method, boolean seasonal)
            implements DemandForecast {}

    /** It cannot; the pattern says why. */
    record CannotTell(Pattern pattern) implements DemandForecast {}

    /**
     * Of each product of a category as of the end of the last week, in their order. The method is
     * chosen for each by what all would have said at the last 16 weeks' ends.
     */
    static List<DemandForecast> of(List<ProductWeeks> products, int ahead) {
        return new RollingChoice(products, ahead).forecasts();
    }
}

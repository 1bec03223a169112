package app.rotina.insight.anomaly;

import java.util.List;

/** What can be said about one figure on a day. */
public sealed interface Finding {
    String id();

    /**
     * It really changed.
     *
     * @param low below it the figure lies on one ordinary day in ten
     * @param high above it the figure lies on one ordinary day in ten
     * @param amount the money of the change, of one day; negative: it costs
     * @param days how many days in a row, this one included
     * @param p how likely chance alone brings as much, on either side
     * @param folded the figures that moved with it by the same cause
     */
    record Alert(
            String id,
            double value,
            double expected,
            double low,
            double high,
            double amount,
            int days,
            double p,
            List<String> folded)
            implements Finding {

        /** The same alert, standing for all of these. */
        Alert with(List<Alert> moved) {
            List<String> others =
                    moved.stream().map(Alert::id).filter(other -> !other.equals(id)).toList();
            return new Alert(id, value, expected, low, high, amount, days, p, others);
        }
    }

    /** It did not change, or not by enough money. */
    record Quiet(String id) implements Finding {}

    /** The day is known to be unlike others, or has no figure. */
    record NotJudged(String id) implements Finding {}

    /** There are too few days to tell. */
    record TooNew(String id, int known, int needed) implements Finding {}
}

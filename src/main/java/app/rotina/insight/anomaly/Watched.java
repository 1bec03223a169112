package app.rotina.insight.anomaly;

import java.util.Set;

/**
 * One figure of a store that is watched, day by day up to the day in question.
 *
 * @param drives the figures it is a part of; those of them that move with it are one cause with it
 * @param values NaN is missing
 * @param cases how many cases every whole of the figure stands for on each day: 1 for a count, the
 *     sessions for a conversion; NaN where the figure counts nothing
 * @param worth the money that a rise by the whole of what is usual brings in a day; negative where
 *     a rise costs
 * @param floor the least money of a day's change that is told
 */
@SuppressWarnings("ArrayRecordComponent") // days side by side; nobody compares them
public record Watched(
        String id,
        Set<String> drives,
        double[] values,
        double[] cases,
        Leeway leeway,
        double worth,
        double floor) {

    /** How many days have a figure. */
    int known() {
        return Robust.known(values).length;
    }

    int last() {
        return values.length - 1;
    }
}

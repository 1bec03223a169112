package app.rotina.routine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Which segments made a part of the gap, in minor units: the named ones, what all others have in
 * common, what the mix of segments did, and the rest sum to the whole exactly.
 *
 * @param metric what was taken apart: the metric of the verdict, or a driver
 * @param named at most three, the largest amount first; empty where no single segment stands out
 * @param common what the same relative shift of everything else makes
 * @param mix of a rate: what a change of the segments' shares makes; zero of a sum
 * @param rest what nothing of this explains
 */
public record Causes(
        String metric,
        BigDecimal whole,
        List<Cause> named,
        BigDecimal common,
        BigDecimal mix,
        BigDecimal rest,
        Ending ending) {

    /** How the search for segments ended. */
    public enum Ending {
        /** Nothing further stands out of what chance does. */
        NOISE,
        /** What further stands out is too little money to be named. */
        SMALL,
        /** There may be further segments. */
        MORE,
        /** There are no comparable days, or no segments, to hold anything to. */
        NO_HISTORY,
        /** One order or person can be in several segments, so that their parts are no parts. */
        NOT_A_SUM
    }

    /**
     * One segment, in money.
     *
     * @param where value by dimension; a dimension that is not named is all of its values
     * @param amount {@code actual} less {@code expected}
     */
    public record Cause(
            Map<String, String> where, BigDecimal amount, BigDecimal actual, BigDecimal expected) {}
}

package app.rotina.routine.checks;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What data decide a check by. */
public sealed interface Rule extends Way {
    String metric();

    /**
     * The part of the store whose revenue a finding costs, value by dimension; empty: the part that
     * it was found in.
     */
    Map<String, String> costs();

    /** The dimensions by which the metric is looked at; empty: as a whole. */
    List<String> by();

    /**
     * A real change of the metric, as the statistics of alerts see it.
     *
     * @param side where it goes
     * @param floor the least money of a day's change, as a share of a usual day's revenue
     */
    record Change(
            String metric, List<String> by, Side side, BigDecimal floor, Map<String, String> costs)
            implements Rule {
        /** The same for changes of at least so much. */
        Change from(BigDecimal least) {
            return new Change(metric, by, side, least, costs);
        }
    }

    /** Where a change goes. */
    enum Side {
        FALLS,
        RISES,
        /** Either way; a rise counts where sales fell with it. */
        MOVES
    }

    /**
     * A figure over a limit, and over so many times what it usually is.
     *
     * @param times 0: whatever is usual
     */
    record Above(
            String metric,
            List<String> by,
            BigDecimal limit,
            BigDecimal times,
            Map<String, String> costs)
            implements Rule {
        /** The same over another limit. */
        Above over(BigDecimal other) {
            return new Above(metric, by, other, times, costs);
        }
    }

    /**
     * What a judge of its own decides, where a figure and a limit cannot say it.
     *
     * @param judge the judge's id
     * @param metric what the values of its findings are; empty: of no metric
     * @param shown what is shown beside them
     */
    record Judged(String judge, String metric, List<String> by, Shown shown) implements Rule {
        @Override
        public Map<String, String> costs() {
            return Map.of();
        }
    }
}

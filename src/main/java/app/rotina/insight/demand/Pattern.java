package app.rotina.insight.demand;

import java.util.Arrays;
import org.hipparchus.stat.StatUtils;

/**
 * The demand pattern of a product by Syntetos, Boylan and Croston (JORS 56, 2005): mean weeks
 * between weeks with demand (1.32) and squared coefficient of variation of what those weeks bring
 * (0.49).
 */
public enum Pattern {
    SMOOTH,
    ERRATIC,
    INTERMITTENT,
    LUMPY,
    /** Under ten weeks on offer, or under six of them with demand: cannot be told. */
    TOO_FEW,
    /** Sold out or given up since weeks ago: there is no demand to be told from. */
    NOT_OFFERED;

    private static final int MIN_WEEKS = 10;
    private static final int MIN_SALES = 6;

    /** Whether the weeks ahead can be told. */
    public boolean told() {
        return compareTo(TOO_FEW) < 0;
    }

    static Pattern of(Observed seen) {
        double[] sizes = Arrays.stream(seen.demand()).filter(units -> units > 0).toArray();
        if (sizes.length > 0 && !seen.offeredLast()) {
            return NOT_OFFERED;
        }
        if (seen.size() < MIN_WEEKS || sizes.length < MIN_SALES) {
            return TOO_FEW;
        }
        double mean = StatUtils.mean(sizes);
        boolean steady = StatUtils.populationVariance(sizes) < .49 * mean * mean;
        if (seen.size() < 1.32 * sizes.length) {
            return steady ? SMOOTH : ERRATIC;
        }
        return steady ? INTERMITTENT : LUMPY;
    }
}

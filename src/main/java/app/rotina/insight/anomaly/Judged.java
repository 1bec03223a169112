package app.rotina.insight.anomaly;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * A watched figure with how likely chance alone makes each day of the window; NaN where a day is
 * not judged.
 */
@SuppressWarnings("ArrayRecordComponent") // days side by side; nobody compares them
record Judged(Watched watched, Usual usual, Tail tail, double[] chances) {
    /** Days with an error that tell how large errors are. */
    private static final int ERRORS_NEEDED = 28;

    static final int DAYS_NEEDED = Usual.FIRST_DAYS + ERRORS_NEEDED;

    /** An episode goes on over so many days that seem ordinary. */
    private static final int PAUSE = 2;

    static Judged of(Watched watched, Limits limits) {
        Usual usual = Usual.of(watched.values(), watched.leeway());
        double[] ordinary = Arrays.copyOf(usual.score(), watched.last());
        for (int day = 0; day < ordinary.length; day++) {
            ordinary[day] = watched.leeway().isOrdinary(day) ? ordinary[day] : Double.NaN;
        }
        Tail tail = Tail.of(ordinary);
        double[] chances = new double[usual.score().length];
        Arrays.fill(chances, Double.NaN);
        for (int day = Math.max(0, chances.length - limits.window()); day < chances.length; day++) {
            double score = usual.score()[day];
            double p = Math.max(tail.p(score), counted(watched, usual, day));
            chances[day] = bothSides(p, score < 0 == watched.worth() > 0, limits);
        }
        return new Judged(watched, usual, tail, chances);
    }

    /** Of both sides together, each with its part of the false alerts. */
    private static double bothSides(double p, boolean costs, Limits limits) {
        return Math.min(1, p / (costs ? limits.worse() : 1 - limits.worse()));
    }

    /** Where few things happen in a day, that there is none is often chance. */
    private static double counted(Watched watched, Usual usual, int day) {
        double cases = watched.cases()[day];
        double expected = usual.expected()[day] * cases;
        if (!(expected > 0) || Double.isNaN(watched.values()[day])) {
            return 0;
        }
        int count = (int) Math.round(watched.values()[day] * cases);
        DiscreteDistribution law = law(usual.expected()[day], (int) Math.round(cases));
        return count < expected
                ? law.cumulativeProbability(count)
                : law.survivalProbability(count - 1);
    }

    private static DiscreteDistribution law(double expected, int cases) {
        return cases == 1
                ? PoissonDistribution.of(expected)
                : BinomialDistribution.of(cases, Math.min(1, expected));
    }

    boolean isReal(int day, double cut) {
        return chances[day] <= cut && Math.abs(amount(day)) >= watched.floor();
    }

    /** What the change of a day comes to in money. */
    double amount(int day) {
        return watched.worth() * (watched.values()[day] / usual.expected()[day] - 1);
    }

    /** Days since its episode began: those before on which it was as real, on the same side. */
    int days(double cut) {
        int first = watched.last();
        for (int day = first - 1; day >= Math.max(0, first - 1 - PAUSE); day--) {
            if (isReal(day, cut) && amount(day) * amount(watched.last()) > 0) {
                first = day;
            }
        }
        return watched.last() - first + 1;
    }
}

package app.rotina.insight.projection;

import java.util.Arrays;

/** A series as a filter has followed it so far, day after day; nothing of a later day is in it. */
final class Track {
    private static final int WEEKS_TO_CLOSE = 6;
    private static final int LEAST_WEEKS_TO_CLOSE = 4;
    private static final double FLOOR = 0.1;

    private final DailySeries series;
    private final Structure structure;
    private final LevelFilter filter;
    private final double[] logs;
    private final int start;

    Track(DailySeries series, Structure structure, double walk) {
        this.series = series;
        this.structure = structure;
        this.start = start(series);
        this.logs = new double[series.length()];
        Arrays.fill(logs, Double.NaN);
        double level = start < series.length() ? Math.log(series.at(start)) : 0;
        this.filter = new LevelFilter(walk, structure.means(level), structure.spreads());
    }

    /** The first day on which anything was sold; the length of the series if there is none. */
    private static int start(DailySeries series) {
        int t = 0;
        while (t < series.length() && !(series.at(t) > 0)) {
            t++;
        }
        return t;
    }

    int start() {
        return start;
    }

    DailySeries series() {
        return series;
    }

    Structure structure() {
        return structure;
    }

    LevelFilter filter() {
        return filter;
    }

    /** What is left of a day's logarithm; NaN where it is unknown or the shop was closed. */
    double log(int t) {
        return t >= start && t < logs.length ? logs[t] : Double.NaN;
    }

    /** Lets a day pass, without what it brought. */
    void advance() {
        filter.advance();
    }

    /** The mean that a day lets expect; zero where the shop is closed. */
    double expected(int t) {
        return isClosed(t, t)
                ? 0
                : Math.exp(filter.mean(structure.row(t))) * filter.meanOverMedian();
    }

    /**
     * A day as the filter sees it: a day that brought next to nothing is as one that brought a
     * tenth; NaN for a day that says nothing.
     */
    double seen(int t) {
        boolean silent = !series.isKnown(t) || (series.at(t) <= 0 && isClosed(t, t));
        double least = FLOOR * Math.exp(filter.mean(structure.row(t)));
        return silent ? Double.NaN : Math.log(Math.max(series.at(t), least));
    }

    void learn(int t) {
        logs[t] = seen(t);
        if (!Double.isNaN(logs[t])) {
            filter.learn(structure.row(t), logs[t]);
        }
    }

    /**
     * Whether a day is one without sales, by its occasion or by its weekday before {@code now}: a
     * day not before that.
     */
    boolean isClosed(int day, int now) {
        return structure.isClosed(day) || neverSells(day, now);
    }

    private boolean neverSells(int day, int now) {
        int weeks = 0;
        int lastBefore = day - 7 * ((day - now) / 7 + 1);
        for (int t = lastBefore; t >= start && weeks < WEEKS_TO_CLOSE; t -= 7) {
            if (series.isKnown(t)) {
                weeks++;
                if (series.at(t) > 0) {
                    return false;
                }
            }
        }
        return weeks >= LEAST_WEEKS_TO_CLOSE;
    }
}

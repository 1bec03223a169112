package app.rotina.insight.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the days after an origin come to, by five ways of looking at the past: the filter's level;
 * the last six weeks carried on by what days weigh, without and with the place in the year; and the
 * last six weeks, and the last fifteen days, carried on the way the years before went on.
 */
final class Forecasts {
    static final int COUNT = 5;
    private static final int WINDOW = 42;
    private static final int HALF_MONTH = 15;
    private static final double FADING = 0.985;
    private static final int YEAR = 365;
    private static final double REPEATED = 0.9;
    private static final double OLDER_YEAR = 0.6;
    private static final int SMOOTHED = 3;

    private final Track track;
    private final int origin;
    private final int days;
    private final double[] state;

    /** The forecasts of so many days after an origin, the last day that the track has learned. */
    Forecasts(Track track, int origin, int days) {
        this.track = track;
        this.origin = origin;
        this.days = days;
        this.state = track.filter().state();
    }

    /** The totals; NaN where a way cannot tell. */
    List<Double> totals() {
        double level = Arrays.stream(daily()).sum();
        double[] plain = weights(false);
        double[] lastYear = asLastYear(plain);
        return List.of(
                level,
                carried(plain, WINDOW),
                carried(weights(true), WINDOW),
                carried(lastYear, WINDOW),
                carried(lastYear, HALF_MONTH));
    }

    /** The filter's forecast of each day. */
    double[] daily() {
        double[] daily = new double[days];
        for (int j = 0; j < days; j++) {
            int t = origin + 1 + j;
            double shape = track.structure().shape(t, state);
            daily[j] = isClosed(t) ? 0 : Math.exp(state[0] + shape);
            daily[j] *= track.filter().meanOverMedian();
        }
        return daily;
    }

    private boolean isClosed(int t) {
        return track.isClosed(t, origin + 1);
    }

    /** Logarithms of what the days of the window and after it weigh; NaN before the series. */
    private double[] weights(boolean year) {
        double[] weights = new double[WINDOW + days];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = day(k) < 0 ? Double.NaN : weight(day(k), year);
        }
        return weights;
    }

    private int day(int k) {
        return origin - WINDOW + 1 + k;
    }

    private double weight(int t, boolean year) {
        return year ? track.structure().shape(t, state) : track.structure().yearlessShape(t, state);
    }

    /** What the last days brought, times what the days ahead weigh against them. */
    private double carried(double[] weights, int window) {
        double brought = 0;
        double weighed = 0;
        for (int k = WINDOW - window; k < WINDOW; k++) {
            if (!Double.isNaN(track.log(day(k)))) {
                double fading = Math.pow(FADING, origin - day(k));
                brought += fading * track.series().at(day(k));
                weighed += fading * Math.exp(weights[k]);
            }
        }
        double ahead = 0;
        for (int k = WINDOW; k < weights.length; k++) {
            ahead += isClosed(day(k)) ? 0 : Math.exp(weights[k]);
        }
        return weighed > 0 ? brought / weighed * ahead : Double.NaN;
    }

    /** The weights times the level's path on the same dates of the years before, the last most. */
    private double[] asLastYear(double[] plain) {
        double[] weights = plain.clone();
        double sum = 0;
        for (double trust : trusts()) {
            sum += trust;
        }
        int lag = YEAR;
        for (double trust : trusts()) {
            for (int k = 0; k < weights.length; k++) {
                weights[k] += REPEATED * trust / sum * levelAround(day(k) - lag);
            }
            lag += YEAR;
        }
        if (sum == 0) {
            Arrays.fill(weights, Double.NaN);
        }
        return weights;
    }

    /** One for each year that reaches back far enough. */
    private List<Double> trusts() {
        List<Double> trusts = new ArrayList<>();
        double trust = 1;
        for (int lag = YEAR; day(0) - lag - SMOOTHED > track.start(); lag += YEAR) {
            trusts.add(trust);
            trust *= OLDER_YEAR;
        }
        return trusts;
    }

    private double levelAround(int middle) {
        double sum = 0;
        int known = 0;
        for (int t = middle - SMOOTHED; t <= middle + SMOOTHED; t++) {
            if (!Double.isNaN(track.log(t))) {
                sum += track.log(t) - track.structure().yearlessShape(t, state);
                known++;
            }
        }
        return sum / known;
    }
}

package app.rotina.insight.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the days after an origin come to, by four ways of looking at the past: the filter's level;
 * the last six weeks carried on by what days weigh, without and with the place in the year; and the
 * last six weeks carried on the way the years before went on.
 */
final class Forecasts {
    static final int COUNT = 4;
    private static final int WEEKS_42 = 42;
    private static final double FADING = 0.97;
    private static final int YEAR = 364;
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
        return List.of(level, carried(weights(false)), carried(weights(true)), lastYear());
    }

    /** The filter's forecast of each day. */
    double[] daily() {
        double[] daily = new double[days];
        for (int j = 0; j < days; j++) {
            int t = origin + 1 + j;
            double shape = track.structure().shape(t, state);
            daily[j] =
                    track.isClosed(t, origin + 1)
                            ? 0
                            : Math.exp(state[0] + shape) * track.filter().meanOverMedian();
        }
        return daily;
    }

    /** Logarithms of what the days of the window and after it weigh. */
    private double[] weights(boolean year) {
        double[] weights = new double[WEEKS_42 + days];
        for (int k = 0; k < weights.length; k++) {
            int t = origin - WEEKS_42 + 1 + k;
            weights[k] = t < 0 ? Double.NaN : weight(t, year);
        }
        return weights;
    }

    private double weight(int t, boolean year) {
        return year ? track.structure().shape(t, state) : track.structure().yearlessShape(t, state);
    }

    /** What the window brought, times what the days after it weigh against the window's. */
    private double carried(double[] weights) {
        double brought = 0;
        double weighed = 0;
        for (int k = 0; k < WEEKS_42; k++) {
            int t = origin - WEEKS_42 + 1 + k;
            if (!Double.isNaN(track.log(t))) {
                double fading = Math.pow(FADING, origin - t);
                brought += fading * track.series().at(t);
                weighed += fading * Math.exp(weights[k]);
            }
        }
        double ahead = 0;
        for (int j = 0; j < days; j++) {
            ahead +=
                    track.isClosed(origin + 1 + j, origin + 1)
                            ? 0
                            : Math.exp(weights[WEEKS_42 + j]);
        }
        return weighed > 0 ? brought / weighed * ahead : Double.NaN;
    }

    /** The level's path of the same weeks one year ago, and with less weight of years before. */
    private double lastYear() {
        double[] weights = weights(false);
        List<double[]> paths = new ArrayList<>();
        for (int lag = YEAR; origin - lag - WEEKS_42 - SMOOTHED >= track.start(); lag += YEAR) {
            paths.add(path(lag));
        }
        double sum = 0;
        double[] path = new double[weights.length];
        for (int year = 0; year < paths.size(); year++) {
            double trust = Math.pow(OLDER_YEAR, year);
            sum += trust;
            for (int k = 0; k < path.length; k++) {
                path[k] += trust * paths.get(year)[k];
            }
        }
        for (int k = 0; k < path.length; k++) {
            weights[k] += path[k] / sum;
        }
        return sum > 0 ? carried(weights) : Double.NaN;
    }

    private double[] path(int lag) {
        double[] path = new double[WEEKS_42 + days];
        for (int k = 0; k < path.length; k++) {
            int middle = origin - WEEKS_42 + 1 + k - lag;
            double sum = 0;
            int known = 0;
            for (int t = middle - SMOOTHED; t <= middle + SMOOTHED; t++) {
                if (!Double.isNaN(track.log(t))) {
                    sum += track.log(t) - track.structure().yearlessShape(t, state);
                    known++;
                }
            }
            path[k] = sum / known;
        }
        return path;
    }
}

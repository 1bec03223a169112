package app.rotina.insight.projection;

/**
 * A dynamic linear model (West and Harrison, 1997) of the logarithm of a day: a level that walks,
 * and fixed effects with priors. Noise is learned as days come; a day far off moves the state less,
 * as under Student's law with {@value #FREEDOM} degrees of freedom.
 */
final class LevelFilter {
    private static final double FREEDOM = 5;
    private static final double FIRST_NOISE = 0.09;
    private static final double FIRST_COUNT = 10;
    private static final double MOST_COUNT = 200;
    private static final double MOST_SKEW = 0.3;

    private final double walk;
    private final double[] state;
    private final double[][] covariance;
    private double noise = FIRST_NOISE;
    private double count = FIRST_COUNT;

    /**
     * A filter before its first day.
     *
     * @param walk the variance of the level's daily step, as a part of the noise
     */
    LevelFilter(double walk, double[] means, double[] spreads) {
        this.walk = walk;
        this.state = means.clone();
        this.covariance = new double[means.length][means.length];
        for (int k = 0; k < spreads.length; k++) {
            covariance[k][k] = spreads[k] * spreads[k];
        }
    }

    /** A day passes, whatever it brings. */
    void advance() {
        covariance[0][0] += walk * noise;
    }

    double mean(Row day) {
        return day.times(state);
    }

    /** The variance of what a day brings, known up to the day before. */
    double variance(Row day) {
        return day.times(spread(day)) + noise;
    }

    /** What the mean of a lognormal day is to its median, for the noise there is. */
    double meanOverMedian() {
        return Math.exp(Math.min(noise / 2, MOST_SKEW));
    }

    double[] state() {
        return state;
    }

    /** Learns from a day that has been. */
    void learn(Row day, double value) {
        double[] spread = spread(day);
        double known = day.times(spread);
        double error = value - mean(day);
        double squared = error * error / (known + noise);
        double weight = Math.min(1, (FREEDOM + 1) / (FREEDOM + squared));
        correct(spread, error, known + noise / weight);
        count = Math.min(MOST_COUNT, count + 1);
        noise += noise * (weight * squared - 1) / count;
    }

    private void correct(double[] spread, double error, double variance) {
        for (int i = 0; i < state.length; i++) {
            double gain = spread[i] / variance;
            if (gain != 0) {
                state[i] += gain * error;
                for (int j = 0; j < state.length; j++) {
                    covariance[i][j] -= gain * spread[j];
                }
            }
        }
    }

    /** The covariance of the state with a day's mean. */
    private double[] spread(Row day) {
        double[] spread = new double[state.length];
        for (int i = 0; i < state.length; i++) {
            spread[i] = day.times(covariance[i]);
        }
        return spread;
    }
}

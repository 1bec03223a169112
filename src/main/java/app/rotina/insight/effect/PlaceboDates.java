package app.rotina.insight.effect;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How far expectations missed when nothing was done: the errors of the same method over windows of
 * the same length at past origins, as parts of what was usual before each. They are placebos in
 * time (Abadie, Diamond, Hainmueller, AJPS 2015).
 *
 * @param errors actual less expected, on average over each window
 * @param windows how many windows lie beside each other in the past; the errors' overlap
 * @param single the root mean square of the errors of single periods
 */
@SuppressWarnings("ArrayRecordComponent") // arrays of figures, which nobody writes to
record PlaceboDates(double[] errors, double windows, double single) {
    private static final int MOST_ORIGINS = 120;
    private static final double LEVEL = .05;

    /** With fewer, none can be among the rarest in twenty. */
    static final int LEAST = 19;

    /** The errors of a way to expect, before the action, with this much training each. */
    static PlaceboDates of(Trial trial, Counterfactual way, int training) {
        int window = trial.after();
        int room = trial.before() - training;
        int apart = Math.min(window / 4, (room - window) / (LEAST - 1));
        int step = Math.max(1, Math.max(apart, room / MOST_ORIGINS));
        double[][] misses =
                IntStream.iterate(trial.before() - window, s -> s >= training, s -> s - step)
                        .mapToObj(s -> misses(trial.stretch(s - training, s, s + window), way))
                        .toArray(double[][]::new);
        double[] errors = Arrays.stream(misses).mapToDouble(row -> mean(row)).toArray();
        double single =
                Arrays.stream(misses)
                        .flatMapToDouble(Arrays::stream)
                        .map(e -> e * e)
                        .average()
                        .orElse(0);
        return new PlaceboDates(
                errors, Math.min((double) room / window, errors.length), Math.sqrt(single));
    }

    private static double[] misses(Trial trial, Counterfactual way) {
        double[] expected = way.expected(trial);
        double usual = Math.max(Double.MIN_NORMAL, trial.usual());
        return IntStream.range(0, expected.length)
                .mapToDouble(t -> (trial.touched()[trial.before() + t] - expected[t]) / usual)
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /** The root mean square of the errors: a method that is always off by a bit is that far off. */
    double scale() {
        return Math.sqrt(Arrays.stream(errors).map(e -> e * e).average().orElse(0));
    }

    /**
     * How likely an error at least this large is where nothing was done: by the law or by its rank
     * among the errors, whichever makes it likelier.
     */
    double chance(double error) {
        double size = Math.abs(error);
        double rank = 1.0 + Arrays.stream(errors).filter(e -> Math.abs(e) >= size).count();
        return Math.max(2 * law().survivalProbability(size / scale()), rank / (1 + errors.length));
    }

    /** Half the width of the interval that holds the error 95 times in a hundred. */
    double reach() {
        double[] sizes = Arrays.stream(errors).map(Math::abs).sorted().toArray();
        int rarest = (int) (LEVEL * (1 + sizes.length));
        return Math.max(
                law().inverseSurvivalProbability(LEVEL / 2) * scale(),
                sizes[sizes.length - rarest]);
    }

    /** The smallest effect that would be seen four times in five. */
    double visible() {
        return reach() + law().inverseSurvivalProbability(0.2) * scale();
    }

    /** Half the width of what holds a single period 95 times in a hundred. */
    double spread() {
        return law().inverseSurvivalProbability(LEVEL / 2) * single;
    }

    private TDistribution law() {
        return TDistribution.of(windows);
    }
}

package app.rotina.insight.effect;

import app.rotina.insight.effect.Finding.CannotTell;
import app.rotina.insight.effect.Finding.Measured;
import app.rotina.insight.effect.Finding.Reason;
import java.util.Arrays;

/**
 * The effect of an action on a series, by what it would have been: beside a control group of
 * untouched series, else by regression on them, else by the series' own pattern. Its size is held
 * against the errors that the same method made over windows of the same length at past dates.
 */
public final class DidItWork {
    private static final int GROUP = 3;
    private static final int LEAST_TRAINING = 8;
    private static final int MOST_TRAINING = 84;
    private static final double LEAST_WINDOWS = 1.5;

    private DidItWork() {}

    /** The effect over as much of the action as the periods before it are long enough to judge. */
    public static Finding of(Trial trial) {
        int training = Math.clamp(trial.before() / 4, LEAST_TRAINING, MOST_TRAINING);
        int room = trial.before() - training;
        int longest = (int) Math.min(room / LEAST_WINDOWS, room + 1.0 - PlaceboDates.LEAST);
        if (longest < 1) {
            return new CannotTell(Reason.TOO_LITTLE_BEFORE);
        }
        int end = trial.before() + Math.min(longest, trial.after());
        Trial judged = trial.stretch(0, trial.before(), end);
        Counterfactual way = way(judged);
        PlaceboDates past = PlaceboDates.of(judged, way, training);
        Trial now = judged.stretch(judged.before() - training, judged.before(), end);
        return of(now, way, past);
    }

    /** The effect against days that were expected otherwise, with the errors of past origins. */
    static Finding of(Trial now, Counterfactual way, PlaceboDates past) {
        double usual = now.usual();
        if (!(usual > 0) || !(past.scale() > 0)) {
            return new CannotTell(Reason.NO_MOVEMENT);
        }
        double[] expected = way.expected(now);
        double effect = now.actual() - Arrays.stream(expected).average().orElseThrow();
        double reach = past.reach() * usual;
        return new Measured(
                way,
                effect,
                effect - reach,
                effect + reach,
                past.chance(effect / usual),
                past.visible() * usual,
                usual,
                expected,
                past.spread() * usual,
                past.windows());
    }

    private static Counterfactual way(Trial trial) {
        if (trial.controls().length >= GROUP) {
            return Counterfactual.CONTROL_GROUP;
        }
        return trial.controls().length > 0
                ? Counterfactual.CONTROL_SERIES
                : Counterfactual.OWN_PATTERN;
    }
}

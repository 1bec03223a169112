package app.rotina.insight.effect;

import java.util.Arrays;

/**
 * Units followed over the same periods, some of which were treated at the same time.
 *
 * @param outcomes a row per unit: the untouched first, then the treated; a column per period
 * @param controls how many rows are untouched
 * @param before how many periods come before the treatment
 */
@SuppressWarnings("ArrayRecordComponent") // arrays of figures, which nobody writes to
public record Panel(double[][] outcomes, int controls, int before) {
    public Panel {
        int periods = outcomes.length == 0 ? 0 : outcomes[0].length;
        if (controls < 1 || controls >= outcomes.length || before < 2 || before >= periods) {
            throw new IllegalArgumentException(
                    outcomes.length
                            + " units, "
                            + controls
                            + " of them untouched, "
                            + before
                            + " of "
                            + periods
                            + " periods before the treatment");
        }
    }

    int treated() {
        return outcomes.length - controls;
    }

    int periods() {
        return outcomes[0].length;
    }

    int after() {
        return periods() - before;
    }

    /** The untouched units alone, these of them taken for treated. */
    Panel placebo(int... chosen) {
        double[][] rows = new double[controls][];
        int first = 0;
        int last = controls - chosen.length;
        for (int i = 0; i < controls; i++) {
            int at = i;
            boolean taken = Arrays.stream(chosen).anyMatch(each -> each == at);
            rows[taken ? last++ : first++] = outcomes[i];
        }
        return new Panel(rows, controls - chosen.length, before);
    }

    /** The mean of the treated units, period by period. */
    double[] touched() {
        double[] mean = new double[periods()];
        for (int i = controls; i < outcomes.length; i++) {
            for (int t = 0; t < mean.length; t++) {
                mean[t] += outcomes[i][t] / treated();
            }
        }
        return mean;
    }

    /** The spread of the untouched units' steps before the treatment. */
    double noise() {
        double[] steps = new double[controls * (before - 1)];
        for (int i = 0, k = 0; i < controls; i++) {
            for (int t = 1; t < before; t++) {
                steps[k++] = outcomes[i][t] - outcomes[i][t - 1];
            }
        }
        double mean = Arrays.stream(steps).average().orElse(0);
        double squares = Arrays.stream(steps).map(each -> (each - mean) * (each - mean)).sum();
        return Math.sqrt(squares / Math.max(1, steps.length - 1));
    }
}

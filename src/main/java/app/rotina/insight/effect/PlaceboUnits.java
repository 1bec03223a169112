package app.rotina.insight.effect;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An effect on a panel held against placebos in space: what the method finds when untouched units
 * are taken for the treated ones (Arkhangelsky et al., AER 2021, algorithm 4). For panels with many
 * units alike and few periods.
 *
 * @param effect the mean effect on a treated unit and period
 * @param placebos what is found for each run of as many neighbouring untouched units
 */
@SuppressWarnings("ArrayRecordComponent") // arrays of figures, which nobody writes to
public record PlaceboUnits(double effect, double[] placebos) {
    /** With fewer untouched units their spread says too little. */
    private static final int LEAST = 8;

    public static PlaceboUnits of(Panel panel, PanelMethod method) {
        if (panel.controls() < Math.max(LEAST, 2 * panel.treated())) {
            throw new IllegalArgumentException(panel.controls() + " untouched units");
        }
        double[] placebos =
                IntStream.range(0, panel.controls())
                        .mapToObj(first -> chosen(panel, first))
                        .mapToDouble(chosen -> method.effect(panel.placebo(chosen)))
                        .toArray();
        return new PlaceboUnits(method.effect(panel), placebos);
    }

    private static int[] chosen(Panel panel, int first) {
        return IntStream.range(0, panel.treated())
                .map(k -> (first + k) % panel.controls())
                .toArray();
    }

    /** The standard error: how far placebos lie apart. */
    public double error() {
        double mean = Arrays.stream(placebos).average().orElse(0);
        return Math.sqrt(
                Arrays.stream(placebos)
                        .map(each -> each - mean)
                        .map(e -> e * e)
                        .average()
                        .orElse(0));
    }

    /** How likely an effect at least this large is where nothing was done. */
    public double p() {
        return 2 * law().survivalProbability(Math.abs(effect) / error());
    }

    /** Half the width of the interval that holds the effect 95 times in a hundred. */
    public double reach() {
        return law().inverseSurvivalProbability(0.025) * error();
    }

    /** The smallest effect that would be seen four times in five. */
    public double smallestVisible() {
        return reach() + law().inverseSurvivalProbability(0.2) * error();
    }

    private TDistribution law() {
        return TDistribution.of(placebos.length - 1.0);
    }
}

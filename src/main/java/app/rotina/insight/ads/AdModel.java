package app.rotina.insight.ads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Columns over the days whose revenue is known: the baseline, and each channel in each shape. */
final class AdModel {
    private static final int RECENT = 28;

    private final List<Shape> forms = Shape.all();
    private final int[] known;
    private final double[] revenue;
    private final List<double[]> baseline;
    private final List<double[]> spends = new ArrayList<>();
    private final double[] level;

    /** A channel that cannot be told stays in the baseline, lest others take its credit. */
    AdModel(AdHistory history, List<Integer> told) {
        baseline = Baseline.of(history);
        known = history.known();
        revenue = history.knownRevenue();
        for (int channel = 0; channel < history.channels().size(); channel++) {
            double[] spend = history.spend(channel);
            if (told.contains(channel)) {
                spends.add(spend);
            } else {
                baseline.add(onKnown(spend));
            }
        }
        level = fittedLevel();
    }

    private double[] onKnown(double[] days) {
        return IntStream.of(known).mapToDouble(day -> days[day]).toArray();
    }

    /** Revenue as the baseline and plain spend tell it, no less than a fifth of the mean. */
    private double[] fittedLevel() {
        Columns plain = Columns.of(baseline);
        spends.forEach(spend -> plain.add(onKnown(spend)));
        double[] error = plain.without(revenue);
        double mean = mean(revenue);
        return IntStream.range(0, revenue.length)
                .mapToDouble(i -> Math.max((revenue[i] - error[i]) / mean, .2))
                .toArray();
    }

    /** What part of the most a channel in a shape reaches on the known days. */
    double[] column(int channel, int form) {
        double[] spend = spends.get(channel);
        double usual = mean(spend);
        Shape shape = forms.get(form);
        double[] reached = shape.carried(spend);
        Arrays.setAll(reached, day -> shape.reached(reached[day], usual));
        return onKnown(reached);
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /** What one more unit a day brings a day, for one unit of the response's size. */
    double marginal(int channel, int form) {
        return overRecent(channel, form, (shape, level, usual) -> shape.growth(level, usual))
                / recentSpend(channel);
    }

    /** What a day's response becomes when spend is scaled, for one unit of its size. */
    double change(int channel, int form, double scale) {
        return overRecent(
                channel,
                form,
                (shape, level, usual) ->
                        shape.reached(scale * level, usual) - shape.reached(level, usual));
    }

    private interface OfLevel {
        double value(Shape shape, double level, double usual);
    }

    private double overRecent(int channel, int form, OfLevel function) {
        double[] spend = spends.get(channel);
        Shape shape = forms.get(form);
        double[] carried = shape.carried(spend);
        double usual = mean(spend);
        return recent(carried).map(each -> function.value(shape, each, usual)).average().orElse(0);
    }

    double recentSpend(int channel) {
        return recentMean(spends.get(channel));
    }

    static double recentMean(double[] days) {
        return recent(days).average().orElse(0);
    }

    private static DoubleStream recent(double[] days) {
        return Arrays.stream(days).skip(Math.max(0, days.length - RECENT));
    }

    int channels() {
        return spends.size();
    }

    int forms() {
        return forms.size();
    }

    int[] known() {
        return known;
    }

    double[] revenue() {
        return revenue;
    }

    List<double[]> baseline() {
        return baseline;
    }

    double[] level() {
        return level;
    }
}

package app.rotina.insight.ads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.hipparchus.distribution.continuous.GammaDistribution;

/**
 * Draws from what is known of the responses: a Gibbs sampler (Geman and Geman 1984) over noise and
 * each channel's shape, their sizes integrated out under Zellner's prior (1986) and drawn after. It
 * starts from one seed, so equal input gives an equal answer.
 */
final class Draws {
    private static final int BURNT = 100;
    private static final int KEPT = 1500;

    private final AdModel model;
    private final List<Whitened> noises;
    private final double freedom;
    private final SplittableRandom random = new SplittableRandom(20_100);
    private final GammaDistribution spread;
    private final int[] forms;
    private int noise;

    /** One draw: a shape a channel and its size, revenue a day when saturated. */
    record Draw(List<Integer> forms, List<Double> sizes) {

        /** A channel's figure, of what it is in each shape for one unit of size. */
        double of(int channel, double[] byForm) {
            return sizes.get(channel) * byForm[forms.get(channel)];
        }
    }

    private Draws(AdModel model) {
        this.model = model;
        this.noises = Noise.all().stream().map(each -> new Whitened(each, model)).toList();
        this.freedom =
                model.known().length - Columns.of(model.baseline()).size() - model.channels();
        this.spread = new GammaDistribution(freedom / 2, 2);
        this.forms = new int[model.channels()];
        Arrays.fill(forms, model.forms() / 2);
    }

    static List<Draw> of(AdModel model) {
        Draws draws = new Draws(model);
        List<Draw> kept = new ArrayList<>();
        for (int round = 0; round < BURNT + KEPT; round++) {
            draws.step();
            if (round >= BURNT) {
                kept.add(draws.draw());
            }
        }
        return kept;
    }

    private void step() {
        noise = pick(noises.size(), each -> noises.get(each).constant() + fit(noises.get(each)));
        for (int channel = 0; channel < forms.length; channel++) {
            reshape(channel);
        }
    }

    private double fit(Whitened under) {
        double[] rest = columns(under, -1).without(under.revenue());
        return evidence(Columns.dot(rest, rest));
    }

    private double evidence(double squares) {
        return -freedom / 2 * Math.log(Math.max(squares, Double.MIN_NORMAL));
    }

    /** First of the curves with its carry-over, then of the carry-overs with its curve. */
    private void reshape(int channel) {
        int curves = model.forms() / Shape.CARRIES;
        int carry = forms[channel] / curves;
        forms[channel] = carry * curves + pick(channel, curves, curve -> carry * curves + curve);
        int curve = forms[channel] % curves;
        forms[channel] =
                curve + curves * pick(channel, Shape.CARRIES, each -> each * curves + curve);
    }

    private int pick(int channel, int many, IntUnaryOperator form) {
        Whitened under = noises.get(noise);
        Columns others = columns(under, channel);
        double[] rest = others.without(under.revenue());
        double squares = Columns.dot(rest, rest);
        return pick(
                many,
                each -> {
                    double[] own = others.without(under.shape(channel, form.applyAsInt(each)));
                    double shared = Columns.dot(own, rest);
                    return evidence(squares - shared * shared / Columns.dot(own, own));
                });
    }

    private Columns columns(Whitened under, int except) {
        Columns columns = new Columns();
        for (int channel = 0; channel < forms.length; channel++) {
            if (channel != except) {
                columns.add(under.shape(channel, forms[channel]));
            }
        }
        return columns;
    }

    /** One of so many by the logarithms of their odds. */
    private int pick(int many, IntToDoubleFunction logOdds) {
        double[] odds = new double[many];
        Arrays.setAll(odds, logOdds);
        double top = Arrays.stream(odds).max().orElseThrow();
        double sum = 0;
        for (int i = 0; i < many; i++) {
            sum += Math.exp(odds[i] - top);
            odds[i] = sum;
        }
        double mark = random.nextDouble() * sum;
        for (int i = 0; i < many; i++) {
            if (mark < odds[i]) {
                return i;
            }
        }
        return many - 1;
    }

    /** Sizes by back substitution through the columns' basis. */
    private Draw draw() {
        Whitened under = noises.get(noise);
        Columns columns = columns(under, -1);
        double[] rest = columns.without(under.revenue());
        double error =
                Math.sqrt(
                        Columns.dot(rest, rest)
                                / spread.inverseCumulativeProbability(random.nextDouble()));
        double[] sizes = new double[forms.length];
        for (int i = forms.length - 1; i >= 0; i--) {
            double[] axis = columns.column(i);
            double along = Columns.dot(axis, under.revenue()) + error * random.nextGaussian();
            for (int j = i + 1; j < forms.length; j++) {
                along -= sizes[j] * Columns.dot(axis, under.shape(j, forms[j]));
            }
            sizes[i] = along / Columns.dot(axis, under.shape(i, forms[i]));
        }
        return new Draw(
                Arrays.stream(forms).boxed().toList(), Arrays.stream(sizes).boxed().toList());
    }
}

package app.rotina.insight.causes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What elements have in common beside their causes, from the open leaves.
 *
 * @param level the factor that all of the forecast was off by, 1 where none is seen
 * @param drift the standard deviation, as a part of one, by which the elements of a dimension are
 *     off by themselves, beyond the noise of their leaves
 */
record CommonShift(double level, double drift) {
    private static final double[] TAILS = {.2, .35, .5};
    private static final int LAYERS = 3;
    private static final int MOST_ELEMENTS = 2_000;
    private static final double VAGUE = .05;
    private static final double HALF = .455; // the median of a squared normal deviate
    private static final double STEP = .002;
    private static final double WIDEST = .3;
    private static final double NOISY = .2;
    private static final int FEW = 12;

    /** An element's actual over its forecast, weighted by the forecast. */
    private record Ratio(double value, double weight, double variance) {}

    /**
     * The level nearest to 1 that a good part of some cuboid's elements agree on: a cause leaves
     * others where they are, a common shift does not. With each round, when causes are explained,
     * more must agree.
     */
    static double level(List<Cuboid> cuboids, Deviations leaves, LeafNoise noise, int round) {
        double tail = TAILS[Math.min(round, TAILS.length - 1)];
        Open open = new Open(leaves, noise);
        double[] shifts = cuboids.stream().mapToDouble(each -> shift(each, open, tail)).toArray();
        double nearest = Double.POSITIVE_INFINITY;
        for (double shift : shifts) {
            nearest = Math.abs(shift) < Math.abs(nearest) ? shift : nearest;
        }
        return Double.isInfinite(nearest) ? 1 : Math.exp(nearest);
    }

    /** Infinite where the cuboid tells none. */
    private static double shift(Cuboid cuboid, Open open, double tail) {
        if (cuboid.layer() >= 1 && cuboid.layer() <= LAYERS && cuboid.size() <= MOST_ELEMENTS) {
            List<Ratio> ratios = ratios(cuboid, open);
            if (cuboid.layer() == 1 || variance(ratios) < VAGUE * VAGUE) {
                return nearestToNone(sorted(ratios), tail);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static double nearestToNone(Ratio[] ratios, double tail) {
        double low = Math.log(Math.max(1e-3, quantile(ratios, tail)));
        double high = Math.log(Math.max(1e-3, quantile(ratios, 1 - tail)));
        return low > 0 ? low : Math.min(high, 0);
    }

    /** The drift for which half of the elements of single dimensions lie within its median. */
    static double drift(List<Cuboid> cuboids, Deviations leaves, LeafNoise noise) {
        List<Ratio> squares = new ArrayList<>();
        Open open = new Open(leaves, noise);
        for (Cuboid cuboid : cuboids) {
            Ratio[] ratios = cuboid.layer() == 1 ? sorted(telling(cuboid, open)) : new Ratio[0];
            if (ratios.length >= 3) { // of two, neither is the one that drifted
                // each counts alike: the one that is the cause may weigh more than half
                double centre = ratios[ratios.length / 2].value;
                for (Ratio ratio : ratios) {
                    double far = ratio.value - centre;
                    squares.add(new Ratio(far * far, ratio.weight, ratio.variance));
                }
            }
        }
        if (squares.size() < FEW) {
            return 0; // what some of so few have done is no drift of all
        }
        for (double drift = 0; drift < WIDEST; drift += STEP) {
            double variance = drift * drift;
            long beyond =
                    squares.stream()
                            .filter(square -> square.value > HALF * (variance + square.variance))
                            .count();
            if (2 * beyond <= squares.size()) {
                return drift;
            }
        }
        return WIDEST;
    }

    /** Those of the elements whose own chance does not hide any drift. */
    private static List<Ratio> telling(Cuboid cuboid, Open open) {
        return ratios(cuboid, open).stream().filter(r -> r.variance < NOISY * NOISY).toList();
    }

    /** The open leaves summed by the elements of cuboids. */
    private static final class Open {
        private final IdentityHashMap<Cuboid, Sums> known = new IdentityHashMap<>();
        private final Sums ofLeaves;

        Open(Deviations leaves, LeafNoise noise) {
            ofLeaves = new Sums(leaves.leaves());
            for (int leaf = 0; leaf < leaves.leaves(); leaf++) {
                if (leaves.isOpen(leaf)) {
                    double size = leaves.size(leaf);
                    ofLeaves.actual[leaf] = leaves.actual(leaf);
                    ofLeaves.forecast[leaf] = leaves.forecast(leaf);
                    ofLeaves.variance[leaf] = size * size * noise.variance(size);
                }
            }
        }

        Sums of(@Nullable Cuboid cuboid) {
            if (cuboid == null) {
                return ofLeaves;
            }
            @Nullable Sums summed = known.get(cuboid);
            if (summed == null) {
                summed = of(cuboid.finer()).by(cuboid);
                known.put(cuboid, summed);
            }
            return summed;
        }
    }

    /** By leaf, or by element of a cuboid. */
    private static final class Sums {
        private final double[] actual;
        private final double[] forecast;
        private final double[] variance;

        Sums(int size) {
            actual = new double[size];
            forecast = new double[size];
            variance = new double[size];
        }

        Sums by(Cuboid cuboid) {
            Sums sums = new Sums(cuboid.size());
            int[] elements = cuboid.elements();
            for (int i = 0; i < elements.length; i++) {
                sums.actual[elements[i]] += actual[i];
                sums.forecast[elements[i]] += forecast[i];
                sums.variance[elements[i]] += variance[i];
            }
            return sums;
        }
    }

    private static List<Ratio> ratios(Cuboid cuboid, Open open) {
        Sums sums = open.of(cuboid);
        List<Ratio> ratios = new ArrayList<>();
        for (int e = 0; e < cuboid.size(); e++) {
            double forecast = sums.forecast[e];
            if (forecast > 0) {
                double relative = sums.variance[e] / forecast / forecast;
                ratios.add(new Ratio(sums.actual[e] / forecast, forecast, relative));
            }
        }
        return ratios;
    }

    private static Ratio[] sorted(List<Ratio> ratios) {
        return ratios.stream()
                .sorted(Comparator.comparingDouble(Ratio::value))
                .toArray(Ratio[]::new);
    }

    private static double quantile(Ratio[] sorted, double part) {
        double weight = Arrays.stream(sorted).mapToDouble(Ratio::weight).sum() * part;
        for (Ratio ratio : sorted) {
            weight -= ratio.weight;
            if (weight <= 0) {
                return ratio.value;
            }
        }
        return 1;
    }

    private static double variance(List<Ratio> ratios) {
        double weight = 0;
        double sum = 0;
        for (Ratio ratio : ratios) {
            weight += ratio.weight;
            sum += ratio.weight * ratio.variance;
        }
        return weight > 0 ? sum / weight : Double.POSITIVE_INFINITY;
    }
}

package app.rotina.insight.causes;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of every element of every cuboid, less its price: what the element costs to name
 * among all that could be named. Above zero it is worth naming.
 */
final class EvidenceCube {
    /** The evidence beyond its name that makes a cause, in nats: odds of seven to one. */
    private static final double MARGIN = 2;

    private final List<Cuboid> cuboids;
    private final int[] byMask;
    private final EvidenceSums[] sums;
    private final double[][] gains;
    private final boolean[][] passed;
    private final double[] price;
    private EvidenceSums terms = new EvidenceSums(0, false);

    EvidenceCube(List<Cuboid> cuboids, int dimensions) {
        this.cuboids = cuboids;
        this.byMask = new int[1 << dimensions];
        this.sums = new EvidenceSums[cuboids.size()];
        this.gains = new double[cuboids.size()][];
        this.passed = new boolean[cuboids.size()][];
        this.price = new double[cuboids.size()];
        Arrays.fill(byMask, -1);
        for (int c = 0; c < sums.length; c++) {
            Cuboid cuboid = cuboids.get(c);
            byMask[cuboid.mask()] = c;
            sums[c] = terms;
            gains[c] = new double[cuboid.size()];
            passed[c] = new boolean[cuboid.size()];
            price[c] = price(cuboid, dimensions);
        }
    }

    /** The layer, the cuboid in its layer, the element in its cuboid: each equally likely. */
    private static double price(Cuboid cuboid, int dimensions) {
        double siblings = 1;
        for (int k = 0; k < cuboid.layer(); k++) {
            siblings *= (double) (dimensions - k) / (k + 1);
        }
        return MARGIN + Math.log(dimensions + 1.0) + Math.log(siblings) + Math.log(cuboid.size());
    }

    void fill(EvidenceSums ofLeaves) {
        terms = ofLeaves;
        IdentityHashMap<Cuboid, EvidenceSums> known = new IdentityHashMap<>();
        for (int c = 0; c < sums.length; c++) {
            sums[c] = sums(cuboids.get(c), known);
        }
        IntStream.range(0, sums.length).parallel().forEach(this::weigh);
    }

    private EvidenceSums sums(
            @Nullable Cuboid cuboid, IdentityHashMap<Cuboid, EvidenceSums> known) {
        if (cuboid == null) {
            return terms;
        }
        @Nullable EvidenceSums summed = known.get(cuboid);
        if (summed == null) {
            EvidenceSums finer = sums(cuboid.finer(), known);
            summed = new EvidenceSums(cuboid.size(), terms.hasLaws());
            int[] elements = cuboid.elements();
            for (int i = 0; i < elements.length; i++) {
                summed.add(elements[i], finer, i, 1);
            }
            known.put(cuboid, summed);
        }
        return summed;
    }

    private void weigh(int c) {
        Arrays.fill(passed[c], false);
        for (int element = 0; element < gains[c].length; element++) {
            weigh(c, element);
        }
    }

    private void weigh(int cuboid, int element) {
        double evidence = Evidence.of(sums[cuboid], element, price[cuboid]);
        gains[cuboid][element] = evidence - price[cuboid];
    }

    /** Takes leaves out of all their elements, and looks at these elements again. */
    void explain(int[] leaves) {
        IntStream.range(0, sums.length).parallel().forEach(c -> explain(c, leaves));
    }

    private void explain(int c, int[] leaves) {
        Cuboid cuboid = cuboids.get(c);
        boolean[] touched = new boolean[gains[c].length];
        for (int leaf : leaves) {
            int element = cuboid.elementOf(leaf);
            sums[c].add(element, terms, leaf, -1);
            passed[c][element] = false;
            touched[element] = true;
        }
        for (int element = 0; element < touched.length; element++) {
            if (touched[element]) {
                weigh(c, element);
            }
        }
    }

    /** Leaves an element out until one of its leaves is explained. */
    void pass(int cuboid, int element) {
        passed[cuboid][element] = true;
    }

    boolean isPassed(int cuboid, int element) {
        return passed[cuboid][element];
    }

    /** The evidence over the price; below zero it may be less. */
    double gain(int cuboid, int element) {
        return gains[cuboid][element];
    }

    double gain(int cuboid, double evidence) {
        return evidence - price[cuboid];
    }

    double actual(int cuboid, int element) {
        return sums[cuboid].counts[element * Evidence.COUNTS + Evidence.ACTUAL];
    }

    double forecast(int cuboid, int element) {
        return sums[cuboid].counts[element * Evidence.COUNTS + Evidence.FORECAST];
    }

    EvidenceSums terms() {
        return terms;
    }

    /** The number of the cuboid with one dimension more; −1 where it is not searched. */
    int refined(int cuboid, int dimension) {
        int mask = cuboids.get(cuboid).mask();
        return (mask & 1 << dimension) != 0 ? -1 : byMask[mask | 1 << dimension];
    }

    int cuboids() {
        return sums.length;
    }

    int elements(int cuboid) {
        return gains[cuboid].length;
    }

    Cuboid cuboid(int number) {
        return cuboids.get(number);
    }
}

package app.rotina.insight.causes;

import java.util.Arrays;
import java.util.List;

/**
 * The evidence of every element of every cuboid, less its price: what the element costs to name
 * among all that could be named. Above zero it is worth naming.
 */
final class EvidenceCube {
    /** The evidence beyond its name that makes a cause, in nats: odds of seven to one. */
    private static final double MARGIN = 2;

    private final List<Cuboid> cuboids;
    private final int[] byMask;
    private final double[][] sums;
    private final double[][] gains;
    private final boolean[][] passed;
    private final double[] price;
    private double[] terms = {};

    EvidenceCube(List<Cuboid> cuboids, int dimensions) {
        this.cuboids = cuboids;
        this.byMask = new int[1 << dimensions];
        this.sums = new double[cuboids.size()][];
        this.gains = new double[cuboids.size()][];
        this.passed = new boolean[cuboids.size()][];
        this.price = new double[cuboids.size()];
        Arrays.fill(byMask, -1);
        for (int c = 0; c < sums.length; c++) {
            Cuboid cuboid = cuboids.get(c);
            byMask[cuboid.mask()] = c;
            sums[c] = new double[cuboid.size() * Evidence.WIDTH];
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

    void fill(double[] ofLeaves) {
        terms = ofLeaves;
        for (int c = 0; c < sums.length; c++) {
            Arrays.fill(sums[c], 0);
            Arrays.fill(passed[c], false);
            int[] elementOf = cuboids.get(c).elementOf();
            for (int leaf = 0; leaf < elementOf.length; leaf++) {
                add(sums[c], elementOf[leaf], leaf, 1);
            }
            for (int element = 0; element < gains[c].length; element++) {
                weigh(c, element);
            }
        }
    }

    private void add(double[] to, int element, int leaf, double sign) {
        int at = element * Evidence.WIDTH;
        int from = leaf * Evidence.WIDTH;
        for (int k = 0; k < Evidence.WIDTH; k++) {
            to[at + k] += sign * terms[from + k];
        }
    }

    private void weigh(int cuboid, int element) {
        double evidence = Evidence.of(sums[cuboid], element * Evidence.WIDTH);
        gains[cuboid][element] = evidence - price[cuboid];
    }

    /** Takes leaves out of all their elements, and looks at these elements again. */
    void explain(int[] leaves) {
        for (int c = 0; c < sums.length; c++) {
            int[] elementOf = cuboids.get(c).elementOf();
            for (int leaf : leaves) {
                add(sums[c], elementOf[leaf], leaf, -1);
                passed[c][elementOf[leaf]] = false;
            }
            boolean[] weighed = new boolean[gains[c].length];
            for (int leaf : leaves) {
                if (!weighed[elementOf[leaf]]) {
                    weighed[elementOf[leaf]] = true;
                    weigh(c, elementOf[leaf]);
                }
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

    /** The evidence over the price. */
    double gain(int cuboid, int element) {
        return gains[cuboid][element];
    }

    double gain(int cuboid, double evidence) {
        return evidence - price[cuboid];
    }

    double actual(int cuboid, int element) {
        return sums[cuboid][element * Evidence.WIDTH + Evidence.ACTUAL];
    }

    double forecast(int cuboid, int element) {
        return sums[cuboid][element * Evidence.WIDTH + Evidence.FORECAST];
    }

    double[] terms() {
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

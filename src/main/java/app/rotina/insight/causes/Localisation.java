package app.rotina.insight.causes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The search for the smallest set of elements: the one with the most evidence first, unless its
 * parts together have more, then the next among the leaves left. Noise, common level and drift are
 * then fitted anew to what is unexplained, and the search repeated until the set stays.
 */
final class Localisation {
    private static final int ROUNDS = 3;
    private static final int MOST_CUBOIDS = 64;
    private static final double SPLIT = 1.1; // parts must win by a tenth: no cause is quite even
    private static final double SMALLEST_SHIFT = .08;
    private static final double DRIFTS = 4;
    private static final double LEAST_LEFT = .25; // of the leaves, to tell noise by

    private final Leaves leaves;
    private final Limits limits;
    private final List<Cuboid> cuboids;
    private final EvidenceCube cube;
    private final long start = System.nanoTime();
    private boolean[] explained;
    private Deviations deviations;
    private LeafNoise noise = new LeafNoise(0, 1, 0);
    private CommonShift common = new CommonShift(1, 0);
    private boolean belowFloor;
    private boolean outOfTime;

    /** An element found, and its evidence. */
    record Found(Cuboid cuboid, int element, Members members, double evidence) {}

    /** The leaves of an element without those of elements found before. */
    static final class Members {
        private final int[] leaves;

        Members(int[] leaves) {
            this.leaves = leaves;
        }

        int[] leaves() {
            return leaves;
        }
    }

    Localisation(Leaves leaves, Limits limits) {
        this.leaves = leaves;
        this.limits = limits;
        this.explained = new boolean[leaves.size()];
        this.deviations = new Deviations(leaves, 1, explained);
        this.cuboids = Cuboid.lattice(leaves, layers(leaves.dimensions()));
        this.cube = new EvidenceCube(cuboids, leaves.dimensions());
    }

    /** As many layers as are quickly searched; with up to six dimensions it is all of them. */
    private static int layers(int dimensions) {
        double cuboids = 1;
        double ofLayer = 1;
        for (int layer = 1; layer <= dimensions; layer++) {
            ofLayer = ofLayer * (dimensions - layer + 1) / layer;
            cuboids += ofLayer;
            if (cuboids > MOST_CUBOIDS) {
                return layer - 1;
            }
        }
        return dimensions;
    }

    List<Found> run() {
        List<Found> found = List.of();
        for (int round = 0; round < ROUNDS && (round == 0 || enoughLeft()); round++) {
            fit(round);
            List<Found> next = search();
            if (outOfTime && round > 0) {
                return found;
            }
            boolean stays = names(next).equals(names(found));
            found = next;
            if (stays || outOfTime) {
                break;
            }
        }
        return found;
    }

    private boolean enoughLeft() {
        int left = 0;
        int all = 0;
        for (int leaf = 0; leaf < explained.length; leaf++) {
            all += deviations.exists(leaf) ? 1 : 0;
            left += deviations.exists(leaf) && !explained[leaf] ? 1 : 0;
        }
        return left > LEAST_LEFT * all;
    }

    private static List<Long> names(List<Found> found) {
        return found.stream().map(f -> (long) f.cuboid.mask() << 32 | f.element).sorted().toList();
    }

    private void fit(int round) {
        deviations = new Deviations(leaves, 1, explained);
        noise = LeafNoise.fit(deviations, round == 0);
        double level = CommonShift.level(cuboids, deviations, noise, round);
        deviations = new Deviations(leaves, level, explained);
        noise = LeafNoise.fit(deviations, round == 0);
        common = new CommonShift(level, CommonShift.drift(cuboids, deviations, noise));
    }

    private List<Found> search() {
        explained = new boolean[leaves.size()];
        cube.fill(Evidence.terms(deviations, noise));
        List<Found> found = new ArrayList<>();
        while (found.size() < limits.most()) {
            outOfTime = System.nanoTime() - start > limits.time().toNanos();
            Found best = outOfTime ? null : best();
            if (best == null) {
                break;
            }
            found.add(best);
            for (int leaf : best.members.leaves) {
                explained[leaf] = true;
            }
            cube.explain(best.members.leaves);
        }
        return found;
    }

    /** The element with the most evidence whose parts do not have more. */
    private @Nullable Found best() {
        while (true) {
            belowFloor = false;
            int cuboid = -1;
            int element = -1;
            double most = 0;
            for (int c = 1; c < cube.cuboids(); c++) {
                for (int e = 0; e < cube.elements(c); e++) {
                    if (cube.gain(c, e) > most + 1e-9 && !cube.isPassed(c, e) && matters(c, e)) {
                        most = cube.gain(c, e);
                        cuboid = c;
                        element = e;
                    }
                }
            }
            if (cuboid < 0) {
                return null;
            }
            int[] members = members(cuboid, element);
            if (!isSplit(cuboid, members, most)) {
                return new Found(cube.cuboid(cuboid), element, new Members(members), most);
            }
            cube.pass(cuboid, element);
        }
    }

    private boolean matters(int cuboid, int element) {
        double actual = cube.actual(cuboid, element);
        double forecast = cube.forecast(cuboid, element);
        double drift = DRIFTS * common.drift() * Math.sqrt(cube.cuboid(cuboid).layer());
        double gap = Math.abs(actual - forecast);
        if (gap < Math.max(SMALLEST_SHIFT, drift) * Math.max(actual, forecast)) {
            return false;
        }
        belowFloor |= gap < limits.floor();
        return gap >= limits.floor();
    }

    private int[] members(int cuboid, int element) {
        Cuboid of = cube.cuboid(cuboid);
        int[] members = new int[explained.length];
        int count = 0;
        for (int leaf = 0; leaf < members.length; leaf++) {
            if (!explained[leaf] && of.elementOf(leaf) == element) {
                members[count++] = leaf;
            }
        }
        return Arrays.copyOf(members, count);
    }

    /** Whether its elements of some further dimension have more evidence together. */
    private boolean isSplit(int cuboid, int[] members, double gain) {
        double evidence = Evidence.robust(deviations, noise, cube.terms(), members);
        double own = Math.max(gain, cube.gain(cuboid, evidence));
        for (int d = 0; d < leaves.dimensions(); d++) {
            int finer = cube.refined(cuboid, d);
            if (finer >= 0 && together(finer, members) > SPLIT * own) {
                return true;
            }
        }
        return false;
    }

    private double together(int cuboid, int[] members) {
        Cuboid of = cube.cuboid(cuboid);
        boolean[] seen = new boolean[cube.elements(cuboid)];
        double sum = 0;
        for (int leaf : members) {
            int element = of.elementOf(leaf);
            if (!seen[element]) {
                seen[element] = true;
                sum += Math.max(0, cube.gain(cuboid, element));
            }
        }
        return sum;
    }

    double level() {
        return common.level();
    }

    boolean isBelowFloor() {
        return belowFloor;
    }

    boolean isOutOfTime() {
        return outOfTime;
    }
}

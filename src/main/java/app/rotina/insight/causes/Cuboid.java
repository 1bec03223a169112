package app.rotina.insight.causes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The leaves grouped by some of their dimensions: which element each leaf belongs to. A cuboid of k
 * dimensions is of layer k; the one of layer 0 has one element, the whole. It rests on the smallest
 * finer one that there is, since that has far fewer elements than there are leaves; all sums over
 * its elements can be taken from there.
 */
final class Cuboid {
    private static final int MOST_ELEMENTS = 400_000; // 140 bytes each while searching
    private static final int WIDEST = 3; // dimensions without which there are far fewer elements
    private static final double FAR_FEWER = .8;

    private final int mask;
    private final @Nullable Cuboid finer; // absence: the leaves themselves
    private final int[] elementOf; // by element of the finer one
    private final int[] leafOf; // one by element

    private Cuboid(int mask, @Nullable Cuboid finer, int[] elementOf, int[] leafOf) {
        this.mask = mask;
        this.finer = finer;
        this.elementOf = elementOf;
        this.leafOf = leafOf;
    }

    /** One bit per dimension. */
    int mask() {
        return mask;
    }

    /** The one it rests on; absence: the leaves themselves. */
    @Nullable Cuboid finer() {
        return finer;
    }

    /** The element by element of the finer one, or by leaf; not to be written to. */
    int[] elements() {
        return elementOf;
    }

    int elementOf(int leaf) {
        return elementOf[finer == null ? leaf : finer.elementOf(leaf)];
    }

    /** How many elements have a leaf. */
    int size() {
        return leafOf.length;
    }

    int layer() {
        return Integer.bitCount(mask);
    }

    /** All cuboids up to a layer, by layer; a layer after one that made too many has none. */
    static List<Cuboid> lattice(Leaves leaves, int layers) {
        @Nullable Cuboid[] byMask = new @Nullable Cuboid[1 << leaves.dimensions()];
        int[] helping = helping(leaves);
        IntStream.range(0, byMask.length)
                .filter(mask ->
                        Integer.bitCount(mask) <= layers
                                || IntStream.of(helping).anyMatch(each -> each == mask))
                .boxed()
                .sorted(
                        Comparator.comparingInt((Integer mask) -> Integer.bitCount(mask))
                                .reversed())
                .forEach(mask -> byMask[mask] = of(leaves, mask, smallest(leaves, byMask, mask)));
        List<Cuboid> all = new ArrayList<>();
        int elements = 0;
        for (int layer = 0; layer <= layers && elements <= MOST_ELEMENTS; layer++) {
            for (@Nullable Cuboid cuboid : byMask) {
                if (cuboid != null && cuboid.layer() == layer) {
                    all.add(cuboid);
                    elements += cuboid.size();
                }
            }
        }
        return List.copyOf(all);
    }

    /** All dimensions but some of those with the most values. */
    private static int[] helping(Leaves leaves) {
        int[] widest =
                IntStream.range(0, leaves.dimensions())
                        .boxed()
                        .sorted(
                                Comparator.comparingInt((Integer one) -> leaves.cardinality(one))
                                        .reversed())
                        .limit(WIDEST)
                        .mapToInt(dimension -> 1 << dimension)
                        .toArray();
        int full = (1 << leaves.dimensions()) - 1;
        return IntStream.range(1, 1 << widest.length)
                .map(some ->
                        full
                                & ~IntStream.range(0, widest.length)
                                        .filter(each -> (some & 1 << each) != 0)
                                        .map(each -> widest[each])
                                        .sum())
                .toArray();
    }

    /** Of the finer ones, unless the leaves are hardly more. */
    private static @Nullable Cuboid smallest(Leaves leaves, @Nullable Cuboid[] byMask, int mask) {
        @Nullable Cuboid smallest = null;
        double least = FAR_FEWER * leaves.size();
        for (@Nullable Cuboid each : byMask) {
            if (each != null && (each.mask & mask) == mask && each.size() < least) {
                smallest = each;
                least = each.size();
            }
        }
        return smallest;
    }

    private static Cuboid of(Leaves leaves, int mask, @Nullable Cuboid finer) {
        int[] elementOf = new int[finer == null ? leaves.size() : finer.size()];
        int elements = 1;
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            int dimension = Integer.numberOfTrailingZeros(rest);
            int[] codes = new int[elementOf.length];
            Arrays.setAll(codes, i -> leaves.code(dimension, finer == null ? i : finer.leafOf[i]));
            elements = refine(elementOf, elements, codes, leaves.cardinality(dimension));
        }
        int[] leafOf = new int[elements];
        for (int i = elementOf.length - 1; i >= 0; i--) {
            leafOf[elementOf[i]] = finer == null ? i : finer.leafOf[i];
        }
        return new Cuboid(mask, finer, elementOf, leafOf);
    }

    /** Numbers the elements anew, by one dimension more, in their order; how many there are. */
    private static int refine(int[] elementOf, int elements, int[] codes, int cardinality) {
        long cells = (long) elements * cardinality;
        return cells <= Math.max(1 << 16, 8L * elementOf.length)
                ? byTable(elementOf, codes, cardinality, new int[(int) cells])
                : byHash(elementOf, codes, cardinality);
    }

    private static int byTable(int[] elementOf, int[] codes, int cardinality, int[] numbers) {
        int elements = 0;
        for (int i = 0; i < elementOf.length; i++) {
            int cell = elementOf[i] * cardinality + codes[i];
            if (numbers[cell] == 0) {
                numbers[cell] = ++elements;
            }
            elementOf[i] = numbers[cell] - 1;
        }
        return elements;
    }

    private static int byHash(int[] elementOf, int[] codes, long cardinality) {
        int capacity = Integer.highestOneBit(Math.max(16, elementOf.length)) << 2;
        long[] keys = new long[capacity];
        Arrays.fill(keys, -1);
        int[] numbers = new int[capacity];
        int elements = 0;
        for (int i = 0; i < elementOf.length; i++) {
            long key = elementOf[i] * cardinality + codes[i];
            int slot = slot(keys, key);
            if (keys[slot] < 0) {
                keys[slot] = key;
                numbers[slot] = elements++;
            }
            elementOf[i] = numbers[slot];
        }
        return elements;
    }

    private static int slot(long[] keys, long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (keys.length - 1);
        while (keys[slot] >= 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}

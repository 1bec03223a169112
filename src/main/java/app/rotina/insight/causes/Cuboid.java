package app.rotina.insight.causes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The leaves grouped by some of their dimensions: which element each leaf belongs to. A cuboid of k
 * dimensions is of layer k; the one of layer 0 has one element, the whole.
 */
final class Cuboid {
    private static final int MOST_ELEMENTS = 400_000; // 140 bytes each while searching

    private final int mask;
    private final int[] elementOf;
    private final int size;

    private Cuboid(int mask, int[] elementOf, int size) {
        this.mask = mask;
        this.elementOf = elementOf;
        this.size = size;
    }

    /** One bit per dimension. */
    int mask() {
        return mask;
    }

    /** The element by leaf; not to be written to. */
    int[] elementOf() {
        return elementOf;
    }

    /** How many elements have a leaf. */
    int size() {
        return size;
    }

    int layer() {
        return Integer.bitCount(mask);
    }

    /** All cuboids up to a layer, by layer; a layer after one that made too many has none. */
    static List<Cuboid> lattice(Leaves leaves, int layers) {
        Cuboid[] byMask = new Cuboid[1 << leaves.dimensions()];
        byMask[0] = new Cuboid(0, new int[leaves.size()], 1);
        List<Cuboid> all = new ArrayList<>();
        all.add(byMask[0]);
        int elements = 1;
        for (int layer = 1; layer <= layers && elements <= MOST_ELEMENTS; layer++) {
            for (int mask = 1; mask < byMask.length; mask++) {
                if (Integer.bitCount(mask) == layer) {
                    int last = Integer.numberOfTrailingZeros(mask);
                    byMask[mask] = byMask[mask & (mask - 1)].refined(leaves, last);
                    all.add(byMask[mask]);
                    elements += byMask[mask].size;
                }
            }
        }
        return List.copyOf(all);
    }

    private Cuboid refined(Leaves leaves, int dimension) {
        int cardinality = leaves.cardinality(dimension);
        long cells = (long) size * cardinality;
        int[] fine = new int[elementOf.length];
        int elements =
                cells <= Math.max(1 << 16, 8L * elementOf.length)
                        ? byTable(leaves, dimension, fine, (int) cells)
                        : byHash(leaves, dimension, fine);
        return new Cuboid(mask | 1 << dimension, fine, elements);
    }

    private int byTable(Leaves leaves, int dimension, int[] fine, int cells) {
        int[] numbers = new int[cells];
        int cardinality = leaves.cardinality(dimension);
        int elements = 0;
        for (int i = 0; i < fine.length; i++) {
            int cell = elementOf[i] * cardinality + leaves.code(dimension, i);
            if (numbers[cell] == 0) {
                numbers[cell] = ++elements;
            }
            fine[i] = numbers[cell] - 1;
        }
        return elements;
    }

    private int byHash(Leaves leaves, int dimension, int[] fine) {
        int capacity = Integer.highestOneBit(Math.max(16, fine.length)) << 2;
        long[] keys = new long[capacity];
        Arrays.fill(keys, -1);
        int[] numbers = new int[capacity];
        long cardinality = leaves.cardinality(dimension);
        int elements = 0;
        for (int i = 0; i < fine.length; i++) {
            long key = elementOf[i] * cardinality + leaves.code(dimension, i);
            int slot = slot(keys, key);
            if (keys[slot] < 0) {
                keys[slot] = key;
                numbers[slot] = elements++;
            }
            fine[i] = numbers[slot];
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

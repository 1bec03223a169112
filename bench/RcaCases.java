import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Writes root-cause cases with known truth, in the format that Rca reads. {@code s} and {@code l}
 * follow the description of RiskLoc's synthetic sets (Kalander 2022, section 5.1); {@code shop} is
 * what a day of a store looks like.
 */
public final class RcaCases {
    static final String TRUTH = "injection_info.csv";

    private final Path folder;
    private final SplittableRandom luck;
    private final List<String> truth = new ArrayList<>(List.of("timestamp,set"));

    private RcaCases(Path folder, long seed) {
        this.folder = folder;
        this.luck = new SplittableRandom(seed);
    }

    public static void main(String[] args) throws IOException {
        write(args[0], Integer.parseInt(args[1]), Long.parseLong(args[2]), Path.of(args[3]));
    }

    private static void write(String kind, int count, long seed, Path folder) throws IOException {
        Files.createDirectories(folder);
        RcaCases cases = new RcaCases(folder, seed);
        for (int number = 1; number <= count; number++) {
            switch (kind) {
                case "s" -> cases.synthetic(number, new int[] {10, 12, 10, 8, 5}, false);
                case "l" -> cases.synthetic(number, new int[] {10, 24, 10, 15}, true);
                case "shop" -> ShopCase.draw(cases.luck.split()).write(cases, number);
                default -> throw new IllegalArgumentException("s, l or shop, not " + kind);
            }
        }
        Files.write(folder.resolve(TRUTH), cases.truth);
        System.out.printf("%d cases of %s in %s%n", count, kind, folder);
    }

    /** Leaves of Weibull sizes, errors of any side, causes that scale all their leaves alike. */
    private void synthetic(int number, int[] sizes, boolean leavesOnly) throws IOException {
        Grid grid = new Grid(sizes);
        double zeroRate = between(0, .25);
        double noise = between(0, leavesOnly ? .1 : .25);
        double shape = between(.5, 1);
        double[] actual = new double[grid.leaves()];
        double[] forecast = new double[grid.leaves()];
        for (int i = 0; i < actual.length; i++) {
            double value = luck.nextDouble() < zeroRate ? 0 : 100 * Math.pow(-Math.log(1 - luck.nextDouble()), 1 / shape);
            double other = Math.max(0, value + value * noise * luck.nextGaussian());
            boolean swap = luck.nextBoolean();
            actual[i] = swap ? other : value;
            forecast[i] = swap ? value : other;
        }
        boolean surplus = Arrays.stream(actual).sum() > Arrays.stream(forecast).sum();
        TreeSet<String> names = new TreeSet<>();
        List<int[]> causes = new ArrayList<>();
        int groups = 1 + luck.nextInt(leavesOnly ? 5 : 3);
        for (int g = 0; g < groups; g++) {
            int layer = leavesOnly ? sizes.length : 1 + luck.nextInt(sizes.length);
            double severity = between(leavesOnly ? .5 : .2, 1) + noise;
            double spread = leavesOnly ? 0 : between(0, .1);
            for (int[] element : group(grid, layer, leavesOnly ? 1 : 1 + luck.nextInt(3), causes, actual)) {
                names.add(grid.name(element));
                for (int i = 0; i < actual.length; i++) {
                    if (grid.covers(element, i)) {
                        double base = surplus ? actual[i] : forecast[i];
                        double scaled = Math.max(0, base * (1 - severity - spread * luck.nextGaussian()));
                        actual[i] = surplus ? base : scaled;
                        forecast[i] = surplus ? scaled : base;
                    }
                }
                causes.add(element);
            }
        }
        write(number + "", grid, actual, forecast);
        truth.add(number + "," + String.join(";", names));
    }

    /** Elements of one cuboid that share no value with an earlier cause. */
    private List<int[]> group(Grid grid, int layer, int count, List<int[]> earlier, double[] actual) {
        while (true) {
            int[] dimensions = shuffled(grid.sizes.length);
            List<int[]> group = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                int[] element = new int[grid.sizes.length];
                Arrays.fill(element, -1);
                for (int j = 0; j < layer; j++) {
                    element[dimensions[j]] = luck.nextInt(grid.sizes[dimensions[j]]);
                }
                group.add(element);
            }
            boolean distinct = group.stream().map(Arrays::toString).distinct().count() == count;
            boolean apart = group.stream().noneMatch(e -> earlier.stream().anyMatch(o -> touches(e, o)));
            boolean visible =
                    layer < grid.sizes.length
                            || group.stream().allMatch(e -> actual[grid.leaf(e)] > 0);
            if (distinct && apart && visible) {
                return group;
            }
        }
    }

    private static boolean touches(int[] one, int[] other) {
        boolean sameCuboid = true;
        boolean shared = false;
        for (int d = 0; d < one.length; d++) {
            sameCuboid &= one[d] < 0 == other[d] < 0;
            shared |= one[d] >= 0 && one[d] == other[d];
        }
        return shared || sameCuboid && Arrays.stream(one).anyMatch(v -> v < 0);
    }

    private int[] shuffled(int n) {
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = luck.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    private double between(double from, double to) {
        return from + (to - from) * luck.nextDouble();
    }

    void remember(int number, String set) {
        truth.add(number + "," + set);
    }

    void write(String name, Grid grid, double[] actual, double[] forecast) throws IOException {
        Path file = folder.resolve(name + ".csv.gz");
        try (PrintWriter out =
                new PrintWriter(
                        new OutputStreamWriter(
                                new GZIPOutputStream(Files.newOutputStream(file)),
                                StandardCharsets.UTF_8))) {
            out.println(String.join(",", grid.dimensions()) + ",real,predict");
            for (int i = 0; i < actual.length; i++) {
                out.println(grid.values(i) + "," + actual[i] + "," + forecast[i]);
            }
        }
    }

    /** All combinations of the values of some dimensions: a, b, c … with a1, a2 … */
    record Grid(int[] sizes) {
        int leaves() {
            return Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
        }

        List<String> dimensions() {
            return IntStream.range(0, sizes.length).mapToObj(d -> "" + (char) ('a' + d)).toList();
        }

        int code(int dimension, int leaf) {
            int rest = leaf;
            for (int d = sizes.length - 1; d > dimension; d--) {
                rest /= sizes[d];
            }
            return rest % sizes[dimension];
        }

        int leaf(int[] element) {
            int leaf = 0;
            for (int d = 0; d < sizes.length; d++) {
                leaf = leaf * sizes[d] + element[d];
            }
            return leaf;
        }

        /** An element has a code in each of its dimensions and −1 in the others. */
        boolean covers(int[] element, int leaf) {
            for (int d = 0; d < sizes.length; d++) {
                if (element[d] >= 0 && element[d] != code(d, leaf)) {
                    return false;
                }
            }
            return true;
        }

        String values(int leaf) {
            return IntStream.range(0, sizes.length)
                    .mapToObj(d -> value(d, code(d, leaf)))
                    .collect(Collectors.joining(","));
        }

        String name(int[] element) {
            return IntStream.range(0, sizes.length)
                    .filter(d -> element[d] >= 0)
                    .mapToObj(d -> (char) ('a' + d) + "=" + value(d, element[d]))
                    .collect(Collectors.joining("&"));
        }

        private static String value(int dimension, int code) {
            return String.format(Locale.ROOT, "%c%d", 'a' + dimension, code + 1);
        }
    }
}

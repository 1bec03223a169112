import app.rotina.insight.causes.Leaves;
import app.rotina.insight.causes.Limits;
import app.rotina.insight.causes.RootCauses;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Scores root-cause localisation on a folder of cases: injection_info.csv (timestamp, set) and a
 * table per case, gzipped or not, of its dimensions, real and predict; or a pair of tables .a and
 * .b, numerator and denominator of a ratio. Elements count as the field counts them: right if the
 * very same element is in the truth.
 */
public final class Rca {
    private int right;
    private int wrong;
    private int missed;
    private final List<Double> seconds = new ArrayList<>();

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Rca rca = new Rca();
        List<String[]> truth = table(folder.resolve(RcaCases.TRUTH));
        List<String> header = List.of(truth.getFirst());
        rca.warmUp(folder, truth, header);
        for (String[] line : truth.subList(1, truth.size())) {
            rca.score(folder, line[header.indexOf("timestamp")], line[header.indexOf("set")]);
        }
        rca.print();
    }

    /** A server that closes days has closed some: the first cases, unscored, for eight seconds. */
    private void warmUp(Path folder, List<String[]> truth, List<String> header) throws IOException {
        long until = System.nanoTime() + 8_000_000_000L;
        for (int k = 0; System.nanoTime() < until; k++) {
            String[] line = truth.get(1 + k % (truth.size() - 1));
            RootCauses.of(leaves(folder, line[header.indexOf("timestamp")]), Limits.DEFAULT, 2);
        }
    }

    private void score(Path folder, String name, String set) throws IOException {
        Leaves leaves = leaves(folder, name);
        long start = System.nanoTime();
        RootCauses causes = RootCauses.of(leaves, Limits.DEFAULT, 2);
        double took = (System.nanoTime() - start) / 1e9;
        seconds.add(took);
        Set<String> expected = elements(List.of(set.split(";")));
        Set<String> named =
                elements(causes.causes().stream().map(cause -> name(cause)).toList());
        Set<String> both = new TreeSet<>(named);
        both.retainAll(expected);
        right += both.size();
        wrong += named.size() - both.size();
        missed += expected.size() - both.size();
        if (both.size() < Math.max(named.size(), expected.size())) {
            Set<String> more = new TreeSet<>(named);
            more.removeAll(expected);
            expected.removeAll(named);
            System.out.printf(Locale.ROOT, "%s: %d leaves, %d right, wrong %s, missed %s, %.3f s%n", name, leaves.size(), both.size(), more, expected, took);
        }
    }

    private static String name(RootCauses.Cause cause) {
        return cause.element().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("&"));
    }

    private static Set<String> elements(List<String> names) {
        return names.stream()
                .filter(name -> !name.isEmpty())
                .map(name -> Arrays.stream(name.split("&")).sorted().collect(Collectors.joining("&")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void print() {
        double precision = right + wrong == 0 ? 0 : (double) right / (right + wrong);
        double recall = right + missed == 0 ? 0 : (double) right / (right + missed);
        double f1 = right == 0 ? 0 : 2.0 * right / (2 * right + wrong + missed);
        List<Double> sorted = seconds.stream().sorted().toList();
        double p99 = sorted.get((int) Math.ceil(.99 * sorted.size()) - 1);
        double mean = seconds.stream().mapToDouble(s -> s).average().orElse(0);
        System.out.printf(
                Locale.ROOT,
                "{\"cases\": %d, \"f1\": %.4f, \"precision\": %.4f, \"recall\": %.4f, \"mean_s\": %.4f, \"p99_s\": %.4f}%n",
                seconds.size(), f1, precision, recall, mean, p99);
    }

    private static Leaves leaves(Path folder, String name) throws IOException {
        if (exists(folder, name)) {
            List<String[]> rows = table(file(folder, name));
            int dimensions = rows.getFirst().length - 2;
            return Leaves.of(
                    List.of(rows.getFirst()).subList(0, dimensions),
                    rows.stream().skip(1).map(row -> leaf(row, dimensions)).toList());
        }
        return ratio(table(file(folder, name + ".a")), table(file(folder, name + ".b")));
    }

    private static Leaves.Leaf leaf(String[] row, int dimensions) {
        return new Leaves.Leaf(
                List.of(row).subList(0, dimensions),
                Double.parseDouble(row[dimensions]),
                Double.parseDouble(row[dimensions + 1]));
    }

    /** The rows of both tables are of the same leaves in the same order. */
    private static Leaves ratio(List<String[]> numerators, List<String[]> denominators) {
        int dimensions = numerators.getFirst().length - 2;
        List<Leaves.RatioLeaf> rows = new ArrayList<>();
        for (int i = 1; i < numerators.size(); i++) {
            Leaves.Leaf above = leaf(numerators.get(i), dimensions);
            Leaves.Leaf below = leaf(denominators.get(i), dimensions);
            if (!above.values().equals(below.values())) {
                throw new IllegalArgumentException("line " + i + " is of two leaves: " + above);
            }
            rows.add(
                    new Leaves.RatioLeaf(
                            above.values(), above.actual(), below.actual(), above.forecast(), below.forecast()));
        }
        return Leaves.ofRatio(List.of(numerators.getFirst()).subList(0, dimensions), rows);
    }

    private static List<String[]> table(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> line.split(",", -1)).toList();
        }
    }

    private static boolean exists(Path folder, String name) {
        return Files.exists(folder.resolve(name + ".csv")) || Files.exists(folder.resolve(name + ".csv.gz"));
    }

    private static Path file(Path folder, String name) {
        Path plain = folder.resolve(name + ".csv");
        return Files.exists(plain) ? plain : folder.resolve(name + ".csv.gz");
    }
}

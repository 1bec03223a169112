import app.rotina.insight.Attribution.Part;
import app.rotina.insight.Change;
import app.rotina.insight.Change.Additive;
import app.rotina.insight.Change.Factor;
import app.rotina.insight.Change.Term;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Takes apart fuzzed trees of drivers, with zeros, refunds and negative values, and counts those
 * whose parts do not sum to the cent, and those that change when factors are named in another
 * order; and times one tree of many cells.
 */
public final class Attribution {
    private static final List<String> METRICS =
            List.of("sessions", "conversion", "ticket", "approval", "refunds", "late");
    private static final int CELLS = 50_000; // amounts, of half as many products of two factors
    private static final int ROUNDS = 30;

    private final SplittableRandom luck = new SplittableRandom(1);

    public static void main(String[] args) {
        Attribution bench = new Attribution();
        int trees = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int open = 0;
        int asymmetric = 0;
        long start = System.nanoTime();
        for (int i = 0; i < trees; i++) {
            List<Change> tree = bench.tree();
            app.rotina.insight.Attribution why = app.rotina.insight.Attribution.of(tree, 2);
            open += isOpen(tree, why) ? 1 : 0;
            asymmetric += isAsymmetric(tree, why, i) ? 1 : 0;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "{\"trees\": %d, \"open\": %d, \"asymmetric\": %d, \"trees_s\": %.1f, \"cells\": %d, \"cells_ms\": %.0f}%n",
                trees, open, asymmetric, seconds, CELLS, bench.cellsMillis());
    }

    private List<Change> tree() {
        List<Change> tree = new ArrayList<>();
        for (int i = luck.nextInt(1, 6); i > 0; i--) {
            tree.add(luck.nextInt(4) == 0 ? additive() : term(luck.nextInt(3) > 0));
        }
        return tree;
    }

    private Change additive() {
        return Additive.of(METRICS.get(4 + luck.nextInt(2)), any(), any());
    }

    private Change term(boolean positive) {
        List<String> metrics = new ArrayList<>(METRICS);
        Collections.shuffle(metrics, new Random(luck.nextLong()));
        List<Factor> factors = new ArrayList<>();
        for (String metric : metrics.subList(0, luck.nextInt(1, 5))) {
            BigDecimal then = positive ? any().abs().add(BigDecimal.ONE) : any();
            BigDecimal now = positive ? any().abs().add(BigDecimal.ONE) : any();
            factors.add(Factor.of(metric, then, now));
        }
        return new Term(factors);
    }

    private BigDecimal any() {
        return switch (luck.nextInt(6)) {
            case 0 -> BigDecimal.ZERO;
            case 1 -> BigDecimal.valueOf(luck.nextLong(-1_000_000, 0), 2);
            case 2 -> BigDecimal.valueOf(luck.nextLong(1_000_000_000), 4);
            default -> BigDecimal.valueOf(luck.nextLong(100_000), 2);
        };
    }

    private static boolean isOpen(List<Change> tree, app.rotina.insight.Attribution why) {
        BigDecimal gap = BigDecimal.ZERO;
        for (Change change : tree) {
            gap = gap.add(change.after().known().orElseThrow());
            gap = gap.subtract(change.before().known().orElseThrow());
        }
        BigDecimal sum =
                why.parts().stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(gap.setScale(2, RoundingMode.HALF_UP)) != 0;
    }

    private static boolean isAsymmetric(
            List<Change> tree, app.rotina.insight.Attribution why, long seed) {
        List<Change> other = new ArrayList<>();
        for (Change change : tree) {
            other.add(change instanceof Term(List<Factor> factors) ? shuffled(factors, seed) : change);
        }
        Collections.shuffle(other, new Random(seed));
        return !amounts(app.rotina.insight.Attribution.of(other, 2)).equals(amounts(why));
    }

    private static Term shuffled(List<Factor> factors, long seed) {
        List<Factor> other = new ArrayList<>(factors);
        Collections.shuffle(other, new Random(seed));
        return new Term(other);
    }

    private static Map<String, BigDecimal> amounts(app.rotina.insight.Attribution why) {
        Map<String, BigDecimal> amounts = new HashMap<>();
        why.parts().forEach(part -> amounts.put(part.metric(), part.amount()));
        return amounts;
    }

    /** Processor time: the median of some rounds, of a tree that gives as many amounts. */
    private double cellsMillis() {
        List<Change> cells = new ArrayList<>();
        for (int i = 0; i < CELLS / 2; i++) {
            cells.add(
                    Term.of(
                            Factor.of("orders " + i, any().abs(), any().abs()),
                            Factor.of("ticket " + i, any().abs(), any().abs())));
        }
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long start = clock.getCurrentThreadCpuTime();
            app.rotina.insight.Attribution.of(cells, 2);
            times.add((clock.getCurrentThreadCpuTime() - start) / 1e6);
        }
        Collections.sort(times);
        return times.get(ROUNDS / 2);
    }
}

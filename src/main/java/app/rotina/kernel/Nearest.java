package app.rotina.kernel;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names that look most like one which nothing has. */
public final class Nearest {
    private static final int NAMED = 3;
    private static final double ALIKE = 0.35;

    private Nearest() {}

    /** What to answer to a name that nothing has: those that look like it, not all there are. */
    public static RotinaException unknown(Problem problem, String typed, Collection<String> names) {
        List<String> near = of(typed, names);
        return new RotinaException(problem, typed, String.join(", ", near), near.size());
    }

    static List<String> of(String typed, Collection<String> names) {
        Set<String> wanted = pairs(typed);
        return names.stream()
                .filter(name -> likeness(wanted, pairs(name)) >= ALIKE)
                .sorted(
                        Comparator.comparingDouble((String name) -> -likeness(wanted, pairs(name)))
                                .thenComparing(Comparator.naturalOrder()))
                .limit(NAMED)
                .toList();
    }

    /** Twice the pairs of letters that both have, of all they have (Dice's coefficient). */
    private static double likeness(Set<String> a, Set<String> b) {
        long shared = a.stream().filter(b::contains).count();
        return 2.0 * shared / Math.max(1, a.size() + b.size());
    }

    private static Set<String> pairs(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < letters.length(); i++) {
            pairs.add(letters.substring(i, i + 2));
        }
        return pairs;
    }
}

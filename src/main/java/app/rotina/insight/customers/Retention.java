package app.rotina.insight.customers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A triangle of retention: by the period of their first purchase, how many customers bought in each
 * period since. Periods are whole numbers that follow each other, such as months.
 *
 * @param cohorts the oldest first; a period without a new customer has none
 */
public record Retention(List<Cohort> cohorts) {

    /** That a customer bought in a period; how often does not matter. */
    public record Purchase(String customer, int period) {}

    /**
     * Customers whose first purchase was in one period.
     *
     * @param active how many of them bought in the first period, the next, …; it ends where the
     *     last whole period does, for later ones are not yet known
     */
    public record Cohort(int first, List<Integer> active) {
        public int size() {
            return active.getFirst();
        }
    }

    /** The triangle of all purchases up to a last period, the last that is over. */
    public static Retention of(Collection<Purchase> purchases, int last) {
        Map<String, TreeSet<Integer>> periods = new HashMap<>();
        for (Purchase each : purchases) {
            if (each.period() <= last) {
                periods.computeIfAbsent(each.customer(), c -> new TreeSet<>()).add(each.period());
            }
        }
        SortedMap<Integer, int[]> active = new TreeMap<>();
        for (TreeSet<Integer> bought : periods.values()) {
            int first = bought.getFirst();
            int[] counts = active.computeIfAbsent(first, f -> new int[last - f + 1]);
            bought.forEach(period -> counts[period - first]++);
        }
        List<Cohort> cohorts = new ArrayList<>();
        active.forEach((first, counts) -> cohorts.add(cohort(first, counts)));
        return new Retention(List.copyOf(cohorts));
    }

    private static Cohort cohort(int first, int[] counts) {
        return new Cohort(first, Arrays.stream(counts).boxed().toList());
    }

    /** The share of all cohorts old enough that bought at an age; empty where none is. */
    public OptionalDouble rate(int age) {
        List<Cohort> old = cohorts.stream().filter(each -> each.active().size() > age).toList();
        double customers = old.stream().mapToInt(Cohort::size).sum();
        double stayed = old.stream().mapToInt(each -> each.active().get(age)).sum();
        return old.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(stayed / customers);
    }
}

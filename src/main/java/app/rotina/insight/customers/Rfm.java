package app.rotina.insight.customers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Recency, frequency and money of a customer as quintiles of all, 5 the best (Hughes, Strategic
 * Database Marketing, 1994); equals share the middle of their ranks, so they score alike.
 */
public record Rfm(int recency, int frequency, int money) {

    /** One a customer, in the order given; recency is by days since the last purchase. */
    public static List<Rfm> of(double[] days, double[] purchases, double[] spent) {
        int[] recency = quintiles(Arrays.stream(days).map(each -> -each).toArray());
        int[] frequency = quintiles(purchases);
        int[] money = quintiles(spent);
        return IntStream.range(0, days.length)
                .mapToObj(i -> new Rfm(recency[i], frequency[i], money[i]))
                .toList();
    }

    /** From 1 for the lowest to 5 for the highest; where all are equal, 3. */
    static int[] quintiles(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Arrays.stream(values).mapToInt(each -> quintile(sorted, each)).toArray();
    }

    private static int quintile(double[] sorted, double value) {
        long below = place(sorted, value, false);
        long upTo = place(sorted, value, true);
        return (int) (1 + 5 * (below + upTo) / (2L * sorted.length));
    }

    /** How many are less, or with the equal ones. */
    private static int place(double[] sorted, double value, boolean withEqual) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = Double.compare(sorted[middle], value);
            if (order < 0 || (withEqual && order == 0)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

package app.rotina.insight.ads;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A store that takes 10,000 a day, on weekends more, and what its channels add with carry-over. */
final class InventedStore {
    private final int days;
    private final SplittableRandom random;
    private final List<double[]> spend = new ArrayList<>();
    private final double[] revenue;
    private final double[] returns = new double[9];

    InventedStore(int days, long seed) {
        this.days = days;
        this.random = new SplittableRandom(seed);
        this.revenue = new double[days];
        for (int day = 0; day < days; day++) {
            revenue[day] = 10_000 * (1 + weekend(day)) + 400 * random.nextGaussian();
        }
    }

    static double weekend(int day) {
        return day % 7 >= 5 ? .3 : 0;
    }

    /** A channel whose response is size · a ÷ (a + half), a carried over by .4 a day. */
    InventedStore channel(IntToDoubleFunction plan, double size, double half) {
        double[] days = IntStream.range(0, this.days).mapToDouble(plan).toArray();
        double state = days[0];
        double more = 0;
        for (int day = 0; day < days.length; day++) {
            state = .4 * state + .6 * days[day];
            revenue[day] += size * state / (state + half);
            if (day >= days.length - 28) {
                more += size * half * state / ((state + half) * (state + half));
            }
        }
        returns[spend.size()] =
                more / Arrays.stream(days).skip(Math.max(0, days.length - 28)).sum();
        spend.add(days);
        return this;
    }

    /** A spend that jumps about a mean from day to day. */
    IntToDoubleFunction jumping(double mean) {
        return day -> mean * Math.exp(.4 * random.nextGaussian());
    }

    double marginal(int channel) {
        return returns[channel];
    }

    AdHistory history() {
        return new AdHistory(
                LocalDate.of(2025, 9, 1),
                IntStream.range(0, spend.size()).mapToObj(i -> "channel " + i).toList(),
                spend.stream().map(each -> Arrays.stream(each).boxed().toList()).toList(),
                Arrays.stream(revenue).mapToObj(OptionalDouble::of).toList());
    }
}

package app.rotina.insight.demand;

import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Products whose demand is drawn, so that its truth is known. */
final class Shelf {
    private final RandomGenerator chance;

    Shelf(long seed) {
        chance = new Random(seed);
    }

    static ProductWeeks product(double... units) {
        boolean[] open = new boolean[units.length];
        Arrays.fill(open, true);
        return ProductWeeks.withoutStock(units, open);
    }

    /** Poisson with the mean. */
    double draw(double mean) {
        double limit = Math.exp(-mean);
        double product = chance.nextDouble();
        int units = 0;
        while (product > limit) {
            product *= chance.nextDouble();
            units++;
        }
        return units;
    }

    double[] draw(int weeks, double mean) {
        return IntStream.range(0, weeks).mapToDouble(week -> draw(mean)).toArray();
    }
}

package app.rotina.sample;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Things and how often each is picked. */
final class Weighted<T> {
    private final List<T> things;
    private final double[] upTo;

    private Weighted(List<T> things, double[] weights) {
        this.things = things;
        this.upTo = weights;
        Arrays.parallelPrefix(upTo, Double::sum);
    }

    static <T> Weighted<T> of(List<T> things, ToDoubleFunction<T> weight) {
        return new Weighted<>(List.copyOf(things), things.stream().mapToDouble(weight).toArray());
    }

    T pick(Draws draws) {
        return at(draws.unit());
    }

    /** The thing at this part of all weight, from 0 to below 1. */
    T at(double part) {
        int found = Arrays.binarySearch(upTo, part * upTo[upTo.length - 1]);
        int index = found < 0 ? -found - 1 : found + 1;
        return things.get(Math.min(index, things.size() - 1));
    }

    double total() {
        return upTo[upTo.length - 1];
    }
}

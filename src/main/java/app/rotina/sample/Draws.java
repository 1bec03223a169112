package app.rotina.sample;

import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Chance, repeatable on any machine: SplitMix64 (Steele, Lea and Flood, "Fast splittable
 * pseudorandom number generators", 2014) as {@link SplittableRandom} gives it, one generator for
 * every seed, day and stream, so that a change to one of them leaves all others as they were.
 * Functions come from {@link StrictMath}, whose results do not depend on the processor.
 */
final class Draws {
    /** What a generator is for; each has numbers of its own on every day. */
    enum Stream {
        WEATHER,
        ORDERS,
        INCIDENTS,
        BARGAINS,
        CHAT,
        CARTS,
        TRAFFIC,
        ADS,
        STOCK,
        CUSTOMERS
    }

    private static final double POISSON_BY_MULTIPLICATION = 30;

    private final SplittableRandom random;

    private Draws(long seed) {
        random = new SplittableRandom(seed);
    }

    static Draws of(long seed, LocalDate day, Stream stream) {
        return new Draws(mix(seed + mix(day.toEpochDay() * 31 + stream.name().hashCode())));
    }

    /** Scatters the bits of a number: the output function of SplitMix64. */
    static long mix(long bits) {
        long z = bits + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number of [0, 1) that belongs to these bits for ever. */
    static double unit(long bits) {
        return (mix(bits) >>> 11) * 0x1p-53;
    }

    double unit() {
        return (random.nextLong() >>> 11) * 0x1p-53;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** A whole number from the first to the last, both included. */
    int between(int first, int last) {
        return first + (int) (unit() * (last - first + 1));
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - unit());
    }

    /** Around 1, multiplied or divided by about e^spread. */
    double factor(double spread) {
        return StrictMath.exp(spread * gaussian());
    }

    int poisson(double mean) {
        if (mean < POISSON_BY_MULTIPLICATION) {
            return smallPoisson(StrictMath.exp(-mean));
        }
        return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * gaussian()));
    }

    private int smallPoisson(double limit) {
        int count = 0;
        for (double product = unit(); product > limit; product *= unit()) {
            count++;
        }
        return count;
    }

    private double gaussian() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * Math.PI * unit());
    }
}

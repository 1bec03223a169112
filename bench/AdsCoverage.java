import app.rotina.insight.ads.AdHistory;
import app.rotina.insight.ads.AdResponse;
import app.rotina.insight.ads.ChannelReturn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How often the 90 % interval of the marginal return covers the true one: N invented stores of each
 * kind, with carry-over, saturation and return drawn at random, none of them a form the method weighs.
 */
public final class AdsCoverage {
    private enum Kind {
        RANDOM, WEEKDAY, SEASON, WEEKDAY_AND_SEASON, FLIGHTS, MEMORY, GROWING_NOISE, HEAVY_TAILS, NO_EFFECT, LINEAR, SHORT, TWO_CHANNELS
    }

    private int told;
    private int covered;
    private int refused;
    private double width;

    public static void main(String[] args) {
        int many = Integer.parseInt(args[0]);
        long seed = Long.parseLong(args[1]);
        AdsCoverage all = new AdsCoverage();
        List<String> byKind = new ArrayList<>();
        long start = System.nanoTime();
        for (Kind kind : Kind.values()) {
            AdsCoverage one = new AdsCoverage();
            for (int k = 0; k < many; k++) {
                one.score(new Shop(kind, new SplittableRandom(seed * 1_000_003 + kind.ordinal() * 10_007L + k)));
            }
            System.out.printf(
                    Locale.ROOT, "%-20s %s, width %.2f of the true return, %d refused%n", kind, one.share(), one.width / one.told, one.refused);
            byKind.add("\"" + kind.name().toLowerCase(Locale.ROOT) + "\": " + one.share());
            all.told += one.told;
            all.covered += one.covered;
            all.refused += one.refused;
        }
        double took = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "{\"simulations\": %d, \"intervals\": %d, \"coverage\": %s, \"refused\": %d, \"s_each\": %.3f, \"by\": {%s}}%n",
                many * Kind.values().length,
                all.told,
                all.share(),
                all.refused,
                took / many / Kind.values().length,
                String.join(", ", byKind));
    }

    private String share() {
        return told == 0 ? "null" : String.format(Locale.ROOT, "%.4f", (double) covered / told);
    }

    private void score(Shop shop) {
        List<ChannelReturn> returns = AdResponse.of(shop.history()).returns();
        for (int c = 0; c < returns.size(); c++) {
            double truth = shop.marginal(c);
            switch (returns.get(c)) {
                case ChannelReturn.CannotTell none -> refused++;
                case ChannelReturn.Told each -> {
                    told++;
                    width += (each.marginal().high() - each.marginal().low()) / shop.usualReturn(c);
                    covered += each.marginal().low() <= truth && truth <= each.marginal().high() ? 1 : 0;
                }
            }
        }
    }

    /** An invented store. */
    private static final class Shop {
        private final Kind kind;
        private final SplittableRandom random;
        private final int days;
        private final double[] season;
        private final List<double[]> spend = new ArrayList<>();
        private final List<double[]> carried = new ArrayList<>();
        private final List<double[]> curve = new ArrayList<>();
        private final double[] revenue;

        Shop(Kind kind, SplittableRandom random) {
            this.kind = kind;
            this.random = random;
            days = kind == Kind.SHORT ? 60 + random.nextInt(40) : 120 + random.nextInt(400);
            season = season();
            revenue = new double[days];
            double[] week = IntStream.range(0, 7).mapToDouble(i -> Math.exp(.2 * random.nextGaussian())).toArray();
            for (int t = 0; t < days; t++) {
                revenue[t] = 10_000 * week[t % 7] * season[t] * (1 + .2 * t / days);
            }
            double[] base = revenue.clone();
            for (int c = 0; c < (kind == Kind.TWO_CHANNELS ? 2 : 1); c++) {
                channel(c, week);
            }
            noise(base);
        }

        private double[] season() {
            double phase = random.nextDouble() * 2 * Math.PI;
            double size = .1 + .25 * random.nextDouble();
            return IntStream.range(0, days)
                    .mapToDouble(t -> Math.exp(size * Math.sin(2 * Math.PI * t / 365 + phase) + .1 * Math.sin(4 * Math.PI * t / 365)))
                    .toArray();
        }

        private void channel(int c, double[] week) {
            double mean = 500 + 1_500 * random.nextDouble();
            double wobble = .25 + .4 * random.nextDouble();
            double[] x = new double[days];
            double slow = 0;
            boolean on = true;
            for (int t = 0; t < days; t++) {
                slow = .8 * slow + .6 * wobble * random.nextGaussian();
                x[t] = mean * Math.exp(.7 * slow + .6 * wobble * random.nextGaussian());
                if (kind == Kind.WEEKDAY || kind == Kind.WEEKDAY_AND_SEASON) {
                    x[t] *= Math.pow(week[t % 7], 2);
                }
                if (kind == Kind.SEASON || kind == Kind.WEEKDAY_AND_SEASON) {
                    x[t] *= Math.pow(season[t], 2);
                }
                if (kind == Kind.FLIGHTS) {
                    on = random.nextDouble() < .1 ? !on : on;
                    x[t] *= on ? 1 : .1;
                }
                if (kind == Kind.TWO_CHANNELS && c == 1) {
                    x[t] = Math.sqrt(x[t] * spend.getFirst()[t]);
                }
            }
            double carry = .85 * random.nextDouble();
            double half = kind == Kind.LINEAR ? 1e4 : mean * Math.exp(Math.log(.4) + Math.log(10) * random.nextDouble());
            double slope = kind == Kind.LINEAR ? 1 : .9 + 1.2 * random.nextDouble();
            double average = kind == Kind.NO_EFFECT ? 0 : 1 + 3 * random.nextDouble();
            double[] a = new double[days];
            double state = mean;
            double total = 0;
            for (int t = 0; t < days; t++) {
                state = carry * state + (1 - carry) * x[t];
                a[t] = state;
                total += hill(state, half, slope);
            }
            double size = average * Arrays.stream(x).sum() / total;
            for (int t = 0; t < days; t++) {
                revenue[t] += size * hill(a[t], half, slope);
            }
            spend.add(x);
            carried.add(a);
            curve.add(new double[] {size, half, slope, average});
        }

        private static double hill(double level, double half, double slope) {
            double power = Math.pow(level / half, slope);
            return power / (1 + power);
        }

        private void noise(double[] base) {
            double memory = kind == Kind.MEMORY ? .3 + .4 * random.nextDouble() : 0;
            double size = (.05 + .1 * random.nextDouble()) * 10_000;
            double state = random.nextGaussian();
            for (int t = 0; t < days; t++) {
                double shock = random.nextGaussian();
                if (kind == Kind.HEAVY_TAILS) {
                    double square = IntStream.range(0, 4).mapToDouble(i -> Math.pow(random.nextGaussian(), 2)).sum();
                    shock /= Math.sqrt(square / 4) * Math.sqrt(2);
                }
                state = memory * state + Math.sqrt(1 - memory * memory) * shock;
                revenue[t] += size * state * (kind == Kind.GROWING_NOISE ? 1.5 * base[t] / 10_000 : 1);
            }
        }

        /** The true return of the last unit: all of the last 28 days scaled up a little for good. */
        double marginal(int c) {
            double[] p = curve.get(c);
            double more = 0;
            double spent = 0;
            for (int t = days - 28; t < days; t++) {
                double level = carried.get(c)[t];
                more += p[0] * (hill(level * 1.0005, p[1], p[2]) - hill(level * .9995, p[1], p[2])) / .001;
                spent += spend.get(c)[t];
            }
            return more / spent;
        }

        double usualReturn(int c) {
            return kind == Kind.NO_EFFECT ? 1 : curve.get(c)[3];
        }

        AdHistory history() {
            return new AdHistory(
                    LocalDate.of(2024, 1, 1),
                    IntStream.range(0, spend.size()).mapToObj(c -> "channel " + c).toList(),
                    spend.stream().map(x -> Arrays.stream(x).boxed().toList()).toList(),
                    Arrays.stream(revenue).mapToObj(OptionalDouble::of).toList());
        }
    }
}

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * A store's day by a few dimensions: few large values and many small ones, combinations that never
 * sell, orders that come by chance with values that vary, a forecast that is off by dimension and
 * by leaf; a metric that is revenue or a conversion; and none to three causes, each large enough
 * that somebody who knew where to look would see it (six standard deviations of its own segment, a
 * two-hundredth of the day).
 */
final class ShopCase {
    private static final int[][] CARDINALITIES = {{3, 6}, {8, 27}, {5, 30}, {2, 3}, {3, 5}, {4, 8}};
    private static final double VISIBLE = 6;
    private static final double SMALLEST_SHARE = .005;
    private static final double ALIKE = .9;
    private static final double MOST = .5; // of the day: what happens to more of it is the day

    private final SplittableRandom luck;
    private final RcaCases.Grid grid;
    private final double ticket;
    private final double drift;
    private final double[] expected; // orders, or visits of a conversion
    private final double[] forecast;
    private final double[] factor;
    private final List<int[]> causes = new ArrayList<>();
    private final boolean ratio;
    private final double[] rate;

    static ShopCase draw(SplittableRandom luck) {
        return new ShopCase(luck);
    }

    private ShopCase(SplittableRandom luck) {
        this.luck = luck;
        this.grid = new RcaCases.Grid(sizes());
        this.ticket = Math.exp(between(Math.log(20), Math.log(400)));
        this.drift = between(0, .04);
        this.ratio = luck.nextDouble() < .25;
        double orders = Math.exp(between(Math.log(1_500), Math.log(300_000)));
        this.expected = expected(ratio ? 10 * orders : orders);
        this.rate = rates();
        this.forecast = forecasts();
        this.factor = new double[expected.length];
        Arrays.fill(factor, 1);
        int wanted = count();
        for (int tries = 0; causes.size() < wanted && tries < 2_000; tries++) {
            inject();
        }
    }

    /** One case in ten has no cause at all. */
    private int count() {
        double u = luck.nextDouble();
        return u < .1 ? 0 : u < .5 ? 1 : u < .8 ? 2 : 3;
    }

    private int[] sizes() {
        while (true) {
            int dimensions = 3 + luck.nextInt(3);
            int[] sizes = new int[dimensions];
            int first = luck.nextInt(CARDINALITIES.length);
            long leaves = 1;
            for (int d = 0; d < dimensions; d++) {
                int[] range = CARDINALITIES[(first + d) % CARDINALITIES.length];
                sizes[d] = range[0] + luck.nextInt(range[1] - range[0] + 1);
                leaves *= sizes[d];
            }
            if (leaves >= 150 && leaves <= 50_000) {
                return sizes;
            }
        }
    }

    private double[] expected(double whole) {
        double[][] shares = new double[grid.sizes().length][];
        for (int d = 0; d < shares.length; d++) {
            shares[d] = zipf(grid.sizes()[d]);
        }
        double never = between(0, .3);
        double[] expected = new double[grid.leaves()];
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            expected[i] = luck.nextDouble() < never ? 0 : Math.exp(.5 * luck.nextGaussian());
            for (int d = 0; d < shares.length; d++) {
                expected[i] *= shares[d][grid.code(d, i)];
            }
            sum += expected[i];
        }
        for (int i = 0; i < expected.length; i++) {
            expected[i] *= whole / sum;
        }
        return expected;
    }

    private double[] zipf(int size) {
        double steep = between(.3, 1.2);
        double[] shares = new double[size];
        for (int k = 0; k < size; k++) {
            shares[k] = Math.pow(k + 1, -steep);
        }
        for (int i = size - 1; i > 0; i--) {
            int j = luck.nextInt(i + 1);
            double swapped = shares[i];
            shares[i] = shares[j];
            shares[j] = swapped;
        }
        return shares;
    }

    private double[] rates() {
        double[] rate = new double[expected.length];
        double mean = between(.01, .1);
        for (int i = 0; i < rate.length; i++) {
            rate[i] = ratio ? Math.min(.5, mean * Math.exp(.3 * luck.nextGaussian())) : 1;
        }
        return rate;
    }

    /** What was expected, off by a drift of each value, an error of each leaf and one of the day. */
    private double[] forecasts() {
        double[] forecasts = new double[expected.length];
        double leafError = between(0, .1);
        double day = Math.exp(drift * luck.nextGaussian());
        double[][] drifts = new double[grid.sizes().length][];
        for (int d = 0; d < drifts.length; d++) {
            drifts[d] = new double[grid.sizes()[d]];
            for (int k = 0; k < drifts[d].length; k++) {
                drifts[d][k] = Math.exp(drift * luck.nextGaussian());
            }
        }
        for (int i = 0; i < forecasts.length; i++) {
            forecasts[i] = expected[i] * day * Math.exp(leafError * luck.nextGaussian());
            for (int d = 0; d < drifts.length; d++) {
                forecasts[i] *= drifts[d][grid.code(d, i)];
            }
        }
        return forecasts;
    }

    private void inject() {
        int layer = 1 + luck.nextInt(Math.min(3, grid.sizes().length));
        int[] element = new int[grid.sizes().length];
        Arrays.fill(element, -1);
        for (int left = layer; left > 0; ) {
            int d = luck.nextInt(element.length);
            if (element[d] < 0) {
                element[d] = luck.nextInt(grid.sizes()[d]);
                left--;
            }
        }
        double change = luck.nextDouble() < .7 ? 1 - between(.15, 1) : between(1.3, 3);
        if (isVisible(element, change) && isApart(element)) {
            causes.add(element);
            for (int i = 0; i < factor.length; i++) {
                factor[i] *= grid.covers(element, i) ? change : 1;
            }
        }
    }

    private boolean isVisible(int[] element, double change) {
        double mine = mass(element, null);
        double whole = mass(new int[0], null);
        double counting = mine * Math.max(1, change) * (ratio ? 1 : 1.36);
        double noise = Math.sqrt(counting + drift * mine * drift * mine * (element.length + 1));
        double lost = Math.abs(change - 1) * mine;
        double taken = causes.stream().mapToDouble(cause -> mass(cause, null)).sum();
        return lost >= VISIBLE * noise
                && lost >= SMALLEST_SHARE * whole
                && mine + taken <= MOST * whole
                && isOnlyItself(element, mine);
    }

    /** Whether no element one step finer or coarser has nearly the same orders. */
    private boolean isOnlyItself(int[] element, double mine) {
        for (int d = 0; d < element.length; d++) {
            int[] other = element.clone();
            if (element[d] >= 0) {
                other[d] = -1;
                if (mine > ALIKE * mass(other, null)) {
                    return false;
                }
            } else {
                for (other[d] = 0; other[d] < grid.sizes()[d]; other[d]++) {
                    if (mass(other, null) > ALIKE * mine) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Whether it shares at most a tenth of its orders, and of the other's, with every other cause. */
    private boolean isApart(int[] element) {
        for (int[] other : causes) {
            double both = mass(element, other);
            if (both > .1 * mass(element, null) || both > .1 * mass(other, null)) {
                return false;
            }
        }
        return true;
    }

    private double mass(int[] element, int[] and) {
        double mass = 0;
        for (int i = 0; i < expected.length; i++) {
            boolean in = element.length == 0 || grid.covers(element, i);
            if (in && (and == null || grid.covers(and, i))) {
                mass += expected[i] * rate[i];
            }
        }
        return mass;
    }

    void write(RcaCases cases, int number) throws IOException {
        double[] actual = new double[expected.length];
        if (ratio) {
            double[] visits = new double[expected.length];
            double[] forecastOrders = new double[expected.length];
            for (int i = 0; i < actual.length; i++) {
                visits[i] = poisson(expected[i]);
                actual[i] = Math.min(visits[i], poisson(visits[i] * rate[i] * factor[i]));
                // the drift is the rate's; of the visits the forecast knows only the mean
                forecastOrders[i] = forecast[i] * rate[i];
            }
            cases.write(number + ".a", grid, actual, forecastOrders);
            cases.write(number + ".b", grid, visits, expected);
        } else {
            for (int i = 0; i < actual.length; i++) {
                actual[i] = amount(poisson(expected[i] * factor[i]));
            }
            double[] money = Arrays.stream(forecast).map(f -> f * ticket).toArray();
            cases.write(number + "", grid, actual, money);
        }
        cases.remember(number, causes.stream().map(grid::name).collect(Collectors.joining(";")));
    }

    /** The sum of so many order values of a lognormal law with a deviation of six tenths. */
    private double amount(long orders) {
        double sum = 0;
        double spread = Math.sqrt(Math.log(1.36));
        for (long k = 0; k < Math.min(orders, 200); k++) {
            sum += ticket * Math.exp(spread * luck.nextGaussian() - spread * spread / 2);
        }
        if (orders > 200) {
            double rest = orders - 200;
            sum += ticket * (rest + .6 * Math.sqrt(rest) * luck.nextGaussian());
        }
        return Math.rint(sum * 100) / 100;
    }

    private long poisson(double mean) {
        if (mean > 50) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * luck.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        long count = -1;
        for (double product = 1; product > limit || count < 0; count++) {
            product *= luck.nextDouble();
        }
        return count;
    }

    private double between(double from, double to) {
        return from + (to - from) * luck.nextDouble();
    }
}

import app.rotina.insight.effect.DidItWork;
import app.rotina.insight.effect.Finding;
import app.rotina.insight.effect.Trial;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * False alarms, and how often a rise of 30 % is seen, on simulated shops: effect-shops COUNT SEED. A
 * shop has a level that wanders, a year, weekdays, days that hang together and a heavy tail; its
 * series share the level and the year and each wanders a little on its own.
 */
public final class EffectShops {
    private static final double[] WEEKDAYS = {.1, .05, 0, 0, .1, -.2, -.2};
    private static final double RISE = 1.3;

    private final Random random;

    private EffectShops(long seed) {
        this.random = new Random(seed);
    }

    public static void main(String[] args) {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 500;
        EffectShops shops = new EffectShops(args.length > 1 ? Long.parseLong(args[1]) : 31);
        String scores =
                Stream.of(0, 1, 8)
                        .flatMap(
                                controls ->
                                        Stream.of(7, 14, 28, 56)
                                                .map(window -> shops.score(count, controls, window)))
                        .collect(Collectors.joining(", "));
        System.out.println("{\"shops\": [" + scores + "]}");
    }

    private String score(int count, int controls, int window) {
        int alarms = 0;
        int covered = 0;
        int seen = 0;
        for (int k = 0; k < count; k++) {
            Trial quiet = shop(controls, 150 + random.nextInt(500), window);
            Finding.Measured nothing = (Finding.Measured) DidItWork.of(quiet);
            alarms += nothing.p() <= .05 ? 1 : 0;
            Trial risen = risen(quiet);
            Finding.Measured rise = (Finding.Measured) DidItWork.of(risen);
            double truth = mean(risen) - mean(quiet);
            covered += rise.low() <= truth && truth <= rise.high() ? 1 : 0;
            seen += rise.p() <= .05 ? 1 : 0;
        }
        String score =
                String.format(
                        Locale.ROOT,
                        "{\"controls\": %d, \"window\": %d, \"false_alarms\": %.3f, \"covered\": %.3f, \"seen\": %.3f}",
                        controls, window, (double) alarms / count, (double) covered / count, (double) seen / count);
        System.out.println(score);
        return score;
    }

    private static double mean(Trial trial) {
        return IntStream.range(trial.before(), trial.touched().length)
                .mapToDouble(t -> trial.touched()[t])
                .average()
                .orElseThrow();
    }

    private static Trial risen(Trial trial) {
        double[] touched = trial.touched().clone();
        for (int t = trial.before(); t < touched.length; t++) {
            touched[t] *= RISE;
        }
        return new Trial(touched, trial.controls(), trial.season(), trial.before());
    }

    private Trial shop(int controls, int before, int window) {
        int days = before + window;
        double[] common = wander(days, .002 + random.nextDouble() * .01, random.nextGaussian() * .0007);
        double year = random.nextDouble() * .15;
        double start = random.nextDouble() * 365;
        for (int t = 0; t < days; t++) {
            common[t] += year * Math.sin(2 * Math.PI * (t + start) / 365.25) + WEEKDAYS[t % 7];
        }
        double[][] series = new double[controls + 1][];
        for (int i = 0; i <= controls; i++) {
            series[i] = series(common);
        }
        double[] touched = series[controls];
        double[][] others = java.util.Arrays.copyOf(series, controls);
        return new Trial(touched, others, IntStream.range(0, days).map(t -> t % 7).toArray(), before);
    }

    private double[] wander(int days, double step, double drift) {
        double[] level = new double[days];
        for (int t = 1; t < days; t++) {
            level[t] = level[t - 1] + drift + step * random.nextGaussian();
        }
        return level;
    }

    private double[] series(double[] common) {
        double[] own = wander(common.length, .002 + .004 * random.nextDouble(), 0);
        double noise = .1 + .25 * random.nextDouble();
        double hang = random.nextDouble() * .5;
        double size = Math.exp(2 * random.nextGaussian() + 6);
        double rest = 0;
        double[] series = new double[common.length];
        for (int t = 0; t < series.length; t++) {
            double shock = random.nextGaussian() * (random.nextInt(20) == 0 ? 2.5 : 1);
            rest = hang * rest + noise * shock;
            series[t] = size * Math.exp(common[t] + own[t] + rest);
        }
        return series;
    }
}

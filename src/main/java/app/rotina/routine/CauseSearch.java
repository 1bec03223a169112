package app.rotina.routine;

import app.rotina.insight.MixRate;
import app.rotina.insight.MixRate.Ratio;
import app.rotina.insight.causes.Leaves;
import app.rotina.insight.causes.Leaves.Dimension;
import app.rotina.insight.causes.Leaves.Leaf;
import app.rotina.insight.causes.Leaves.RatioLeaf;
import app.rotina.insight.causes.Limits;
import app.rotina.insight.causes.RootCauses;
import app.rotina.routine.Causes.Cause;
import app.rotina.routine.Causes.Ending;
import app.rotina.routine.Segments.Both;
import app.rotina.warehouse.Combinations;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the segments that made an amount of money what it is.
 *
 * @param whole the amount, in minor units
 * @param floor the least amount that is named
 */
record CauseSearch(String metric, BigDecimal whole, BigDecimal floor) {
    private static final int MOST = 3;
    private static final Comparator<Cause> HEAVIEST_FIRST =
            Comparator.comparing((Cause cause) -> cause.amount().abs()).reversed();
    private static final Duration TIME = Duration.ofSeconds(5);

    /** So few combinations do not show by themselves what is chance. */
    private static final int FEW = 40;

    /** A tenth off, as the square of it: the least that what is usual is taken to err. */
    private static final BigDecimal LEAST_ERROR = new BigDecimal(".01");

    /**
     * In a sum: of what its segments are worth.
     *
     * @param expected what all segments together had to be; each its usual share of it
     */
    Causes inSum(Combinations money, BigDecimal expected, Comparison days) {
        Combinations of = money.telling();
        if (isFew(of)) {
            return inSum(Segments.of(of), expected, days);
        }
        double usual = IntStream.range(0, of.size()).mapToDouble(of::usual).sum();
        if (usual <= 0 || expected.signum() <= 0 || of.dimensions().isEmpty()) {
            return untold(Ending.NO_HISTORY);
        }
        List<Dimension> dimensions =
                IntStream.range(0, of.dimensions().size()).mapToObj(d -> dimension(of, d)).toList();
        return causes(
                Leaves.of(dimensions, of.size(), of::actual, of::usual).expecting(expected),
                BigDecimal.ZERO);
    }

    static boolean isFew(Combinations money) {
        return money.size() < FEW;
    }

    /** In a sum of segments that were put together. */
    Causes inSum(Segments money, BigDecimal expected, Comparison days) {
        Segments of = money.by(money.telling());
        BigDecimal usual = of.total().usual();
        if (usual.signum() <= 0 || expected.signum() <= 0 || of.dimensions().isEmpty()) {
            return untold(Ending.NO_HISTORY);
        }
        BigDecimal scale = expected.divide(usual, MathContext.DECIMAL64);
        List<Leaf> rows = new ArrayList<>();
        of.cells()
                .forEach((values, both) ->
                        rows.add(Leaf.of(values, both.actual(), both.usual().multiply(scale))));
        Leaves leaves = Leaves.of(of.dimensions(), rows);
        BigDecimal piece = of.piece(days).max(of.largest().multiply(LEAST_ERROR)).multiply(scale);
        return causes(rows.size() < FEW ? leaves.counted(piece) : leaves, BigDecimal.ZERO);
    }

    private static Dimension dimension(Combinations of, int d) {
        String name = of.dimensions().get(d);
        return new Dimension(name, of.values(name), leaf -> of.code(d, leaf));
    }

    /**
     * In a rate: of what its numerator is worth.
     *
     * @param scale what the usual rate had to be times
     * @param unit what a piece of the numerator is worth to chance; 0: it does not come in pieces
     */
    Causes inRate(Segments numerator, Segments denominator, BigDecimal scale, BigDecimal unit) {
        List<String> telling =
                denominator.telling().stream().filter(numerator.telling()::contains).toList();
        Segments above = numerator.by(telling);
        Segments below = denominator.by(telling);
        boolean usual = above.total().usual().signum() > 0 && below.total().usual().signum() > 0;
        if (!usual || telling.isEmpty()) {
            return untold(Ending.NO_HISTORY);
        }
        List<RatioLeaf> rows = new ArrayList<>();
        List<MixRate.Group> groups = new ArrayList<>();
        Set<List<String>> keys = new HashSet<>(above.cells().keySet());
        keys.addAll(below.cells().keySet());
        for (List<String> key : keys) {
            Both top = above.at(key);
            Both bottom = below.at(key);
            Ratio then = new Ratio(top.usual().multiply(scale), bottom.usual());
            Ratio now = new Ratio(top.actual(), bottom.actual());
            rows.add(RatioLeaf.of(key, now, then));
            groups.add(new MixRate.Group("", then, now));
        }
        BigDecimal mix = mix(groups).multiply(below.total().actual());
        return causes(
                Leaves.ofRatio(telling, rows).counted(unit),
                mix.setScale(whole.scale(), RoundingMode.HALF_UP));
    }

    private static BigDecimal mix(List<MixRate.Group> groups) {
        return MixRate.of(groups).stream()
                .flatMap(split -> split.parts().stream())
                .map(MixRate.Part::mix)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Causes causes(Leaves leaves, BigDecimal mix) {
        RootCauses found =
                RootCauses.of(leaves, new Limits(floor, MOST, TIME), whole.subtract(mix));
        return new Causes(
                metric,
                whole,
                found.causes().stream().map(this::cause).sorted(HEAVIEST_FIRST).toList(),
                found.common(),
                mix,
                found.rest(),
                ending(found.ending()));
    }

    private Cause cause(RootCauses.Cause cause) {
        BigDecimal expected = money(cause.forecast());
        return new Cause(cause.element(), cause.amount(), expected.add(cause.amount()), expected);
    }

    private static Ending ending(RootCauses.Ending ending) {
        return switch (ending) {
            case NOISE -> Ending.NOISE;
            case BELOW_FLOOR -> Ending.SMALL;
            case MOST_NAMED, OUT_OF_TIME -> Ending.MORE;
            case NO_FORECAST -> Ending.NO_HISTORY;
        };
    }

    Causes untold(Ending why) {
        BigDecimal zero = money(0);
        return new Causes(metric, whole, List.of(), zero, zero, whole, why);
    }

    private BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(whole.scale(), RoundingMode.HALF_UP);
    }
}

package app.rotina.routine;

import app.rotina.insight.DimensionSplit;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Metrics;
import app.rotina.routine.Causes.Ending;
import app.rotina.routine.DailyClose.Cut;
import app.rotina.routine.DailyClose.DriverPart;
import app.rotina.routine.DailyClose.Why;
import app.rotina.routine.DriverCauses.Made;
import app.rotina.warehouse.Combinations;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Explains why days brought what they brought: over their drivers, over one dimension at a time,
 * and by the segments that stand out over several.
 */
record Explanation(Metrics metrics, Store store, String metric, Comparison days, int decimals) {
    /** What a cause must at least have cost, as a share of what was to come. */
    private static final BigDecimal FLOOR = new BigDecimal(".01");

    /** So many dimensions at once are searched three deep; more would be searched two deep. */
    private static final int DEEP = 7;

    private static final List<String> TELLING =
            List.of(
                    "channel",
                    "marketing_channel",
                    "device",
                    "payment_method",
                    "region",
                    "product",
                    "size",
                    "category",
                    "country",
                    "colour");

    /** What came, what was to come, and what that says of the drivers. */
    record Gap(
            String against,
            BigDecimal actual,
            BigDecimal expected,
            List<DriverPart> drivers,
            Optional<Made> made) {

        BigDecimal in(int decimals) {
            return actual.subtract(expected).setScale(decimals, RoundingMode.HALF_UP);
        }

        /** Of two days, each rounded as it is told by itself; drivers only where both have some. */
        Gap plus(Gap other, int decimals) {
            BigDecimal came = actual.add(other.actual);
            boolean told = !drivers.isEmpty() && !other.drivers.isEmpty();
            return new Gap(
                    against.equals(other.against) ? against : "both",
                    came,
                    came.subtract(in(decimals)).subtract(other.in(decimals)),
                    told ? added(other) : List.of(),
                    told ? made.flatMap(one -> other.made.map(one::plus)) : Optional.empty());
        }

        private List<DriverPart> added(Gap other) {
            Map<String, BigDecimal> sums = new LinkedHashMap<>();
            Stream.concat(drivers.stream(), other.drivers.stream())
                    .forEach(part -> sums.merge(part.metric(), part.amount(), BigDecimal::add));
            return sums.entrySet().stream()
                    .map(sum -> new DriverPart(sum.getKey(), sum.getValue()))
                    .toList();
        }
    }

    Why why(Gap gap) {
        BigDecimal whole = gap.in(decimals);
        BigDecimal floor = gap.expected.abs().multiply(FLOOR);
        List<Cut> cuts =
                new Cuts(metrics, store, metric)
                        .of(days, new DimensionSplit.Day(gap.actual, gap.expected, decimals));
        List<Causes> ofDrivers =
                gap.made
                        .map(made -> new DriverCauses(metrics, store, days, made, floor))
                        .map(search -> search.of(gap.drivers))
                        .orElse(List.of());
        return new Why(
                gap.against,
                MetricValue.known(whole),
                gap.drivers,
                cuts,
                Stream.concat(
                                Stream.of(causes(gap, new CauseSearch(metric, whole, floor), cuts)),
                                ofDrivers.stream())
                        .toList());
    }

    private Causes causes(Gap gap, CauseSearch search, List<Cut> cuts) {
        List<String> varied = cuts.stream().map(Cut::dimension).toList();
        List<String> by =
                TELLING.stream()
                        .filter(varied::contains)
                        .filter(each -> metrics.splits(store, metric, each))
                        .limit(DEEP)
                        .toList();
        if (by.isEmpty()) {
            return search.untold(varied.isEmpty() ? Ending.NO_HISTORY : Ending.NOT_A_SUM);
        }
        return search.inSum(money(by), gap.expected, days);
    }

    /** Where combinations are few, it takes the comparable days one by one to tell chance. */
    private Combinations money(List<String> by) {
        Combinations money = money(by, false);
        return CauseSearch.isFew(money) ? money(by, true) : money;
    }

    private Combinations money(List<String> by, boolean scatter) {
        return days.ask(metrics, store, List.of(metric), by, scatter).values().iterator().next();
    }
}

package app.rotina.routine.checks;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.routine.AItems;
import app.rotina.routine.DemandOutlook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The judgements about stock: each day whether it can be true, each week that of A items. */
final class StockJudges {
    private static final String PRODUCT = "product";
    private static final Comparator<Finding> COSTLIEST_FIRST =
            Comparator.comparing(Finding::stake).reversed().thenComparing(Finding::subject);

    private StockJudges() {}

    /** Names the A items whose stock is less than the week after is expected to ask for. */
    @Component
    static final class RunsOut implements Judge {
        private static final String STOCK = "stock_on_hand";
        private static final BigDecimal WEEKS = BigDecimal.valueOf(DemandOutlook.WEEKS_AHEAD);
        private static final BigDecimal DAYS = BigDecimal.valueOf(7);

        private final Metrics metrics;
        private final DemandOutlook outlook;

        RunsOut(Metrics metrics, DemandOutlook outlook) {
            this.metrics = metrics;
            this.outlook = outlook;
        }

        @Override
        public String id() {
            return "runs_out";
        }

        @Override
        public Ruling on(Store store, Turn turn) {
            Optional<String> unknown =
                    metrics.value(store, STOCK, Days.only(turn.last())).missing();
            if (unknown.isPresent()) {
                return Ruling.untold(unknown.get());
            }
            Map<String, BigDecimal> wanted = outlook.told(store, turn.last());
            if (wanted.isEmpty()) {
                return Ruling.untold("short_history");
            }
            AItems items = AItems.upTo(metrics, store, turn.last());
            Map<String, BigDecimal> stock = values(metrics, store, STOCK, turn.last());
            List<Finding> found = new ArrayList<>();
            for (String product : items.a()) {
                if (wanted.containsKey(product) && stock.containsKey(product)) {
                    BigDecimal week = wanted.get(product).divide(WEEKS, 0, RoundingMode.HALF_UP);
                    BigDecimal left = stock.get(product).max(BigDecimal.ZERO);
                    if (left.compareTo(week) < 0) {
                        BigDecimal lost =
                                week.subtract(left)
                                        .multiply(items.price(product))
                                        .divide(DAYS, cents(store), RoundingMode.HALF_UP);
                        found.add(new Finding(Map.of(PRODUCT, product), left, week, lost));
                    }
                }
            }
            return Ruling.found(found.stream().sorted(COSTLIEST_FIRST).toList());
        }
    }

    /** Names the A items of which more sizes or colours are out than a week before. */
    @Component
    static final class BrokenGrade implements Judge {
        private static final String OUT = "variants_out";
        private static final List<String> VARIANT = List.of(PRODUCT, "size", "colour");

        private final Metrics metrics;

        BrokenGrade(Metrics metrics) {
            this.metrics = metrics;
        }

        @Override
        public String id() {
            return "broken_grade";
        }

        @Override
        public Ruling on(Store store, Turn turn) {
            Optional<String> unknown = metrics.value(store, OUT, Days.only(turn.last())).missing();
            if (unknown.isPresent()) {
                return Ruling.untold(unknown.get());
            }
            Map<String, BigDecimal> now = values(metrics, store, OUT, turn.last());
            Map<String, BigDecimal> before = values(metrics, store, OUT, turn.first().minusDays(1));
            List<String> broken =
                    AItems.upTo(metrics, store, turn.last()).a().stream()
                            .filter(product -> of(now, product).compareTo(of(before, product)) > 0)
                            .toList();
            Map<String, BigDecimal> lost =
                    broken.isEmpty() ? Map.of() : brought(store, turn.last());
            return Ruling.found(
                    broken.stream()
                            .map(product ->
                                    new Finding(
                                            Map.of(PRODUCT, product),
                                            of(now, product),
                                            of(before, product),
                                            of(lost, product)))
                            .sorted(COSTLIEST_FIRST)
                            .toList());
        }

        /**
         * What the sizes and colours that are out brought a day, by product, in the weeks that A
         * items are told by; none where sales are not told by size and colour.
         */
        private Map<String, BigDecimal> brought(Store store, LocalDate day) {
            String revenue = store.basis().metric();
            if (!VARIANT.stream().allMatch(by -> metrics.has(store, revenue, by))) {
                return Map.of();
            }
            Map<Map<String, String>, BigDecimal> out =
                    values(metrics, store, OUT, VARIANT, Days.only(day));
            Map<String, BigDecimal> brought = new HashMap<>();
            values(metrics, store, revenue, VARIANT, AItems.days(day))
                    .forEach((variant, amount) -> {
                        if (out.getOrDefault(variant, BigDecimal.ZERO).signum() > 0) {
                            brought.merge(
                                    variant.getOrDefault(PRODUCT, ""), amount, BigDecimal::add);
                        }
                    });
            BigDecimal days = BigDecimal.valueOf(AItems.days(day).count());
            brought.replaceAll((product, amount) ->
                    amount.max(BigDecimal.ZERO).divide(days, cents(store), RoundingMode.HALF_UP));
            return brought;
        }

        private static BigDecimal of(Map<String, BigDecimal> values, String product) {
            return values.getOrDefault(product, BigDecimal.ZERO);
        }
    }

    /** Names the products that sold although by their stock there was nothing to sell. */
    @Component
    static final class UnrealStock implements Judge {
        private static final String STOCK = "stock_on_hand";

        private final Metrics metrics;

        UnrealStock(Metrics metrics) {
            this.metrics = metrics;
        }

        @Override
        public String id() {
            return "unreal_stock";
        }

        @Override
        public Ruling on(Store store, Turn turn) {
            Optional<String> unknown =
                    metrics.value(store, STOCK, Days.only(turn.last())).missing();
            if (unknown.isPresent()) {
                return Ruling.untold(unknown.get());
            }
            Map<String, BigDecimal> stock = values(metrics, store, STOCK, turn.last());
            Map<String, BigDecimal> before =
                    values(metrics, store, STOCK, turn.first().minusDays(1));
            Map<String, BigDecimal> sold = values(metrics, store, "units", turn.last());
            Map<String, BigDecimal> unreal = new HashMap<>();
            stock.forEach((product, left) -> {
                BigDecimal units = sold.getOrDefault(product, BigDecimal.ZERO);
                if (left.signum() < 0) {
                    unreal.put(product, left.negate());
                } else if (left.signum() == 0
                        && units.signum() > 0
                        && before.getOrDefault(product, BigDecimal.ONE).signum() <= 0) {
                    unreal.put(product, units);
                }
            });
            if (unreal.isEmpty()) {
                return Ruling.found(List.of());
            }
            AItems items = AItems.upTo(metrics, store, turn.last());
            return Ruling.found(
                    unreal.entrySet().stream()
                            .map(each ->
                                    new Finding(
                                            Map.of(PRODUCT, each.getKey()),
                                            stock.getOrDefault(each.getKey(), BigDecimal.ZERO),
                                            sold.getOrDefault(each.getKey(), BigDecimal.ZERO),
                                            worth(store, items, each.getKey(), each.getValue())))
                            .sorted(COSTLIEST_FIRST)
                            .toList());
        }

        /** What pieces that are not there were sold for; zero where none of late were. */
        private static BigDecimal worth(
                Store store, AItems items, String product, BigDecimal pieces) {
            return items.price(product)
                    .max(BigDecimal.ZERO)
                    .multiply(pieces)
                    .setScale(cents(store), RoundingMode.HALF_UP);
        }
    }

    private static Map<String, BigDecimal> values(
            Metrics metrics, Store store, String metric, LocalDate day) {
        Map<String, BigDecimal> all = new HashMap<>();
        values(metrics, store, metric, List.of(PRODUCT), Days.only(day))
                .forEach((keys, value) -> all.put(keys.getOrDefault(PRODUCT, ""), value));
        return all;
    }

    /** The known ones, by what they are of. */
    private static Map<Map<String, String>, BigDecimal> values(
            Metrics metrics, Store store, String metric, List<String> by, Days days) {
        Map<Map<String, String>, BigDecimal> all = new HashMap<>();
        for (Answer.Row row :
                metrics.rows(store, new Question(List.of(metric), by, days, Map.of()))) {
            row.values()
                    .getOrDefault(metric, MetricValue.missing("no_source"))
                    .known()
                    .ifPresent(value -> all.put(row.keys(), value));
        }
        return all;
    }

    private static int cents(Store store) {
        return store.currency().getDefaultFractionDigits();
    }
}

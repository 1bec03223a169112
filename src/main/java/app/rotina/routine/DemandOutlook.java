package app.rotina.routine;

import app.rotina.insight.demand.DemandForecast;
import app.rotina.insight.demand.DemandForecast.Expected;
import app.rotina.insight.demand.ProductWeeks;
import app.rotina.kernel.Days;
import app.rotina.kernel.Store;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.warehouse.Assortment;
import app.rotina.warehouse.Warehouse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many units of each product the four weeks after the last whole week will be asked for; of
 * those of which it can be told. It takes seconds, so it is worked out once for a state of the
 * data, on a thread of its own, and whoever asks meanwhile is told that it is not there yet.
 */
@Component
public final class DemandOutlook implements AutoCloseable {
    public static final int WEEKS_AHEAD = 4;
    private static final int WEEKS_OF_HISTORY = 104;
    private static final int MOST_PRODUCTS = 2000;
    private static final String UNITS = "units";

    private final Metrics metrics;
    private final Warehouse warehouse;
    private final Memo<Rests, CompletableFuture<Map<String, BigDecimal>>> known = new Memo<>();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("demand").factory());

    DemandOutlook(Metrics metrics, Warehouse warehouse) {
        this.metrics = metrics;
        this.warehouse = warehouse;
    }

    /** What an outlook rests on. */
    private record Rests(String store, LocalDate lastWeek, String dataVersion) {}

    /**
     * Units by product, as of the last week that was over at the end of a day; empty: being worked
     * out.
     */
    public Optional<Map<String, BigDecimal>> units(Store store, LocalDate through) {
        CompletableFuture<Map<String, BigDecimal>> units = future(store, through);
        return units.isCompletedExceptionally()
                ? Optional.of(Map.of())
                : Optional.ofNullable(units.getNow(null));
    }

    private CompletableFuture<Map<String, BigDecimal>> future(Store store, LocalDate through) {
        LocalDate end = through.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        return known.of(
                new Rests(store.id(), end, warehouse.version(store.id())),
                () -> CompletableFuture.supplyAsync(() -> forecast(store, end), worker));
    }

    /** The same, waiting until it is worked out; nothing where it cannot be told. */
    public Map<String, BigDecimal> told(Store store, LocalDate through) {
        return future(store, through).exceptionally(any -> Map.of()).join();
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }

    private Map<String, BigDecimal> forecast(Store store, LocalDate end) {
        Days days = new Days(end.minusWeeks(WEEKS_OF_HISTORY).plusDays(1), end);
        Map<String, Map<LocalDate, BigDecimal>> sold = sold(store, days);
        Map<String, BigDecimal> units = new HashMap<>();
        if (sold.isEmpty() || sold.size() > MOST_PRODUCTS) {
            return units;
        }
        LocalDate first =
                Collections.min(
                        sold.values().stream()
                                .map(each -> Collections.min(each.keySet()))
                                .toList());
        Map<String, Assortment.Product> offered = warehouse.assortment().products(store.id());
        Map<String, List<String>> categories = new TreeMap<>();
        for (String product : sold.keySet()) {
            Assortment.@Nullable Product one = offered.get(product);
            String category = one == null || one.category() == null ? "" : one.category();
            categories.computeIfAbsent(category, any -> new ArrayList<>()).add(product);
        }
        categories.values().forEach(each -> forecast(each, sold, new Days(first, end), units));
        return units;
    }

    private static void forecast(
            List<String> products,
            Map<String, Map<LocalDate, BigDecimal>> sold,
            Days days,
            Map<String, BigDecimal> units) {
        List<ProductWeeks> weeks =
                products.stream()
                        .map(product -> weeks(sold.getOrDefault(product, Map.of()), days))
                        .toList();
        List<DemandForecast> forecasts = DemandForecast.of(weeks, WEEKS_AHEAD);
        for (int at = 0; at < products.size(); at++) {
            if (forecasts.get(at) instanceof Expected expected) {
                BigDecimal exact = BigDecimal.valueOf(expected.units());
                units.put(products.get(at), exact.setScale(1, RoundingMode.HALF_UP));
            }
        }
    }

    private static ProductWeeks weeks(Map<LocalDate, BigDecimal> sold, Days days) {
        List<BigDecimal> units = new ArrayList<>();
        for (LocalDate week = days.from(); !week.isAfter(days.to()); week = week.plusWeeks(1)) {
            units.add(sold.getOrDefault(week, BigDecimal.ZERO));
        }
        return ProductWeeks.withoutStock(units);
    }

    /** Units by product and the Monday of the week. */
    private Map<String, Map<LocalDate, BigDecimal>> sold(Store store, Days days) {
        Map<String, Map<LocalDate, BigDecimal>> sold = new TreeMap<>();
        Question question =
                new Question(List.of(UNITS), List.of("week", "product"), days, Map.of());
        for (Answer.Row row : metrics.answer(store, question).rows()) {
            LocalDate week = LocalDate.parse(row.keys().getOrDefault("week", ""));
            row.values().entrySet().stream()
                    .flatMap(each -> each.getValue().known().stream())
                    .forEach(units ->
                            sold.computeIfAbsent(
                                            row.keys().getOrDefault("product", ""),
                                            any -> new HashMap<>())
                                    .put(week, units));
        }
        return sold;
    }
}

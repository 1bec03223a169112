package app.rotina.routine;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.warehouse.OpenWork;
import app.rotina.warehouse.OpenWork.Answered;
import app.rotina.warehouse.OpenWork.HeroOut;
import app.rotina.warehouse.OpenWork.Unshipped;
import app.rotina.warehouse.OpenWork.Waiting;
import app.rotina.warehouse.Unchanged;
import app.rotina.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is waiting this morning: orders to ship, sizes to restock, chats and payments to follow. */
@Component
public final class TodayWork {
    /** How many of the orders that wait are named. */
    public static final int NAMED = 100;

    /** A first answer later than this counts as late. */
    public static final int LATE_MINUTES = 30;

    private static final List<String> METRICS =
            List.of("unshipped_orders", "hero_stockouts", "conversations", "pending_amount");

    private final OpenWork work;
    private final Metrics metrics;

    /** The day people look at most. */
    private final Unchanged<LocalDate, Block> unchanged;

    public TodayWork(Warehouse warehouse, Metrics metrics) {
        this.work = warehouse.openWork();
        this.metrics = metrics;
        this.unchanged = new Unchanged<>(warehouse::generation);
    }

    /**
     * The work left open at the end of a day.
     *
     * @param unshippedOrders missing where no source knows about shipping
     * @param heroStockouts missing where no source delivered the day's stock
     * @param conversations missing where no source delivered the day's chats
     * @param pending money of the day's orders whose payment is open
     */
    public record Block(
            MetricValue unshippedOrders,
            List<Unshipped> unshipped,
            MetricValue heroStockouts,
            List<HeroOut> heroesOut,
            MetricValue conversations,
            List<Answered> answered,
            MetricValue pending) {

        /** How many orders wait by their cause, the most frequent first. */
        public Map<String, Long> unshippedByCause() {
            Map<String, Long> counts =
                    unshipped.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            Unshipped::cause,
                                            TreeMap::new,
                                            Collectors.summingLong(Unshipped::orders)));
            return counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .collect(
                            Collectors.toMap(
                                    Map.Entry::getKey,
                                    Map.Entry::getValue,
                                    Long::sum,
                                    LinkedHashMap::new));
        }

        /** How many chats were answered late. */
        public long late() {
            return answered.stream().mapToLong(Answered::late).sum();
        }
    }

    public Block of(Store store, LocalDate day) {
        return unchanged.answer(store.id(), day, () -> read(store, day));
    }

    /**
     * The orders that waited at the end of a day, those that waited longest first, at most {@link
     * #NAMED}; none where no source knows about shipping.
     *
     * @param cause the only one wanted; empty: any
     */
    public List<Waiting> waiting(Store store, LocalDate day, String cause) {
        return of(store, day).unshippedOrders().known().isPresent()
                ? work.waiting(store.id(), day, cause, NAMED)
                : List.of();
    }

    private Block read(Store store, LocalDate day) {
        Map<String, MetricValue> figures =
                metrics.answer(store, Question.of(METRICS, Days.only(day))).total();
        MetricValue unshipped = figure(figures, "unshipped_orders");
        return new Block(
                unshipped,
                unshipped.known().isPresent() ? work.unshipped(store.id(), day) : List.of(),
                figure(figures, "hero_stockouts"),
                work.heroesOut(store.id(), day),
                figure(figures, "conversations"),
                work.answered(store.id(), day, LATE_MINUTES),
                figure(figures, "pending_amount"));
    }

    private static MetricValue figure(Map<String, MetricValue> figures, String metric) {
        return figures.getOrDefault(metric, MetricValue.missing("no_source"));
    }
}

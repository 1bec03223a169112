package app.rotina.routine;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Metrics;
import app.rotina.warehouse.OpenWork;
import app.rotina.warehouse.OpenWork.Answered;
import app.rotina.warehouse.OpenWork.HeroOut;
import app.rotina.warehouse.OpenWork.Unshipped;
import app.rotina.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is waiting this morning: orders to ship, sizes to restock, chats and payments to follow. */
@Component
public final class TodayWork {
    /** A first answer later than this counts as late. */
    public static final int LATE_MINUTES = 30;

    private final OpenWork work;
    private final Metrics metrics;

    TodayWork(Warehouse warehouse, Metrics metrics) {
        this.work = warehouse.openWork();
        this.metrics = metrics;
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

        /** How many chats were answered late. */
        public long late() {
            return answered.stream().mapToLong(Answered::late).sum();
        }
    }

    public Block of(Store store, LocalDate day) {
        Days only = Days.only(day);
        MetricValue unshipped = metrics.value(store, "unshipped_orders", only);
        return new Block(
                unshipped,
                unshipped.known().isPresent() ? work.unshipped(store.id(), day) : List.of(),
                metrics.value(store, "hero_stockouts", only),
                work.heroesOut(store.id(), day),
                metrics.value(store, "conversations", only),
                work.answered(store.id(), day, LATE_MINUTES),
                metrics.value(store, "pending_amount", only));
    }
}

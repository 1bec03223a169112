package app.rotina.sample;

import app.rotina.sample.Payment.End;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Every measure of every day, added up while the files are written, each event on its own date:
 * what is placed by the time it is placed, approvals by approval, refunds by refund.
 */
final class Ledger {
    private final LocalTimes times;
    private final Map<Measure, long[]> cells = new EnumMap<>(Measure.class);

    Ledger(LocalTimes times) {
        this.times = times;
        for (Measure measure : Measure.values()) {
            cells.put(measure, new long[times.days()]);
        }
    }

    void add(Measure measure, int day, long amount) {
        cells(measure)[day] += amount;
    }

    /** Adds an order, or takes it away again with the sign -1. */
    void book(Order order, int sign) {
        bookPlaced(order, times.dayOf(order.placedAt()), sign);
        Payment payment = order.payment();
        if (payment.approvedAt() < times.cutoff()) {
            int day = times.dayOf(payment.approvedAt());
            add(Measure.APPROVED_ORDERS, day, sign);
            add(Measure.APPROVED_REVENUE, day, sign * order.productRevenue());
            add(Measure.COST_OF_GOODS, day, sign * order.cost());
        }
        if (order.fate().refundedAt() < times.cutoff()) {
            int day = times.dayOf(order.fate().refundedAt());
            add(Measure.REFUNDS, day, sign * order.refund());
            add(Measure.SHIPPING_REFUNDS, day, sign * order.shippingRefund());
        }
    }

    long on(Measure measure, int day) {
        return cells(measure)[day];
    }

    /** The sum over days, from the first up to and without the last one named. */
    long between(Measure measure, int from, int until) {
        long sum = 0;
        for (int day = from; day < until; day++) {
            sum += on(measure, day);
        }
        return sum;
    }

    private void bookPlaced(Order order, int day, int sign) {
        add(Measure.ORDERS, day, sign);
        add(Measure.UNITS, day, sign * order.units());
        add(Measure.GROSS_SALES, day, sign * order.gross());
        add(Measure.DISCOUNTS, day, sign * (order.gross() - order.productRevenue()));
        add(Measure.PLACED_REVENUE, day, sign * order.productRevenue());
        add(Measure.SHIPPING, day, sign * order.shipping());
        add(Measure.ORDER_TOTAL, day, sign * order.total());
        add(Measure.PLACED_COST, day, sign * order.cost());
        add(Measure.RECOVERED_ORDERS, day, order.origin().recovered() ? sign : 0);
        bookState(order, day, sign);
    }

    private void bookState(Order order, int day, int sign) {
        End state = order.payment().at(times.cutoff());
        if (order.payment().approvedAt() < times.cutoff()) {
            add(Measure.APPROVED_OF_PLACED_ORDERS, day, sign);
        }
        if (state == End.OPEN) {
            add(Measure.PENDING_ORDERS, day, sign);
            add(Measure.PENDING_AMOUNT, day, sign * order.productRevenue());
        }
        if (state == End.APPROVED && order.fate().shippedAt() >= times.cutoff()) {
            add(Measure.UNSHIPPED_ORDERS, day, sign);
        }
    }

    private long[] cells(Measure measure) {
        return Objects.requireNonNull(cells.get(measure));
    }
}

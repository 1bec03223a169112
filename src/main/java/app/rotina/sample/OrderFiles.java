package app.rotina.sample;

import app.rotina.sample.Order.Line;
import app.rotina.sample.Order.Origin;
import app.rotina.sample.Payment.End;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes {@code orders.csv}, {@code items.csv} and {@code refunds.csv}. */
final class OrderFiles implements AutoCloseable {
    private static final Word PRODUCT = Word.of("product");
    private static final Word REFUND = Word.of("refund");
    private static final Word SHIPPING_REFUND = Word.of("shipping_refund");
    private static final Word SENT = Word.of("enviado");
    private static final long DUE = 2L * Payment.DAY;

    private final LocalTimes times;
    private final Customers customers;
    private final Rows orders;
    private final Rows items;
    private final Rows refunds;
    private long written;

    OrderFiles(Path folder, LocalTimes times, Customers customers) {
        this.times = times;
        this.customers = customers;
        orders =
                new Rows(
                        folder.resolve("orders.csv"),
                        times,
                        "order_id,placed_at,approved_at,cancelled_at,shipped_at,status,"
                                + "source_status,customer_id,channel,marketplace,marketing_channel,"
                                + "recovered,coupon,device,country,region,city,payment_method,agent,"
                                + "order_discount,order_shipping,order_total,delay_cause");
        items =
                new Rows(
                        folder.resolve("items.csv"),
                        times,
                        "line_id,order_id,kind,sku,product_name,category,size,colour,"
                                + "quantity,unit_price,gross,discount,amount,cost");
        refunds =
                new Rows(
                        folder.resolve("refunds.csv"),
                        times,
                        "line_id,order_id,kind,occurred_at,sku,quantity,amount");
    }

    void write(DayId id, Order order) {
        writeOrder(id, order);
        for (int i = 0; i < order.lines().size(); i++) {
            writeItem(id, i + 1, order.lines().get(i));
        }
        if (order.fate().refundedAt() < times.cutoff()) {
            writeRefunds(id, order);
        }
        written++;
    }

    long written() {
        return written;
    }

    private void writeOrder(DayId id, Order order) {
        Payment payment = order.payment();
        Place home = customers.home(order.customer());
        End state = payment.at(times.cutoff());
        orders.id(id)
                .instant(order.placedAt())
                .instant(payment.approvedAt())
                .instant(payment.calledOffAt())
                .instant(order.fate().shippedAt())
                .word(state.status)
                .word(sourceStatus(order, state))
                .numbered('C', order.customer());
        writeOrigin(order.origin(), order.terms().coupon());
        orders.word(Words.BRAZIL)
                .word(home.region())
                .word(home.city())
                .word(payment.method().word)
                .word(order.origin().agent() == null ? null : order.origin().agent().name())
                .money(order.discount())
                .money(order.shipping())
                .money(order.total())
                .word(delay(order))
                .end();
    }

    private void writeOrigin(Origin origin, @Nullable Word coupon) {
        Lane lane = origin.lane();
        orders.word(origin.channel().word)
                .word(origin.marketplace())
                .word(lane == null ? null : lane.marketingChannel())
                .flag(origin.recovered())
                .word(coupon)
                .word(origin.device() == null ? null : origin.device().word);
    }

    private void writeItem(DayId id, int number, Line line) {
        Product product = line.sku().product();
        items.id(id.line(number))
                .id(id)
                .word(PRODUCT)
                .word(line.sku().code())
                .word(product.name())
                .word(product.department().word)
                .word(line.sku().size())
                .word(line.sku().colour())
                .number(line.quantity())
                .money(line.unitPrice())
                .money(line.gross())
                .money(line.discount())
                .money(line.amount())
                .money(line.cost())
                .end();
    }

    private void writeRefunds(DayId id, Order order) {
        int number = 0;
        for (int i = 0; i < order.lines().size(); i++) {
            if (order.refund(i) > 0) {
                refund(id, ++number, REFUND, order)
                        .word(order.lines().get(i).sku().code())
                        .number(order.lines().get(i).quantity())
                        .money(order.refund(i))
                        .end();
            }
        }
        if (order.shippingRefund() > 0) {
            refund(id, ++number, SHIPPING_REFUND, order)
                    .none()
                    .none()
                    .money(order.shippingRefund())
                    .end();
        }
    }

    private Rows refund(DayId id, int number, Word kind, Order order) {
        return refunds.id(id.refund(number)).id(id).word(kind).instant(order.fate().refundedAt());
    }

    private Word sourceStatus(Order order, End state) {
        return state == End.APPROVED && order.fate().shippedAt() < times.cutoff()
                ? SENT
                : state.source;
    }

    /** A cause is known once the parcel should have left. */
    private @Nullable Word delay(Order order) {
        boolean isDue = times.cutoff() - order.payment().approvedAt() > DUE;
        return isDue ? order.fate().delay() : null;
    }

    @Override
    public void close() {
        orders.close();
        items.close();
        refunds.close();
    }
}

package app.rotina.sample;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.sample.Order.Channel;
import app.rotina.sample.Order.Fate;
import app.rotina.sample.Order.Line;
import app.rotina.sample.Order.Origin;
import app.rotina.sample.Order.Terms;
import app.rotina.sample.Payment.Method;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final Catalog CATALOG = new Catalog();
    private static final Terms TEN_PERCENT = new Terms(Word.of("DEZ"), 10, 1990, 29_900);

    @Test
    void takesTheDiscountOfTheOrderFromWhatItsLinesLeave() {
        Order order = order(TEN_PERCENT, refund(true), line(0, 2, 15), line(50, 1, 0));

        assertThat(order.amount()).isEqualTo(order.gross() - order.lines().getFirst().discount());
        assertThat(order.productRevenue()).isEqualTo(order.amount() - order.discount());
        assertThat(order.total()).isEqualTo(order.productRevenue() + order.shipping());
    }

    @Test
    void chargesTheParcelBelowTheThresholdOnly() {
        assertThat(order(TEN_PERCENT, refund(true), line(0, 1, 0)).shipping()).isEqualTo(1990);
        assertThat(order(TEN_PERCENT, refund(true), line(0, 2, 0)).shipping()).isZero();
    }

    @Test
    void paysBackExactlyWhatWasPaidWhenAllLinesComeBack() {
        Order order =
                order(TEN_PERCENT, refund(true), line(0, 1, 15), line(30, 3, 0), line(70, 1, 5));

        long sum = IntStream.range(0, 3).mapToLong(order::refund).sum();
        assertThat(sum).isEqualTo(order.productRevenue()).isEqualTo(order.refund());
    }

    @Test
    void paysBackTheFirstLineWithItsShareOfTheDiscount() {
        Order order = order(TEN_PERCENT, refund(false), line(0, 1, 0), line(30, 1, 0));

        assertThat(order.refund()).isEqualTo(order.refund(0)).isEqualTo(23_391);
        assertThat(order.refund(1)).isZero();
    }

    private static Order order(Terms terms, Fate fate, Line... lines) {
        Origin origin = new Origin(Channel.SITE, null, Lane.ALL.getFirst(), null, false, null);
        Payment payment = new Payment(Method.PIX, 60, Payment.End.APPROVED, Order.NEVER);
        return new Order(0, 1, origin, terms, List.of(lines), payment, fate);
    }

    private static Fate refund(boolean all) {
        return new Fate(120, null, 180, all, false);
    }

    private static Line line(int sku, int quantity, int percent) {
        Sku one = CATALOG.skus().get(sku);
        return new Line(one, quantity, one.product().listPrice(), percent);
    }
}

package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.SourceCounts.DayCount;
import app.rotina.sync.MedusaForTests.Figures;
import app.rotina.sync.MedusaForTests.Order;
import app.rotina.sync.Reconciliation.Mended;
import app.rotina.sync.Syncs.Brought;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A store connected to a real shop, in which people really buy, change, return and cancel. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MedusaTest {
    private static MedusaForTests shop;
    private static ConnectedForTests rotina;

    private ConnectedForTests.Shop connected;

    @BeforeAll
    static void start() {
        shop = new MedusaForTests();
        rotina = new ConnectedForTests();
    }

    @BeforeEach
    void open() {
        connected = rotina.shop("medusa");
    }

    /** Nothing was begun where there is no shop to be had. */
    @AfterAll
    static void stop() {
        if (rotina != null) {
            rotina.close();
            shop.close();
        }
    }

    @Test
    @org.junit.jupiter.api.Order(1) // the shop is one for all of them
    void showsTheFiguresThatTheShopHolds() {
        String dress = shop.offer("V-1", "Vestido", "199.90", 40);
        String shirt = shop.offer("C-1", "Camisa", "79.00", 30);
        Order first = shop.buy(dress, 2, "br");
        Order second = shop.buy(shirt, 1, "br");
        Order third = shop.buy(shirt, 1, "br");
        Order abroad = shop.buy(dress, 1, "uy", MedusaForTests.COUPON);
        shop.capture(first);
        shop.capture(second);
        shop.capture(third);
        connect(shop.key());

        connected.pull();
        holds(shop.figures(), BigDecimal.ZERO);
        assertThat(metric("stock_on_hand")).isEqualByComparingTo("70");

        shop.refund(first, "10.00");
        shop.change(second, 3);
        shop.cancel(third);
        shop.capture(abroad);
        Figures figures = shop.figures();
        Brought changed = connected.pull();

        assertThat(changed.updated()).isPositive();
        holds(figures, new BigDecimal("15.00"));
        assertThat(figures.goods()).isEqualByComparingTo(money(2 * 199_90 + 4 * 79_00 + 179_91));
        assertThat(figures.refunded()).isEqualByComparingTo("104.00");

        shop.giveBack(first, 2); // what comes back takes nothing out but by its refund
        shop.refund(first, "389.80");
        connected.pull();
        assertThat(metric("refunds")).isEqualByComparingTo(money(104_00 - 15_00 + 389_80));
        assertThat(metric("placed_revenue")).isEqualByComparingTo(figures.goods());

        Brought again = connected.pull();
        assertThat(again.inserted() + again.updated() + again.quarantined()).isZero();
        assertThat(again.read()).isPositive();
    }

    @Test
    @org.junit.jupiter.api.Order(2)
    void countsWhatTheShopHasAndMendsWhatDiffersAlone() {
        String dress = shop.offer("V-2", "Saia", "199.90", 40);
        Order order = shop.buy(dress, 1, "uy", MedusaForTests.COUPON);
        connect(shop.key());
        connected.pull();
        assertThat(connected.count().drift()).isEmpty();
        LocalDate today = LocalDate.now(connected.store.zone());

        DayCount day = today(connected.mend(today), today);
        assertThat(day.agrees()).isTrue();
        assertThat(day.sourceCount()).isEqualTo(shop.figures().orders());
        assertThat(day.sourceSum()).isPositive();

        BigDecimal orders = metric("orders");
        connected.bring(
                """
                {"id": "order_gone", "display_id": 999999, "status": "pending", "currency_code": "brl", "created_at": "%s",
                "updated_at": "2026-01-01T00:00:00.000Z", "total": 50, "item_total": 50, "item_tax_total": 0, "shipping_total": 0,
                "items": [{"id": "item_gone", "variant_sku": "V-2", "product_title": "Saia", "quantity": 1, "unit_price": 50, "is_tax_inclusive": true}]}
                """
                        .formatted(Instant.now().minusSeconds(5)));
        assertThat(metric("orders")).isEqualByComparingTo(orders.add(BigDecimal.ONE));
        Mended mended = connected.mend(today);
        assertThat(mended.gone()).isEqualTo(1);
        assertThat(today(mended, today).agrees()).isTrue();
        assertThat(metric("orders")).isEqualByComparingTo(orders);

        assertThat(connected.fetch(order.id(), "order_gone").none()).containsExactly("order_gone");
    }

    private static DayCount today(Mended mended, LocalDate today) {
        return mended.counted().days().stream()
                .filter(each -> each.day().equals(today))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void connectsNoKeyThatTheShopDoesNotKnow() {
        assertThatThrownBy(() -> connect("sk_nothing"))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.PULL_REFUSED));
    }

    /**
     * @param freight what was given back for shipping, which is no refund of goods
     */
    private void holds(Figures figures, BigDecimal freight) {
        BigDecimal refunds = figures.refunded().subtract(freight);
        assertThat(metric("orders")).isEqualByComparingTo(BigDecimal.valueOf(figures.orders()));
        assertThat(metric("units")).isEqualByComparingTo(BigDecimal.valueOf(figures.units()));
        assertThat(metric("placed_revenue")).isEqualByComparingTo(figures.goods());
        assertThat(metric("order_total")).isEqualByComparingTo(figures.total());
        assertThat(metric("refunds")).isEqualByComparingTo(refunds);
        assertThat(metric("net_revenue")).isEqualByComparingTo(figures.taken().subtract(refunds));
    }

    private static BigDecimal money(int cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    /** To the cent. */
    private BigDecimal metric(String metric) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return Figures.cents(
                connected.metric(metric, new Days(today.minusDays(2), today.plusDays(1))));
    }

    private void connect(String key) {
        connected.connect(Map.of("address", shop.address(), "key", key));
    }
}

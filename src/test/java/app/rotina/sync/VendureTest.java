package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.SourceCounts.DayCount;
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
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A store connected to a real shop, in which people really buy, change, return and cancel. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VendureTest {
    private static VendureForTests shop;
    private static ConnectedForTests rotina;

    private ConnectedForTests.Shop connected;

    @BeforeAll
    static void start() {
        shop = new VendureForTests();
        rotina = new ConnectedForTests();
    }

    @BeforeEach
    void open() {
        connected = rotina.shop("vendure");
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
    @Order(1) // the shop is one for all of them
    void showsTheFiguresThatTheShopHolds() {
        String dress = shop.offer("V-1", "Vestido", 199_90);
        String shirt = shop.offer("C-1", "Camisa", 79_00);
        VendureForTests.Order first = shop.buy(dress, 2, "SP", "ana@example.org");
        VendureForTests.Order second = shop.buy(shirt, 1, "RJ", "bia@example.org");
        VendureForTests.Order third = shop.buy(shirt, 1, "RJ", "bia@example.org");
        connect(shop.key("ReadOrder", "ReadCatalog", "ReadCustomer"));

        connected.pull();
        holdsWhatTheShopHolds();

        shop.refund(first, 10_00);
        shop.change(second, 3);
        shop.cancel(third);
        connected.pull();

        holdsWhatTheShopHolds();
        assertThat(shop.figures())
                .isEqualTo(new VendureForTests.Figures(3, 2 * 199_90 + 4 * 79_00, 10_00));

        Brought again = connected.pull();
        assertThat(again.inserted() + again.updated() + again.quarantined()).isZero();
        assertThat(again.read()).isPositive();
        holdsWhatTheShopHolds();
    }

    @Test
    @Order(2)
    void countsWhatTheShopHasAndMendsWhatDiffersAlone() {
        String dress = shop.offer("V-2", "Saia", 199_90);
        VendureForTests.Order order = shop.buy(dress, 1, "SP", "ana@example.org");
        connect(shop.key("ReadOrder", "ReadCatalog", "ReadCustomer"));
        connected.pull();
        assertThat(connected.count().drift()).isEmpty();
        LocalDate today = LocalDate.now(connected.store.zone());

        DayCount day = today(connected.mend(today), today);
        assertThat(day.agrees()).isTrue();
        assertThat(day.sourceCount()).isEqualTo(shop.figures().orders());
        assertThat(day.sourceSum()).isEqualByComparingTo(day.ourSum());
        assertThat(day.sourceSum()).isPositive();

        BigDecimal orders = metric("orders");
        String now = Instant.now().minusSeconds(5).toString();
        connected.bring(
                """
                {"id": "999999", "code": "GONE", "state": "PaymentSettled", "orderPlacedAt": "%1$s", "updatedAt": "%2$s",
                "currencyCode": "BRL", "totalWithTax": 5000, "shippingWithTax": 0, "payments": [], "fulfillments": [],
                "lines": [{"id": "999999", "quantity": 1, "orderPlacedQuantity": 1, "unitPriceWithTax": 5000, "linePriceWithTax": 5000,
                "proratedLinePriceWithTax": 5000, "productVariant": {"sku": "V-2", "product": {"name": "Saia"}}}]}
                """
                        .formatted(now, "2026-01-01T00:00:00Z"));
        assertThat(metric("orders")).isEqualByComparingTo(orders.add(BigDecimal.ONE));
        Mended mended = connected.mend(today);
        assertThat(mended.gone()).isEqualTo(1);
        assertThat(today(mended, today).agrees()).isTrue();
        assertThat(metric("orders")).isEqualByComparingTo(orders);
        holdsWhatTheShopHolds();

        assertThat(connected.fetch(order.id(), "999999").none()).containsExactly("999999");
    }

    private static DayCount today(Mended mended, LocalDate today) {
        return mended.counted().days().stream()
                .filter(each -> each.day().equals(today))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void connectsNoKeyThatMayNotReadAll() {
        refuses(shop.key("ReadOrder", "ReadCustomer"));
        refuses("no key at all");
    }

    private void refuses(String key) {
        assertThatThrownBy(() -> connect(key))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.PULL_REFUSED));
    }

    private void holdsWhatTheShopHolds() {
        VendureForTests.Figures figures = shop.figures();
        assertThat(metric("orders")).isEqualByComparingTo(BigDecimal.valueOf(figures.orders()));
        assertThat(metric("gross_sales")).isEqualByComparingTo(money(figures.ordered()));
        assertThat(metric("refunds")).isEqualByComparingTo(money(figures.refunded()));
    }

    private static BigDecimal money(int cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    private BigDecimal metric(String metric) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return connected.metric(metric, new Days(today.minusDays(2), today.plusDays(1)));
    }

    private void connect(String key) {
        connected.connect(Map.of("address", shop.address(), "key", key));
    }
}

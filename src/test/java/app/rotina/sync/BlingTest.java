package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Days;
import app.rotina.kernel.RotinaException;
import app.rotina.state.SourceConnections.Standing;
import app.rotina.sync.BlingForTests.Order;
import app.rotina.sync.Syncs.Brought;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store connected to a system that does not say when its orders were changed. */
class BlingTest {
    private static ConnectedForTests rotina;

    private BlingForTests erp;
    private ApiForTests api;
    private ConnectedForTests.Shop connected;

    @BeforeAll
    static void start() {
        rotina = new ConnectedForTests();
    }

    @AfterAll
    static void stop() {
        rotina.close();
    }

    @BeforeEach
    void open() {
        erp = new BlingForTests();
        api = new ApiForTests(erp);
        connected = rotina.shop("bling");
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void bringsWhatWasSoldAndThenWhatIsNew() {
        Order first = erp.add("100.00");
        first.quantity = new BigDecimal("2");
        first.percentOff = new BigDecimal("10");
        first.commission = new BigDecimal("21.60");
        first.freight = new BigDecimal("9.99");
        Order second = erp.add("50.00");
        second.off = new BigDecimal("5.00");
        connect();

        Brought brought = connected.pull();

        assertThat(brought.quarantined()).isZero();
        assertThat(metric("gross_sales")).isEqualByComparingTo("250.00");
        assertThat(metric("placed_revenue")).isEqualByComparingTo("225.00");
        assertThat(connected.fees(span())).isEqualByComparingTo("31.59");

        erp.now = Instant.now();
        erp.add("20.00");
        first.state = 12;
        first.meant = 2;
        erp.touch(first);
        connected.pull();

        assertThat(metric("net_revenue")).isEqualByComparingTo("65.00");
        assertThat(connected.fees(span())).isEqualByComparingTo("0");
        assertNothingNew();
    }

    @Test
    void countsStatesThatAnOwnerMadeAsWhatTheyAreLike() {
        state(700_001, 1);
        state(700_002, 0);
        state(700_003, 2);
        connect();

        connected.pull();

        assertThat(metric("approved_orders")).isEqualByComparingTo("0");
        assertThat(metric("recognised_orders")).isEqualByComparingTo("1");
    }

    @Test
    void takesAShareOfThePriceOff() {
        Order order = erp.add("80.00");
        order.off = new BigDecimal("25");
        order.offUnit = "PERCENTUAL";
        connect();

        connected.pull();

        assertThat(metric("placed_revenue")).isEqualByComparingTo("60.00");
    }

    /** More orders than a page has, of the same hours, in lists that say no number. */
    @Test
    void readsWindowsOfLessThanAPage() {
        for (int i = 0; i < 420; i++) {
            erp.now = erp.now.plus(i % 150 == 0 ? Duration.ofDays(9) : Duration.ofSeconds(40));
            erp.add("1.00");
        }
        connect();

        Brought brought = connected.pull();

        assertThat(metric("placed_revenue")).isEqualByComparingTo("420");
        assertThat(brought.read()).isLessThan(2_000);
    }

    @Test
    void knowsTheProductsAndWhatIsInStock() {
        for (int i = 0; i < 130; i++) {
            erp.product("P-" + i, "S", 4, 3);
        }
        erp.product("VAR", "V", 9, 9);
        connect();

        Brought first = connected.pull();

        assertThat(first.quarantined()).isZero();
        LocalDate today = LocalDate.now(connected.store.zone());
        assertThat(connected.metric("stock_on_hand", new Days(today.minusDays(2), today)))
                .isEqualByComparingTo("520");
        assertNothingNew();
    }

    @Test
    void leavesOutAnOrderThatIsDeletedWhileItIsRead() {
        erp.add("10.00");
        Order gone = erp.add("20.00");
        connect();
        api.afterEachPage = () -> erp.orders.remove(gone.id);

        connected.pull();

        assertThat(metric("placed_revenue")).isEqualByComparingTo("10.00");
    }

    @Test
    void asksToAgreeAnewWhereItsOwnerTookThePermissionBack() {
        erp.add("10.00");
        connect();
        connected.pull();
        api.revoked = true;

        assertThatThrownBy(() -> connected.pull())
                .isInstanceOf(RotinaException.class)
                .hasMessageNotContaining(ApiForTests.SECRET);
        assertThat(connected.connection().standing()).isEqualTo(Standing.RECONNECT);
        assertThat(metric("placed_revenue")).isEqualByComparingTo("10");
    }

    /** However a history goes, what the store holds in the end is what the company holds. */
    @Test
    void holdsInTheEndWhatTheCompanyHolds() {
        for (int seed = 1; seed <= Integer.getInteger("rotina.histories", 2); seed++) {
            close();
            open();
            history(new Random(seed));
            assertThat(metric("net_revenue"))
                    .as("history %d", seed)
                    .isEqualByComparingTo(
                            erp.orders.values().stream()
                                    .filter(each -> each.state != 12)
                                    .map(Order::goods)
                                    .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    private void history(Random random) {
        connect();
        for (int i = 0; i < 160; i++) {
            erp.now = erp.now.plus(Duration.ofMinutes(random.nextInt(300)));
            erp.add(amount(random));
        }
        api.afterEachPage =
                () -> {
                    if (random.nextInt(6) == 0) {
                        change(random);
                    }
                    if (random.nextInt(25) == 0) {
                        api.expire();
                    }
                };
        api.busyEvery = 60;
        for (int pull = 0; pull < 4; pull++) {
            for (int i = random.nextInt(20); i > 0; i--) {
                change(random);
            }
            connected.pull();
        }
        api.afterEachPage = () -> {};
        connected.pull();
    }

    private void change(Random random) {
        erp.now = Instant.now();
        List<Order> all = List.copyOf(erp.orders.values());
        Order order = all.get(random.nextInt(all.size()));
        switch (random.nextInt(3)) {
            case 0 -> erp.add(amount(random));
            case 1 -> order.state = order.state == 12 ? 9 : 12;
            default -> order.price = new BigDecimal(amount(random));
        }
        erp.touch(order);
    }

    private static String amount(Random random) {
        return BigDecimal.valueOf(random.nextInt(100_000) + 1, 2).toPlainString();
    }

    private void state(int state, int meant) {
        Order order = erp.add("10.00");
        order.state = state;
        order.meant = meant;
    }

    private void assertNothingNew() {
        connected.pull();
        Brought again = connected.pull();
        assertThat(again.inserted() + again.updated() + again.quarantined()).isZero();
        assertThat(again.read()).isEqualTo(again.unchanged());
    }

    private BigDecimal metric(String metric) {
        return connected.metric(metric, span());
    }

    private Days span() {
        LocalDate last = Instant.now().atOffset(ZoneOffset.UTC).toLocalDate();
        return new Days(last.minusDays(62), last);
    }

    private void connect() {
        connected.agree(
                Map.of(
                        "address",
                        api.address(),
                        "site",
                        api.address(),
                        "id",
                        ConsentForTests.ID,
                        "secret",
                        ApiForTests.SECRET,
                        Consents.RETURN,
                        "https://rotina.example/connections/callback"),
                null);
    }
}

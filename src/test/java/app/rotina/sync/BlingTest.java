package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Days;
import app.rotina.kernel.RotinaException;
import app.rotina.state.SourceConnections.Standing;
import app.rotina.state.SourceCounts.DayCount;
import app.rotina.sync.BlingForTests.Order;
import app.rotina.sync.Syncs.Brought;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A store connected to a system that does not say when its orders were changed. */
class BlingTest extends SignedShop<BlingForTests> {
    BlingTest() {
        super("bling", BlingForTests::new);
    }

    @Test
    void bringsWhatWasSoldAndThenWhatIsNew() {
        Order first = shop.add("100.00");
        first.quantity = new BigDecimal("2");
        first.percentOff = new BigDecimal("10");
        first.commission = new BigDecimal("21.60");
        first.freight = new BigDecimal("9.99");
        Order second = shop.add("50.00");
        second.off = new BigDecimal("5.00");
        connect();

        Brought brought = connected.pull();

        assertThat(brought.quarantined()).isZero();
        assertThat(metric("gross_sales")).isEqualByComparingTo("250.00");
        assertThat(metric("placed_revenue")).isEqualByComparingTo("225.00");
        assertThat(metric("marketplace_fees")).isEqualByComparingTo("31.59");

        shop.now = Instant.now();
        shop.add("20.00");
        first.state = 12;
        first.meant = 2;
        shop.touch(first);
        connected.pull();

        assertThat(metric("net_revenue")).isEqualByComparingTo("65.00");
        assertThat(metric("marketplace_fees")).isEqualByComparingTo("0");
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
        Order order = shop.add("80.00");
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
            shop.now = shop.now.plus(i % 150 == 0 ? Duration.ofDays(9) : Duration.ofSeconds(40));
            shop.add("1.00");
        }
        connect();

        Brought brought = connected.pull();

        assertThat(metric("placed_revenue")).isEqualByComparingTo("420");
        assertThat(brought.read()).isLessThan(2_000);
    }

    @Test
    void knowsTheProductsAndWhatIsInStock() {
        for (int i = 0; i < 130; i++) {
            shop.product("P-" + i, "S", 4, 3);
        }
        shop.product("VAR", "V", 9, 9);
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
        shop.add("10.00");
        Order gone = shop.add("20.00");
        connect();
        api.afterEachPage = () -> shop.orders.remove(gone.id);

        connected.pull();

        assertThat(metric("placed_revenue")).isEqualByComparingTo("10.00");
    }

    @Test
    void lacksNoOrderThatIsStillBeingWritten() {
        shop.now = Instant.now().minus(Duration.ofDays(3));
        shop.add("10.00");
        shop.add("7.00").state = 21;
        connect();
        connected.pull();

        assertThat(connected.count().drift()).isEmpty();
        assertThat(metric("placed_revenue")).isEqualByComparingTo("10.00");
    }

    /** An order says its day alone, which is no moment that another zone could move. */
    @Test
    void countsAnOrderOnItsDayInAStoreFartherWest() {
        connected = rotina.shop("bling", ZoneId.of("America/Manaus"));
        shop.now = Instant.now().minus(Duration.ofDays(3));
        Order order = shop.add("10.00");
        connect();
        connected.pull();

        assertThat(connected.count().days())
                .filteredOn(each -> each.sourceCount() + each.ourCount() > 0)
                .extracting(DayCount::day)
                .containsExactly(order.day);
        assertThat(connected.count().drift()).isEmpty();
    }

    @Test
    void asksToAgreeAnewWhereItsOwnerTookThePermissionBack() {
        shop.add("10.00");
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
                            shop.orders.values().stream()
                                    .filter(each -> each.state != 12)
                                    .map(Order::goods)
                                    .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    private void history(Random random) {
        connect();
        for (int i = 0; i < 160; i++) {
            shop.now = shop.now.plus(Duration.ofMinutes(random.nextInt(300)));
            shop.add(amount(random));
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
        shop.now = Instant.now();
        List<Order> all = List.copyOf(shop.orders.values());
        Order order = all.get(random.nextInt(all.size()));
        switch (random.nextInt(3)) {
            case 0 -> shop.add(amount(random));
            case 1 -> order.state = order.state == 12 ? 9 : 12;
            default -> order.price = new BigDecimal(amount(random));
        }
        shop.touch(order);
    }

    private static String amount(Random random) {
        return BigDecimal.valueOf(random.nextInt(100_000) + 1, 2).toPlainString();
    }

    private void state(int state, int meant) {
        Order order = shop.add("10.00");
        order.state = state;
        order.meant = meant;
    }

    private void assertNothingNew() {
        connected.pull();
        Brought again = connected.pull();
        assertThat(again.inserted() + again.updated() + again.quarantined()).isZero();
        assertThat(again.read()).isEqualTo(again.unchanged());
    }
}

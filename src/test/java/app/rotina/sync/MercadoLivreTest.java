package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.SourceConnections;
import app.rotina.state.SourceConnections.Standing;
import app.rotina.state.SourceCounts.DayCount;
import app.rotina.sync.MercadoLivreForTests.Listing;
import app.rotina.sync.MercadoLivreForTests.Order;
import app.rotina.sync.Syncs.Brought;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A store connected, by its owner's consent, to a seller's account that counts no further than it
 * says.
 */
class MercadoLivreTest extends HookedShop<MercadoLivreForTests> {
    MercadoLivreTest() {
        super("mercado-livre", MercadoLivreForTests::new);
    }

    @Test
    void bringsWhatWasSoldWithWhatSellingCost() {
        Order one = shop.add("50.00");
        one.quantity = 2;
        one.saleFee = new BigDecimal("6.10");
        one.shipment = 700;
        one.freight = new BigDecimal("18.40");
        connect();

        Brought brought = connected.pull();

        assertThat(metric("approved_revenue")).isEqualByComparingTo("100.00");
        assertThat(metric("units")).isEqualByComparingTo("2");
        assertThat(fees()).isEqualByComparingTo("30.60");
        assertAddsUp(brought);
        assertThat(brought.quarantined()).isZero();
        assertNothingNew();
    }

    @Test
    void chargesWhatACartsShippingCostOnce() {
        for (int i = 0; i < 3; i++) {
            Order part = shop.add("10.00");
            part.pack = 900;
            part.shipment = 701;
            part.freight = new BigDecimal("12.00");
        }
        connect();

        connected.pull();

        assertThat(metric("orders")).isEqualByComparingTo("3");
        assertThat(fees()).isEqualByComparingTo("12.00");
    }

    @Test
    void takesOutWhatWasGivenBackOnItsOwnDay() {
        Order whole = shop.add("80.00");
        whole.saleFee = new BigDecimal("9.00");
        Order part = shop.add("30.00");
        Order never = shop.add("20.00");
        never.status = "payment_required";
        never.paymentStatus = "pending";
        connect();
        connected.pull();

        shop.now = shop.now.plus(Duration.ofDays(3));
        shop.cancel(whole);
        part.givenBack = new BigDecimal("5.50");
        part.modified = shop.now;
        shop.touch(part);
        never.status = "cancelled";
        never.paymentStatus = "cancelled";
        shop.touch(never);
        connected.pull();

        LocalDate day = shop.now.atOffset(ZoneOffset.ofHours(-3)).toLocalDate();
        assertThat(connected.metric("refunds", new Days(day, day))).isEqualByComparingTo("85.50");
        assertThat(metric("net_revenue")).isEqualByComparingTo("24.50");
        assertThat(fees()).isEqualByComparingTo("0");
        assertNothingNew();
    }

    @Test
    void countsNoOrderThatSomebodyTried() {
        shop.add("10.00").tags = "\"test_order\"";
        connect();

        connected.pull();

        assertThat(metric("orders")).isEqualByComparingTo("0");
    }

    /** More orders than may be counted through, changed over weeks. */
    @Test
    void readsWindowsThatAreShortEnough() {
        for (int i = 0; i < 2_300; i++) {
            shop.now = shop.now.plus(Duration.ofMinutes(20));
            shop.add("1.00");
        }
        connect();

        connected.pull();

        assertThat(metric("placed_revenue")).isEqualByComparingTo("2300");
    }

    /** Whoever knew the address could make us ask, and nothing else. */
    @Test
    void asksForAnOrderAndBelievesNothingThatAMessageSays() {
        told(() -> {
            Order order = shop.add("10.00");
            String told = shop.message(order.id).body();
            String lie = told.replace("{\"_id\"", "{\"total_amount\":999,\"_id\"");
            assertThat(send(new Told(lie, Map.of()))).isEqualTo(200);
            assertThat(send(shop.message(order.id, "77", "orders_v2"))).isEqualTo(200);
            assertThat(send(shop.message(order.id, MercadoLivreForTests.SELLER, "items")))
                    .isEqualTo(200);
            assertThat(send(new Told(told.replace("/orders/", "/users/"), Map.of())))
                    .isEqualTo(400);
            assertThat(send(shop.message(4_004))).isEqualTo(200);
            assertThat(waiting()).isEqualTo(2);
            take();

            assertThat(waiting()).isZero();
            assertThat(metric("placed_revenue")).isEqualByComparingTo("10");
            assertThat(metric("orders")).isEqualByComparingTo("1");
        });
    }

    @Test
    void showsNoSecretWhereNobodyEntersOne() {
        connect();
        Hooks hooks = rotina.server.bean(Hooks.class);

        assertThat(
                        hooks.renew(
                                        connected.store,
                                        connected.connection().id(),
                                        path -> ORIGIN + path)
                                .secret())
                .isEmpty();
        assertThat(hooks.isEntered(connected.connection())).isTrue();
    }

    /** More orders in a day than may be counted through. */
    @Test
    void countsADayThatIsLongerThanAList() {
        Instant noon = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(33));
        for (int i = 0; i < 1_150; i++) {
            shop.now = noon.plusSeconds(20L * i);
            shop.add("1.00");
        }
        shop.now = Instant.now();
        connect();
        connected.pull();

        assertThat(connected.count().drift()).isEmpty();
        assertThat(connected.count().days().stream().mapToLong(DayCount::sourceCount).sum())
                .isEqualTo(1_150);
    }

    @Test
    void knowsTheListingsAndWhatIsLeft() {
        for (int i = 0; i < 130; i++) {
            String id = "MLB%04d".formatted(i);
            shop.listings.put(id, new Listing(id, "Saia", "40.00", Map.of("SAIA-" + i, 3)));
        }
        shop.listings.put(
                "MLB9", new Listing("MLB9", "Blusa", "60.00", Map.of("BLU-P", 4, "BLU-M", 5)));
        connect();

        Brought first = connected.pull();

        assertAddsUp(first);
        assertThat(first.quarantined()).isZero();
        assertThat(stock()).isEqualByComparingTo("399");
        assertNothingNew();
    }

    @Test
    void getsAnotherTokenWhereOneEndsMidway() {
        for (int i = 0; i < 120; i++) {
            shop.now = shop.now.plusSeconds(7);
            shop.add("1.00").shipment = 1_000L + i;
        }
        connect();
        int before = api.tokens();
        int[] pages = {0};
        api.afterEachPage =
                () -> {
                    if (++pages[0] == 40) {
                        api.expire();
                    }
                };

        connected.pull();

        assertThat(metric("placed_revenue")).isEqualByComparingTo("120");
        assertThat(api.tokens()).isEqualTo(before + 2);
        assertThat(kept()).containsEntry("refresh", api.refresh());
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

        api.revoked = false;
        connected.agree(said(), connected.connection().id());
        shop.now = shop.now.plus(Duration.ofHours(1));
        shop.add("5.00");
        connected.pull();
        assertThat(metric("placed_revenue")).isEqualByComparingTo("15");
    }

    @Test
    void noticesThatAFilterIsIgnored() {
        shop.add("10.00");
        shop.now = shop.now.plus(Duration.ofDays(30));
        shop.add("20.00");
        connect();
        connected.pull();
        shop.ignoresSince = true;

        assertThatThrownBy(() -> connected.pull())
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.PULL_FILTER_IGNORED));
    }

    /** However an account's history goes, what the store holds in the end is what it holds. */
    @Test
    void holdsInTheEndWhatTheShopHolds() {
        for (int seed = 1; seed <= Integer.getInteger("rotina.histories", 2); seed++) {
            close();
            open();
            history(new Random(seed));
            BigDecimal sold = sum(shop.orders.values().stream().map(Order::total).toList());
            assertThat(metric("placed_revenue")).as("history %d", seed).isEqualByComparingTo(sold);
            assertThat(metric("refunds"))
                    .as("history %d", seed)
                    .isEqualByComparingTo(
                            sum(
                                    shop.orders.values().stream()
                                            .map(each -> each.givenBack)
                                            .toList()));
        }
    }

    private void history(Random random) {
        connect();
        for (int i = 0; i < 260; i++) {
            shop.now = shop.now.plus(Duration.ofMinutes(random.nextInt(300)));
            shop.add(amount(random));
        }
        api.afterEachPage =
                () -> {
                    if (random.nextInt(2) == 0) {
                        change(random);
                    }
                    if (random.nextInt(15) == 0) {
                        api.expire();
                    }
                };
        api.busyEvery = 7;
        for (int pull = 0; pull < 4; pull++) {
            for (int i = random.nextInt(20); i > 0; i--) {
                change(random);
            }
            connected.pull();
            shop.now = shop.now.plus(Duration.ofHours(random.nextInt(40)));
        }
        api.afterEachPage = () -> {};
        connected.pull();
    }

    private void change(Random random) {
        shop.now = shop.now.plusSeconds(random.nextInt(3));
        List<Order> all = List.copyOf(shop.orders.values());
        Order order = all.get(random.nextInt(all.size()));
        switch (random.nextInt(3)) {
            case 0 -> shop.add(amount(random));
            case 1 -> shop.cancel(order);
            default -> {
                order.givenBack = order.givenBack.max(order.price.movePointLeft(1));
                order.modified = shop.now;
            }
        }
        shop.touch(order);
    }

    private static String amount(Random random) {
        return BigDecimal.valueOf(10L * (random.nextInt(10_000) + 1), 2).toPlainString();
    }

    private static BigDecimal sum(List<BigDecimal> all) {
        return all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void assertNothingNew() {
        connected.pull();
        Brought again = connected.pull();
        assertThat(again.inserted() + again.updated() + again.quarantined()).isZero();
        assertAddsUp(again);
    }

    private static void assertAddsUp(Brought brought) {
        assertThat(brought.read())
                .isEqualTo(
                        brought.inserted()
                                + brought.updated()
                                + brought.unchanged()
                                + brought.quarantined());
    }

    private Map<String, String> kept() {
        return rotina.server.bean(SourceConnections.class).secrets(connected.connection());
    }

    private BigDecimal fees() {
        return metric("marketplace_fees");
    }
}

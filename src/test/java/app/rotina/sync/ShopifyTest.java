package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.SourceConnections.Standing;
import app.rotina.sync.ShopifyForTests.Order;
import app.rotina.sync.Syncs.Brought;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A store connected to a shop that is as strict as Shopify's Admin API says of itself. */
class ShopifyTest extends TellingShop<ShopifyForTests> {
    ShopifyTest() {
        super("shopify", ShopifyForTests::new);
    }

    @Test
    void bringsWhatTheShopHasAndThenWhatIsNew() {
        Order first = shop.add("10.10");
        shop.add("20.20");
        connect();
        connected.pull();
        assertThat(metric("placed_revenue")).isEqualByComparingTo("30.30");
        assertThat(metric("gross_sales")).isEqualByComparingTo("32.30");

        pass(Duration.ofDays(3));
        shop.add("5.00");
        first.refunds.put(shop.nextId++, new BigDecimal("4.00"));
        first.freight.put(first.refunds.keySet().iterator().next(), new BigDecimal("1.50"));
        shop.touch(first);
        connected.pull();

        assertThat(metric("placed_revenue")).isEqualByComparingTo("35.30");
        assertThat(metric("refunds")).isEqualByComparingTo("4.00");
        Brought again = connected.pull();
        assertThat(again.inserted() + again.updated() + again.quarantined()).isZero();
    }

    @Test
    @DisplayName("99: an app that may not read all orders is said to bring the last 60 days alone")
    void saysThatOlderOrdersDoNotCome() {
        shop.scope = "read_orders,read_products,read_inventory";
        shop.add("10.00");
        pass(Duration.ofDays(70));
        shop.add("20.00");
        connect();
        connected.pull();

        assertThat(metric("placed_revenue")).isEqualByComparingTo("20.00");
        assertThat(notes()).singleElement().asString().contains("60 dias", "read_all_orders");

        shop.scope += ",read_all_orders";
        connected.pull();

        assertThat(notes()).isEmpty();
    }

    /** What an older version became and the newer one does not is taken out with it. */
    @Test
    void takesOutTheFreightThatARefundNoLongerGivesBack() {
        Order order = shop.add("10.00");
        long refund = shop.nextId++;
        order.refunds.put(refund, new BigDecimal("4.00"));
        order.freight.put(refund, new BigDecimal("1.50"));
        connect();
        connected.pull();
        assertThat(freight()).isEqualByComparingTo("1.50");

        pass(Duration.ofMinutes(1));
        order.freight.clear();
        shop.touch(order);
        connected.pull();
        assertThat(metric("refunds")).isEqualByComparingTo("4.00");
        assertThat(freight()).isZero();

        pass(Duration.ofMinutes(1));
        order.freight.put(refund, new BigDecimal("2.00"));
        shop.touch(order);
        connected.pull();
        pass(Duration.ofMinutes(1));
        order.refunds.clear();
        shop.touch(order);
        connected.pull();

        assertThat(metric("refunds")).isZero();
        assertThat(freight()).isZero();
        connected.rebuild();
        assertThat(freight()).isZero();
    }

    @Test
    void bringsWhatIsInStockInAllPlacesTogether() {
        for (int i = 0; i < 60; i++) {
            shop.stock.put("V-%02d".formatted(i), List.of(2, 1));
        }
        shop.stock.put("MANY", Collections.nCopies(30, 1));
        shop.stock.put("DIGITAL", List.of());
        connect();
        connected.pull();
        assertThat(stock()).isEqualByComparingTo("210");

        shop.stock.put("V-00", List.of(0, 0));
        connected.pull();
        assertThat(stock()).isEqualByComparingTo("207");
    }

    private List<String> notes() {
        return Connectors.of("shopify")
                .notes(connected.connection().lacks(), connected.store.locale());
    }

    @Test
    void losesNothingWherePagesShiftAndLinesAreMany() {
        Order long1 = shop.add("1.00");
        for (int i = 0; i < 230; i++) {
            long1.items.put(shop.nextId++, BigDecimal.ONE);
        }
        for (int i = 0; i < 150; i++) {
            shop.now = i < 45 ? shop.now : shop.now.plusSeconds(1);
            shop.add("1.00");
        }
        connect();
        Random random = new Random(1);
        api.afterEachPage =
                () -> {
                    shop.now = shop.now.plusSeconds(1);
                    if (api.requests < 30) {
                        shop.touch(List.copyOf(shop.orders.values()).get(random.nextInt(150)));
                    }
                };

        connected.pull();

        assertThat(metric("placed_revenue")).isEqualByComparingTo("381");
    }

    @Test
    void asksNoMoreThanItsBudgetAllows() {
        for (int i = 0; i < 200; i++) {
            pass(Duration.ofSeconds(2));
            shop.add("1.00");
        }
        connect();

        connected.pull();

        assertThat(metric("placed_revenue")).isEqualByComparingTo("200");
        assertThat(shop.throttled).isLessThan(3);
    }

    @Test
    void getsAnotherTokenWhereOneEndsMidway() {
        for (int i = 0; i < 60; i++) {
            pass(Duration.ofSeconds(2));
            shop.add("1.00");
        }
        connect();
        api.afterEachPage =
                () -> {
                    if (api.requests % 4 == 0) {
                        api.expire();
                    }
                };

        connected.pull();

        assertThat(metric("placed_revenue")).isEqualByComparingTo("60");
        assertThat(api.tokens()).isGreaterThan(2);
    }

    @Test
    void keepsWhatCameWhenTheAppIsRemoved() {
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

    @Test
    void saysPlainlyWhatTheShopNoLongerKnows() {
        shop.add("10.00");
        connect();
        shop.renamed = "totalTaxSet";

        assertThatThrownBy(() -> connected.pull())
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> {
                            assertThat(e.problem()).isEqualTo(Problem.PULL_QUESTION);
                            assertThat(e).hasMessageContaining("totalTaxSet");
                        });
        assertThat(connected.connection().standing()).isEqualTo(Standing.FAILING);
    }

    @Test
    void doesWithoutAddressesThatThePlanKeepsFromIt() {
        shop.add("10.00");
        shop.denied = "email";
        connect();

        connected.pull();

        assertThat(metric("placed_revenue")).isEqualByComparingTo("10");
        shop.denied = "totalPriceSet";
        assertThatThrownBy(() -> connected.pull())
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.PULL_REFUSED));
    }

    @Test
    void connectsNothingWithoutItsSecret() {
        assertThatThrownBy(() -> connected.connect(said("guessed")))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.PULL_REFUSED));
    }

    /** However a shop's history goes, what the store holds in the end is what the shop holds. */
    @Test
    void holdsInTheEndWhatTheShopHolds() {
        for (int seed = 1; seed <= Integer.getInteger("rotina.histories", 3); seed++) {
            close();
            open();
            history(new Random(seed));
            assertThat(metric("placed_revenue"))
                    .as("history %d", seed)
                    .isEqualByComparingTo(sum(shop.orders.values().stream().map(Order::total)));
            assertThat(metric("orders"))
                    .as("history %d", seed)
                    .isEqualByComparingTo(BigDecimal.valueOf(shop.orders.size()));
            assertThat(metric("refunds"))
                    .as("history %d", seed)
                    .isEqualByComparingTo(
                            sum(
                                    shop.orders.values().stream()
                                            .flatMap(order -> order.refunds.values().stream())));
        }
    }

    private void history(Random random) {
        connect();
        for (int i = 0; i < 40; i++) {
            shop.add(amount(random));
        }
        api.afterEachPage =
                () -> {
                    if (random.nextInt(3) == 0) {
                        change(random);
                    }
                    api.revoked = random.nextInt(15) == 0;
                };
        for (int pull = 0; pull < 5; pull++) {
            for (int i = random.nextInt(20); i > 0; i--) {
                change(random);
            }
            try {
                connected.pull();
            } catch (RotinaException expected) {
                api.revoked = false;
            }
            pass(Duration.ofHours(random.nextInt(40)));
        }
        api.afterEachPage = () -> {};
        api.revoked = false;
        connected.pull();
    }

    private void change(Random random) {
        pass(Duration.ofSeconds(random.nextInt(3)));
        List<Order> all = List.copyOf(shop.orders.values());
        Order order = all.get(random.nextInt(all.size()));
        switch (random.nextInt(5)) {
            case 0 -> shop.add(amount(random));
            case 1 -> order.items.put(shop.nextId++, new BigDecimal(amount(random)));
            case 2 -> order.items.replaceAll((id, total) -> new BigDecimal(amount(random)));
            case 3 -> {
                if (order.items.size() > 1) {
                    order.items.remove(order.items.keySet().iterator().next());
                }
            }
            default -> order.refunds.put(shop.nextId++, new BigDecimal("0.50"));
        }
        shop.touch(order);
    }

    private void pass(Duration time) {
        shop.now = shop.now.plus(time);
    }

    private static String amount(Random random) {
        return BigDecimal.valueOf(random.nextInt(100_000) + 1, 2).toPlainString();
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal freight() {
        return connected.ledger("shipping_refund", span());
    }

    @Override
    Map<String, String> said() {
        return said(ApiForTests.SECRET);
    }

    private Map<String, String> said(String secret) {
        return Map.of("address", api.address(), "id", ShopifyForTests.ID, "secret", secret);
    }
}

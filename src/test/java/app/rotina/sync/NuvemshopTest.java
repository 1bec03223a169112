package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.SourceConnections.Standing;
import app.rotina.sync.NuvemshopForTests.Order;
import app.rotina.sync.Syncs.Brought;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A store connected to a shop whose lists come in no order, by pages that move. */
class NuvemshopTest extends TellingShop<NuvemshopForTests> {
    NuvemshopTest() {
        super("nuvemshop", NuvemshopForTests::new);
    }

    @Test
    void bringsWhatTheShopHasAndThenWhatIsNew() {
        Order first = shop.add("10.10");
        shop.add("20.20");
        connect();
        connected.pull();
        assertThat(metric("placed_revenue")).isEqualByComparingTo("30.30");

        shop.now = shop.now.plus(Duration.ofDays(3));
        shop.add("5.00");
        first.payment = "refunded";
        shop.touch(first);
        connected.pull();

        assertThat(metric("placed_revenue")).isEqualByComparingTo("35.30");
        Brought again = connected.pull();
        assertThat(again.inserted() + again.updated() + again.quarantined()).isZero();
    }

    @Test
    void holdsNothingOfAShopThatHasNothing() {
        connect();

        assertThat(connected.pull().read()).isZero();
        assertThat(connected.connection().standing()).isEqualTo(Standing.GOOD);
    }

    @Test
    void tellsNothingWithoutTheAppsSecretUntilItIsSaidAlone() {
        Map<String, String> without = new TreeMap<>(said());
        without.put("app", "");
        connected.connect(without);
        Hooks hooks = rotina.server.bean(Hooks.class);
        long id = connected.connection().id();
        assertThatThrownBy(
                        () -> hooks.renew(connected.store, id, path -> "https://r.example" + path))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.CONNECTION_FIELD));

        rotina.syncs.reconnect(
                connected.store, id, Map.of("app", NuvemshopForTests.APP), path -> path);
        hooks.renew(connected.store, id, path -> "https://r.example" + path);

        assertThat(shop.told.all).isNotEmpty();
    }

    /** More orders than may be counted through, changed over weeks. */
    @Test
    void readsWindowsThatAreShortEnough() {
        for (int i = 0; i < 10_300; i++) {
            shop.now = shop.now.plus(Duration.ofMinutes(10));
            shop.add("1.00");
        }
        connect();

        connected.pull();

        assertThat(metric("placed_revenue")).isEqualByComparingTo("10300");
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

    /** However a shop's history goes, what the store holds in the end is what the shop holds. */
    @Test
    void holdsInTheEndWhatTheShopHolds() {
        for (int seed = 1; seed <= Integer.getInteger("rotina.histories", 3); seed++) {
            close();
            open();
            history(new Random(seed));
            assertThat(metric("placed_revenue"))
                    .as("history %d", seed)
                    .isEqualByComparingTo(
                            shop.orders.values().stream()
                                    .map(Order::total)
                                    .reduce(BigDecimal.ZERO, BigDecimal::add));
            assertThat(metric("orders"))
                    .as("history %d", seed)
                    .isEqualByComparingTo(BigDecimal.valueOf(shop.orders.size()));
        }
    }

    private void history(Random random) {
        connect();
        for (int i = 0; i < 450; i++) {
            shop.now = shop.now.plus(Duration.ofMinutes(random.nextInt(300)));
            shop.add(amount(random));
        }
        api.afterEachPage =
                () -> {
                    if (random.nextInt(2) == 0) {
                        change(random);
                    }
                    api.revoked = random.nextInt(12) == 0;
                };
        api.busyEvery = 5;
        for (int pull = 0; pull < 5; pull++) {
            for (int i = random.nextInt(20); i > 0; i--) {
                change(random);
            }
            try {
                connected.pull();
            } catch (RotinaException expected) {
                api.revoked = false;
            }
            shop.now = shop.now.plus(Duration.ofHours(random.nextInt(40)));
        }
        api.afterEachPage = () -> {};
        api.revoked = false;
        connected.pull();
    }

    private void change(Random random) {
        shop.now = shop.now.plusSeconds(random.nextInt(3));
        List<Order> all = List.copyOf(shop.orders.values());
        Order order = all.get(random.nextInt(all.size()));
        switch (random.nextInt(4)) {
            case 0 -> shop.add(amount(random));
            case 1 -> order.items.put(shop.nextId++, new BigDecimal(amount(random)));
            case 2 -> order.items.replaceAll((id, total) -> new BigDecimal(amount(random)));
            default -> {
                if (order.items.size() > 1) {
                    order.items.remove(order.items.keySet().iterator().next());
                }
            }
        }
        shop.touch(order);
    }

    private static String amount(Random random) {
        return BigDecimal.valueOf(random.nextInt(100_000) + 1, 2).toPlainString();
    }

    @Override
    Map<String, String> said() {
        return Map.of(
                "address", api.address(),
                "store", NuvemshopForTests.STORE,
                "contact", NuvemshopForTests.CONTACT,
                "token", ApiForTests.SECRET,
                "app", NuvemshopForTests.APP);
    }
}

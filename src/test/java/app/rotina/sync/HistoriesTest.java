package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.kernel.Days;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Metrics;
import app.rotina.reach.OwnNetwork;
import app.rotina.state.SourceConnections.Connection;
import app.rotina.state.SourceHooks.Fresh;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import app.rotina.sync.WooForTests.Order;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Shops that change while they are read and lose their keys midway, whose messages come late, twice
 * or never: what a store holds in the end is what its shop holds.
 */
class HistoriesTest {
    private static ServerForTests server;
    private static Syncs syncs;

    /** What the shop told of, and has not arrived yet. */
    private record Message(String topic, String body, String delivery) {}

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        server.bean(OwnNetwork.class).allow("127.0.0.1");
        syncs = server.bean(Syncs.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void holdsInTheEndWhatTheShopHolds() {
        for (int seed = 1; seed <= Integer.getInteger("rotina.histories", 4); seed++) {
            try (WooForTests shop = new WooForTests()) {
                History history = new History(shop, seed);
                server.bean(OneAtATime.class).alone(history.store, history::lived);
                assertThat(history.metric("gross_sales"))
                        .as("history %d", seed)
                        .isEqualByComparingTo(history.gross());
                assertThat(history.metric("orders"))
                        .as("history %d", seed)
                        .isEqualByComparingTo(history.count());
                assertThat(history.metric("refunds"))
                        .as("history %d", seed)
                        .isEqualByComparingTo(history.refunded());
            }
        }
    }

    /** One shop and its store. */
    private static final class History {
        private final List<Message> onTheWay = new ArrayList<>();
        private final WooForTests shop;
        private final Store store;
        private final Connection connection;
        private final Fresh hook;
        private final Random random;

        private History(WooForTests shop, int seed) {
            this.shop = shop;
            this.random = new Random(seed);
            this.store = server.bean(Stores.class).add(StateForTests.store("history-" + seed));
            this.connection =
                    syncs.connect(
                            store,
                            "woocommerce",
                            Map.of(
                                    "address", shop.address(),
                                    "key", WooForTests.KEY,
                                    "secret", WooForTests.SECRET),
                            "ana");
            this.hook = server.bean(Hooks.class).renew(store, connection.id(), path -> path);
        }

        /** Nobody else takes anything in meanwhile, so that a history is the same each time. */
        private boolean lived() {
            live();
            end();
            return true;
        }

        private void live() {
            for (int i = 0; i < 120; i++) {
                shop.add(amount());
            }
            shop.afterEachPage =
                    () -> {
                        if (random.nextInt(3) == 0) {
                            change();
                        }
                        shop.revoked = random.nextInt(12) == 0;
                    };
            for (int turn = 0; turn < 6; turn++) {
                for (int i = random.nextInt(30); i > 0; i--) {
                    change();
                }
                deliver();
                attempt(() -> server.bean(HookQueue.class).take(store, connection));
                attempt(() -> syncs.pull(store, connection.id()));
                shop.now = shop.now.plusHours(random.nextInt(40));
            }
        }

        private void attempt(Runnable work) {
            try {
                work.run();
            } catch (RotinaException expected) {
                shop.revoked = false;
            }
        }

        /**
         * All is told at last, fetched once more, and what is gone for good is found by counting.
         */
        private void end() {
            shop.afterEachPage = () -> {};
            shop.revoked = false;
            shop.now = shop.now.plusHours(1);
            shop.add(amount());
            deliver();
            server.bean(HookQueue.class).take(store, connection);
            var _ = syncs.pull(store, connection.id());
            var _ =
                    server.bean(Reconciliation.class)
                            .mend(
                                    store,
                                    connection.id(),
                                    span().stream().collect(Collectors.toSet()));
        }

        private void change() {
            shop.now = shop.now.plusSeconds(random.nextInt(3));
            List<Order> all = List.copyOf(shop.orders.values());
            Order order = all.get(random.nextInt(all.size()));
            switch (random.nextInt(8)) {
                case 0 -> tell("order.created", shop.add(amount()));
                case 1 -> order.items.put(shop.nextId++, new BigDecimal(amount()));
                case 2 -> order.items.replaceAll((id, total) -> new BigDecimal(amount()));
                case 3 -> {
                    if (order.items.size() > 1) {
                        order.items.remove(order.items.keySet().iterator().next());
                    }
                }
                case 4 -> order.refunds.put(shop.nextId++, new BigDecimal("0.50"));
                case 5 -> order.refunds.clear();
                case 6 -> {
                    if (random.nextInt(6) == 0) {
                        shop.orders.remove(order.id);
                    }
                }
                default -> order.status = random.nextBoolean() ? "trash" : "completed";
            }
            shop.touch(order);
            tell(order.status.equals("trash") ? "order.deleted" : "order.updated", order);
        }

        /** Some messages are never sent. */
        private void tell(String topic, Order order) {
            if (random.nextInt(4) > 0) {
                String body =
                        topic.endsWith("deleted")
                                ? "{\"id\":" + order.id + "}"
                                : new String(WooForTests.told(order), StandardCharsets.UTF_8);
                onTheWay.add(new Message(topic, body, Integer.toString(random.nextInt())));
            }
        }

        /** In any order; some stay on the way, some come again. */
        private void deliver() {
            for (int i = onTheWay.size(); i > 0; i--) {
                Message one = onTheWay.remove(random.nextInt(onTheWay.size()));
                if (random.nextInt(5) == 0) {
                    onTheWay.add(one);
                }
                if (random.nextInt(5) > 0) {
                    receive(one);
                }
            }
        }

        private void receive(Message one) {
            byte[] body = one.body().getBytes(StandardCharsets.UTF_8);
            Map<String, String> headers =
                    Map.of(
                            "x-wc-webhook-topic", one.topic(),
                            "x-wc-webhook-delivery-id", one.delivery(),
                            "x-wc-webhook-signature",
                                    Hooks.signature(hook.secret(), Hooking.Written.BASE64, body));
            server.bean(Hooks.class).receive(hook.path(), headers::get, body);
        }

        private String amount() {
            return BigDecimal.valueOf(random.nextInt(100_000) + 1, 2).toPlainString();
        }

        private BigDecimal gross() {
            return kept().map(Order::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private BigDecimal count() {
            return BigDecimal.valueOf(kept().count());
        }

        private BigDecimal refunded() {
            return kept().flatMap(order -> order.refunds.values().stream())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private Stream<Order> kept() {
            return shop.orders.values().stream().filter(order -> !order.status.equals("trash"));
        }

        private BigDecimal metric(String metric) {
            return server.bean(Metrics.class)
                    .value(store, metric, span())
                    .known()
                    .orElse(BigDecimal.ZERO);
        }

        /** From the shop's first day to its last. */
        private Days span() {
            return new Days(LocalDate.parse("2026-03-01"), shop.now.minusHours(3).toLocalDate());
        }
    }
}

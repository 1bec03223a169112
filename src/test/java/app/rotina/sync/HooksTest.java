package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.api.ServerForTests;
import app.rotina.kernel.Days;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Metrics;
import app.rotina.reach.OwnNetwork;
import app.rotina.state.SourceConnections.Connection;
import app.rotina.state.SourceHooks;
import app.rotina.state.SourceHooks.Fresh;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import app.rotina.sync.WooForTests.Order;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a shop tells of: believed where it is signed, kept at once, and true in the end. */
class HooksTest {
    private static ServerForTests server;
    private static Syncs syncs;
    private static int stores;

    private WooForTests shop;
    private Store store;
    private Connection connection;
    private Fresh hook;
    private int deliveries;

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

    @BeforeEach
    void open() {
        shop = new WooForTests();
        store = StateForTests.store("told-" + ++stores);
        server.bean(Stores.class).add(store);
        connection =
                syncs.connect(
                        store,
                        "woocommerce",
                        Map.of(
                                "address", shop.address(),
                                "key", WooForTests.KEY,
                                "secret", WooForTests.SECRET),
                        "ana");
        hook = server.bean(Hooks.class).renew(store, connection.id(), path -> path);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void bringsAnOrderThatTheShopTellsOf() {
        Order order = shop.add("10.00");

        undisturbed(() -> {
            assertThat(tell("order.created", order)).isEqualTo(200);
            assertThat(waiting()).isEqualTo(1);
            take();
        });

        assertThat(metric("gross_sales")).isEqualByComparingTo("10");
        assertThat(waiting()).isZero();
        assertThat(server.bean(Hooks.class).of(connection).orElseThrow().lastTopic())
                .isEqualTo("order.created");
    }

    @Test
    void refusesWhatIsNotSignedWithItsSecret() {
        byte[] body = WooForTests.told(shop.add("10.00"));

        assertThat(
                        send(
                                hook.path(),
                                "order.created",
                                body,
                                Hooks.signature("guessed", Hooking.Written.BASE64, body),
                                "1"))
                .isEqualTo(401);
        assertThat(send(hook.path(), "order.created", body, "", "1")).isEqualTo(401);
        assertThat(send("guessed", "order.created", body, signed(body), "1")).isEqualTo(404);
        assertThat(waiting()).isZero();
    }

    @Test
    void refusesABodyThatWasChangedOnTheWay() {
        byte[] body = WooForTests.told(shop.add("10.00"));
        byte[] changed =
                (new String(body, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8);

        assertThat(send(hook.path(), "order.created", changed, signed(body), "1")).isEqualTo(401);
    }

    @Test
    void readsNoMoreThanAMessageMayHave() {
        byte[] body = new byte[Hooks.MOST_BYTES + 1];

        assertThat(send(hook.path(), "order.created", body, signed(body), "1")).isEqualTo(413);
    }

    @Test
    void answersAShopThatAsksWhetherAnybodyIsThere() {
        byte[] body = "webhook_id=17".getBytes(StandardCharsets.UTF_8);

        assertThat(send(hook.path(), "", body, "", "")).isEqualTo(200);
        assertThat(waiting()).isZero();
    }

    @Test
    void knowsAReplay() {
        byte[] body = WooForTests.told(shop.add("10.00"));

        undisturbed(() -> {
            assertThat(send(hook.path(), "order.created", body, signed(body), "1")).isEqualTo(200);
            assertThat(send(hook.path(), "order.created", body, signed(body), "1")).isEqualTo(200);
            assertThat(waiting()).isEqualTo(1);
            take();
        });
        assertThat(send(hook.path(), "order.created", body, signed(body), "1")).isEqualTo(200);
        assertThat(waiting()).isZero();
    }

    @Test
    void isNotMisledByAnOlderStateThatArrivesLate() {
        Order order = shop.add("10.00");
        byte[] older = WooForTests.told(order);
        shop.now = shop.now.plusMinutes(5);
        order.items.replaceAll((id, total) -> new BigDecimal("25.00"));
        shop.touch(order);
        assertThat(tell("order.updated", order)).isEqualTo(200);
        take();

        assertThat(send(hook.path(), "order.created", older, signed(older), "late")).isEqualTo(200);
        take();

        assertThat(metric("gross_sales")).isEqualByComparingTo("25");
    }

    @Test
    void followsAnOrderIntoTheBinAndBack() {
        Order order = shop.add("10.00");
        tell("order.created", order);
        take();
        shop.now = shop.now.plusMinutes(5);
        order.status = "trash";
        shop.touch(order);
        byte[] deleted = ("{\"id\":" + order.id + "}").getBytes(StandardCharsets.UTF_8);
        send(hook.path(), "order.deleted", deleted, signed(deleted), "bin");
        take();
        assertThat(metric("orders")).isEqualByComparingTo("0");

        shop.now = shop.now.plusMinutes(5);
        order.status = "completed";
        shop.touch(order);
        tell("order.restored", order);
        take();

        assertThat(metric("orders")).isEqualByComparingTo("1");
    }

    @Test
    void keepsWhatItWasToldUntilItIsTakenIn() {
        Order order = shop.add("10.00");
        undisturbed(() -> {
            tell("order.created", order);
            shop.revoked = true;
            assertThatThrownBy(this::take).isInstanceOf(RotinaException.class);
            assertThat(waiting()).isEqualTo(1);
            shop.revoked = false;
            take();
        });

        assertThat(metric("gross_sales")).isEqualByComparingTo("10");
    }

    @Test
    void leavesAloneWhatItDoesNotFollow() {
        byte[] body = "{\"id\":5}".getBytes(StandardCharsets.UTF_8);

        assertThat(send(hook.path(), "customer.created", body, signed(body), "1")).isEqualTo(200);
        assertThat(waiting()).isZero();
    }

    @Test
    void opensNothingAtAnAddressThatWasRenewed() {
        Fresh before = hook;
        hook = server.bean(Hooks.class).renew(store, connection.id(), path -> path);
        byte[] body = WooForTests.told(shop.add("10.00"));

        assertThat(send(before.path(), "order.created", body, signed(body), "1")).isEqualTo(410);
        assertThat(server.bean(Hooks.class).close(store, connection.id())).isFalse();
        assertThat(send(hook.path(), "order.created", body, signed(body), "1")).isEqualTo(410);
        assertThat(server.bean(Hooks.class).close(store, connection.id())).isTrue();
    }

    /** Its owner entered the address in the shop, and has to take it away there. */
    @Test
    void refusesWhatIsToldOfAConnectionThatIsGone() {
        byte[] body = WooForTests.told(shop.add("10.00"));

        assertThat(syncs.disconnect(store, connection.id())).isFalse();

        assertThat(send(hook.path(), "order.created", body, signed(body), "1")).isEqualTo(410);
    }

    @Test
    void refusesWhatIsToldOfAStoreThatIsGone() {
        byte[] body = WooForTests.told(shop.add("10.00"));

        server.bean(Stores.class).remove(store.id());

        assertThat(send(hook.path(), "order.created", body, signed(body), "1")).isEqualTo(410);
    }

    @Test
    void goesOnBeingToldWithOtherKeys() {
        byte[] body = WooForTests.told(shop.add("10.00"));

        syncs.reconnect(store, connection.id(), Map.of("key", WooForTests.KEY), path -> path);

        assertThat(send(hook.path(), "order.created", body, signed(body), "1")).isEqualTo(200);
    }

    private int tell(String topic, Order order) {
        byte[] body = WooForTests.told(order);
        return send(hook.path(), topic, body, signed(body), "delivery-" + ++deliveries);
    }

    private String signed(byte[] body) {
        return Hooks.signature(hook.secret(), Hooking.Written.BASE64, body);
    }

    private static int send(
            String path, String topic, byte[] body, String signature, String delivery) {
        return server.send(
                        HttpRequest.newBuilder(server.url("/api/hooks/" + path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("X-WC-Webhook-Topic", topic)
                                .header("X-WC-Webhook-Signature", signature)
                                .header("X-WC-Webhook-Delivery-ID", delivery)
                                .POST(BodyPublishers.ofByteArray(body))
                                .build())
                .statusCode();
    }

    private int waiting() {
        return server.bean(SourceHooks.class).waiting(connection, 100).size();
    }

    /** Nobody else takes anything in meanwhile. */
    private void undisturbed(Runnable work) {
        server.bean(OneAtATime.class)
                .alone(
                        store,
                        () -> {
                            work.run();
                            return true;
                        });
    }

    private void take() {
        server.bean(HookQueue.class).take(store, connection);
    }

    private BigDecimal metric(String metric) {
        return server.bean(Metrics.class)
                .value(store, metric, Days.only(LocalDate.parse("2026-03-01")))
                .known()
                .orElse(BigDecimal.ZERO);
    }
}

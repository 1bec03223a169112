package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.kernel.Store;
import app.rotina.reach.OwnNetwork;
import app.rotina.state.SourceConnections.Connection;
import app.rotina.state.SourceHooks.Fresh;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fifty messages a second while a shop is fetched: each is answered. How long they took is only
 * logged; {@code -Drotina.hooks.seconds} makes it longer.
 */
class HooksUnderLoadTest {
    private static final Logger LOG = LoggerFactory.getLogger(HooksUnderLoadTest.class);
    private static final int PER_SECOND = 50;
    private static final int SECONDS = Integer.getInteger("rotina.hooks.seconds", 2);

    @Test
    void answersEveryMessageWhileAShopIsFetched() throws Exception {
        try (ServerForTests server = new ServerForTests();
                WooForTests shop = new WooForTests()) {
            server.bean(OwnNetwork.class).allow("127.0.0.1");
            Store store = server.bean(Stores.class).add(StateForTests.store("busy"));
            for (int i = 0; i < 1_500 * SECONDS; i++) {
                shop.now = shop.now.plusSeconds(1);
                shop.add("1.00");
            }
            Syncs syncs = server.bean(Syncs.class);
            Connection connection = syncs.connect(store, "woocommerce", said(shop), "ana");
            Fresh hook = server.bean(Hooks.class).renew(store, connection.id(), path -> path);
            CompletableFuture<?> fetching =
                    CompletableFuture.runAsync(() -> syncs.pull(store, connection.id()));

            List<Long> millis = sent(server, hook);

            LOG.warn(
                    "{} messages, {} a second, the shop {}: median {} ms, p99 {} ms",
                    millis.size(),
                    PER_SECOND,
                    fetching.isDone() ? "was fetched before the last" : "was being fetched",
                    millis.get(millis.size() / 2),
                    millis.get(millis.size() * 99 / 100));
            fetching.join();
        }
    }

    private static Map<String, String> said(WooForTests shop) {
        return Map.of(
                "address", shop.address(),
                "key", WooForTests.KEY,
                "secret", WooForTests.SECRET);
    }

    /** How long each took, the shortest first. */
    private static List<Long> sent(ServerForTests server, Fresh hook) throws Exception {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> sent = new ArrayList<>();
            for (int i = 0; i < PER_SECOND * SECONDS; i++) {
                int number = i;
                sent.add(senders.submit(() -> send(server, hook, number)));
                Thread.sleep(Duration.ofMillis(1_000 / PER_SECOND));
            }
            List<Long> millis = new ArrayList<>();
            for (Future<Long> each : sent) {
                millis.add(each.get());
            }
            millis.sort(null);
            return millis;
        }
    }

    private static long send(ServerForTests server, Fresh hook, int number) {
        byte[] body = ("{\"id\":" + number + "}").getBytes(StandardCharsets.UTF_8);
        long before = System.nanoTime();
        HttpResponse<String> answer =
                server.send(
                        HttpRequest.newBuilder(server.url("/api/hooks/" + hook.path()))
                                .header("X-WC-Webhook-Topic", "order.updated")
                                .header(
                                        "X-WC-Webhook-Signature",
                                        Hooks.signature(
                                                hook.secret(), Hooking.Written.BASE64, body))
                                .header("X-WC-Webhook-Delivery-ID", "load-" + number)
                                .POST(BodyPublishers.ofByteArray(body))
                                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - before).toMillis();
    }
}

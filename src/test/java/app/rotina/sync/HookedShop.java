package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.state.SourceHooks;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every shop does that tells of its orders at once, whoever's it is. */
abstract class HookedShop<P extends HookedShop.Shop> extends CountedShop<P> {
    static final String ORIGIN = "https://rotina.example";

    String hook = "";

    HookedShop(String connector, Supplier<P> platform) {
        super(connector, platform);
    }

    /** A shop of tests, as seen from here. */
    interface Shop extends CountedShop.Shop {

        /** What it says when an order changes. */
        Told message(long order);
    }

    @Test
    void bringsAnOrderThatTheShopTellsOf() {
        told(() -> {
            long order = shop.sell("10.00");
            assertThat(send(shop.message(order))).isEqualTo(200);
            assertThat(waiting()).isEqualTo(1);
            take();
            assertThat(metric("placed_revenue")).isEqualByComparingTo("10");
            assertThat(waiting()).isZero();
        });
    }

    @Test
    void believesNothingThatComesToAnotherAddress() {
        told(() -> {
            Told told = shop.message(shop.sell("10.00"));
            String before = hook;
            hook = renew(ORIGIN);

            assertThat(send("guessed", told)).isEqualTo(404);
            assertThat(send(before, told)).isEqualTo(410);
            assertThat(waiting()).isZero();
            assertThat(send(told)).isEqualTo(200);
            assertThat(waiting()).isEqualTo(1);
        });
    }

    @Test
    void keepsAReplayOnce() {
        told(() -> {
            Told told = shop.message(shop.sell("10.00"));
            for (int i = 0; i < 5; i++) {
                assertThat(send(told)).isEqualTo(200);
            }
            assertThat(waiting()).isEqualTo(1);
            take();

            assertThat(send(told)).isEqualTo(200);
            assertThat(waiting()).isEqualTo(hooking().delivery().isEmpty() ? 1 : 0);
            take();
            assertThat(metric("placed_revenue")).isEqualByComparingTo("10");
            assertThat(metric("orders")).isEqualByComparingTo("1");
        });
    }

    /** What changes while it is asked for is asked for once more. */
    @Test
    void missesNoChangeThatIsToldWhileAnotherIsTakenIn() {
        told(() -> {
            long order = shop.sell("10.00");
            send(shop.message(order));
            api.afterEachPage =
                    () -> {
                        api.afterEachPage = () -> {};
                        shop.at(Instant.now().plusSeconds(1));
                        shop.change(order, "25.00");
                        send(shop.message(order));
                    };
            take();

            assertThat(metric("placed_revenue")).isEqualByComparingTo("25");
        });
    }

    @Test
    void endsWithWhatTheShopHasWhateverTheOrderOfItsMessages() {
        told(() -> {
            Random random = new Random(3);
            List<Told> messages = new ArrayList<>();
            List<Long> orders = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                shop.at(Instant.now().minusSeconds(3_600L - i));
                if (i < 8 || random.nextInt(4) == 0) {
                    orders.add(shop.sell("1.00"));
                } else {
                    shop.change(orders.get(random.nextInt(orders.size())), i + ".50");
                }
                messages.add(shop.message(orders.get(random.nextInt(orders.size()))));
            }
            orders.forEach(each -> messages.add(shop.message(each)));
            Collections.shuffle(messages, random);
            messages.addAll(messages.subList(0, 20));
            for (Told each : messages) {
                assertThat(send(each)).isEqualTo(200);
                if (random.nextInt(15) == 0) {
                    take();
                }
            }
            take();

            assertThat(metric("placed_revenue")).isEqualByComparingTo(shop.sold());
        });
    }

    /** Connected and told of, while nobody else takes anything in. */
    void told(Runnable work) {
        shop.at(Instant.now().minusSeconds(60));
        connect();
        hook = renew(ORIGIN);
        rotina.server
                .bean(OneAtATime.class)
                .alone(
                        connected.store,
                        () -> {
                            work.run();
                            return true;
                        });
    }

    String renew(String origin) {
        return rotina.server
                .bean(Hooks.class)
                .renew(connected.store, connected.connection().id(), path -> origin + path)
                .path();
    }

    Hooking hooking() {
        return Connectors.of(connected.connection().connector()).hooking().orElseThrow();
    }

    int send(Told told) {
        return send(hook, told);
    }

    static int send(String path, Told told) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(rotina.server.url("/api/hooks/" + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(told.bytes()));
        told.headers().forEach(request::header);
        return rotina.server.send(request.build()).statusCode();
    }

    int waiting() {
        return rotina.server.bean(SourceHooks.class).waiting(connected.connection(), 100).size();
    }

    void take() {
        rotina.server.bean(HookQueue.class).take(connected.store, connected.connection());
    }
}

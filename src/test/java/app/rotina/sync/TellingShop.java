package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.RotinaException;
import app.rotina.state.SourceHooks;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every shop does that tells of its orders at once, whoever's it is. */
abstract class TellingShop<P extends TellingShop.Shop> extends CountedShop<P> {
    private static final String ORIGIN = "https://rotina.example";

    private String hook = "";

    TellingShop(String connector, Supplier<P> platform) {
        super(connector, platform);
    }

    /** A shop of tests, as seen from here. */
    interface Shop extends CountedShop.Shop {

        /** What it says when an order changes. */
        Told message(long order);

        SubscriptionsForTests told();
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
        assertTold(hook);
    }

    /** Each topic once, at this address. */
    private void assertTold(String path) {
        assertThat(shop.told().byTopic()).containsOnlyKeys(hooking().topics());
        assertThat(shop.told().byTopic().values())
                .containsOnly(List.of(ORIGIN + "/api/hooks/" + path));
    }

    @Test
    void takesBackWhatItToldTheShopToTell() {
        told(() -> {
            String before = hook;
            hook = renew(ORIGIN);
            assertTold(hook);
            Told told = shop.message(shop.sell("10.00"));
            assertThat(send(before, told)).isEqualTo(410);
            assertThat(send(told)).isEqualTo(200);

            String others = hooking().topics().getFirst();
            shop.told().add(1, others, ORIGIN + "/api/hooks/another-stores");
            assertThat(rotina.syncs.disconnect(connected.store, connected.connection().id()))
                    .isTrue();
            assertThat(shop.told().byTopic())
                    .isEqualTo(Map.of(others, List.of(ORIGIN + "/api/hooks/another-stores")));
            assertThat(send(told)).isEqualTo(410);
        });
    }

    @Test
    void saysWhereTheShopDidNotTakeItBackAndAsksAgain() {
        told(() -> {
            shop.told().stuck = true;
            hook = renew(ORIGIN);
            assertThat(isStray()).isTrue();

            shop.told().stuck = false;
            hook = renew(ORIGIN);
            assertThat(isStray()).isFalse();
            assertTold(hook);

            api.closedForMaintenance = true;
            assertThat(rotina.syncs.disconnect(connected.store, connected.connection().id()))
                    .isFalse();
            assertThat(rotina.syncs.of(connected.store)).isEmpty();
            assertThat(send(shop.message(shop.sell("10.00")))).isEqualTo(410);
        });
    }

    /** What stands empty in the form stays as it was; nothing is ever signed with no secret. */
    @Test
    void keepsTheSecretsThatNobodySaysAnew() {
        told(() -> {
            String before = hook;
            Map<String, String> empty = new TreeMap<>(said());
            empty.replaceAll((field, any) -> field.equals("address") ? any : " ");
            reconnect(empty, ORIGIN);

            assertTold(hook);
            Told told = shop.message(shop.sell("10.00"));
            assertThat(send(told)).isEqualTo(200);
            assertThat(send(before, told)).isEqualTo(410);
            Told unsigned = told.signed(hooking().signature(), hooking().signed(), "\0");
            assertThat(send(unsigned)).isEqualTo(401);
            take();
            assertThat(metric("placed_revenue")).isEqualByComparingTo("10");
        });
    }

    @Test
    void keepsOtherKeysWhereTheShopWillNotTellAnyMore() {
        told(() -> {
            reconnect(said(), "http://localhost");

            assertThat(rotina.server.bean(Hooks.class).of(connected.connection())).isEmpty();
            assertThat(shop.told().all).isEmpty();
            connected.pull();
        });
    }

    private void reconnect(Map<String, String> said, String origin) {
        rotina.syncs.reconnect(
                connected.store,
                connected.connection().id(),
                said,
                path -> {
                    hook = path.substring(path.lastIndexOf('/') + 1);
                    return origin + path;
                });
    }

    private boolean isStray() {
        return rotina.server
                .bean(Hooks.class)
                .isStray(connected.store, connected.connection().id());
    }

    @Test
    void believesNothingThatIsNotSignedWithTheAppsSecret() {
        told(() -> {
            Told told = shop.message(shop.sell("10.00"));
            String header = hooking().signature();
            String secret = said().getOrDefault(hooking().secret(), "");
            Told changed = new Told(told.body() + " ", told.headers());

            assertThat(send(changed)).isEqualTo(401);
            assertThat(send(told.signed(header, hooking().signed(), "guessed"))).isEqualTo(401);
            assertThat(send(told.signed(header, hooking().signed(), hook))).isEqualTo(401);
            Hooking.Written other =
                    hooking().signed() == Hooking.Written.HEX
                            ? Hooking.Written.BASE64
                            : Hooking.Written.HEX;
            assertThat(send(told.signed(header, other, secret))).isEqualTo(401);
            assertThat(send(new Told(told.body(), Map.of()))).isEqualTo(401);
            assertThat(waiting()).isZero();
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

    @Test
    void saysWhatTheShopDoesNotTakeAndOpensNothing() {
        connect();

        assertThatThrownBy(() -> renew("http://localhost"))
                .isInstanceOf(RotinaException.class)
                .hasMessageNotContaining(ApiForTests.SECRET);

        assertThat(rotina.server.bean(Hooks.class).of(connected.connection())).isEmpty();
    }

    /** Connected and told of, while nobody else takes anything in. */
    private void told(Runnable work) {
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

    private String renew(String origin) {
        return rotina.server
                .bean(Hooks.class)
                .renew(connected.store, connected.connection().id(), path -> origin + path)
                .path();
    }

    private Hooking hooking() {
        return Connectors.of(connected.connection().connector()).hooking().orElseThrow();
    }

    private int send(Told told) {
        return send(hook, told);
    }

    private static int send(String path, Told told) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(rotina.server.url("/api/hooks/" + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(told.bytes()));
        told.headers().forEach(request::header);
        return rotina.server.send(request.build()).statusCode();
    }

    private int waiting() {
        return rotina.server.bean(SourceHooks.class).waiting(connected.connection(), 100).size();
    }

    private void take() {
        rotina.server.bean(HookQueue.class).take(connected.store, connected.connection());
    }
}

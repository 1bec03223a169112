package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.RotinaException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every shop does that we tell what to tell, whoever's it is. */
abstract class TellingShop<P extends TellingShop.Shop> extends SignedShop<P> {
    TellingShop(String connector, Supplier<P> platform) {
        super(connector, platform);
    }

    /** A shop of tests, as seen from here. */
    interface Shop extends HookedShop.Shop {

        SubscriptionsForTests told();
    }

    @Test
    void tellsTheShopWhatToTell() {
        told(() -> assertTold(hook));
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
    void saysWhatTheShopDoesNotTakeAndOpensNothing() {
        connect();

        assertThatThrownBy(() -> renew("http://localhost"))
                .isInstanceOf(RotinaException.class)
                .hasMessageNotContaining(ApiForTests.SECRET);

        assertThat(rotina.server.bean(Hooks.class).of(connected.connection())).isEmpty();
    }
}

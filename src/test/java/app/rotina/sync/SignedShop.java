package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every shop does that signs with the secret of its owner's app, whoever's it is. */
abstract class SignedShop<P extends HookedShop.Shop> extends HookedShop<P> {
    SignedShop(String connector, Supplier<P> platform) {
        super(connector, platform);
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
}

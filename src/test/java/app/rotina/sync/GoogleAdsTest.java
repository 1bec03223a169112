package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A store connected to an account of Google Ads. */
class GoogleAdsTest extends AdAccount<GoogleAdsForTests> {
    GoogleAdsTest() {
        super("google-ads", GoogleAdsForTests::new);
    }

    @Override
    AccountForTests account() {
        return shop.account;
    }

    @Override
    Map<String, String> said() {
        return Map.of(
                "address",
                api.address(),
                "tokens",
                api.address(),
                "customer",
                "111-222-3334",
                "manager",
                GoogleAdsForTests.MANAGER,
                "developer",
                GoogleAdsForTests.DEVELOPER,
                "client",
                "a-client",
                "secret",
                "canary_client_77",
                "refresh",
                ApiForTests.SECRET + "-0");
    }

    @Override
    void throttle() {
        shop.throttled = 1;
    }

    @Override
    void refuse() {
        api.revoked = true;
    }

    @Override
    void ignoreTheRange() {
        shop.ignoresRange = true;
    }

    @Override
    String[] file(LocalDate day, String campaign, String spend) {
        return new String[] {
            "Day,Campaign,Currency code,Cost,Impr.,Clicks",
            "%s,%s,BRL,%s,100,7".formatted(day, campaign, spend)
        };
    }

    @Test
    void getsAnotherTokenWhereOneEnds() {
        shop.account.put(yesterday, "1", "Verão", "10.00");
        connect();
        int before = api.tokens();
        api.afterEachPage = () -> api.expire();

        connected.pull();

        assertThat(api.tokens()).isGreaterThan(before + 2);
        assertThat(spend()).isEqualByComparingTo("10.00");
    }
}

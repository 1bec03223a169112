package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A store connected to an account of Meta's ads. */
class MetaAdsTest extends AdAccount<MetaAdsForTests> {
    MetaAdsTest() {
        super("meta-ads", MetaAdsForTests::new);
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
                "account",
                "act_" + AccountForTests.NUMBER,
                "token",
                ApiForTests.SECRET);
    }

    @Override
    void throttle() {
        shop.throttled = 1;
    }

    @Override
    void refuse() {
        shop.expired = true;
    }

    @Override
    void ignoreTheRange() {
        shop.ignoresRange = true;
    }

    @Override
    String[] file(LocalDate day, String campaign, String spend) {
        return new String[] {
            "Day,Campaign name,Ad set name,Amount spent (BRL),Impressions,Link clicks",
            "%s,%s,Mulheres,%s,100,7".formatted(day, campaign, spend)
        };
    }

    @Test
    void readsADayOfManyCampaignsByPages() {
        for (int i = 0; i < 130; i++) {
            shop.account.put(yesterday, "c" + i, "Campanha " + i, "1.50");
        }
        connect();

        assertThat(connected.pull().inserted()).isEqualTo(130);
        assertThat(spend()).isEqualByComparingTo("195.00");
    }
}

package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A store connected to an account of Meta's ads. */
class MetaAdsTest extends AdAccount {
    private MetaAdsForTests meta = new MetaAdsForTests();

    @Override
    ApiForTests.Platform platform() {
        meta = new MetaAdsForTests();
        return meta;
    }

    @Override
    AccountForTests account() {
        return meta.account;
    }

    @Override
    String connector() {
        return "meta-ads";
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
        meta.throttled = 1;
    }

    @Override
    void refuse() {
        meta.expired = true;
    }

    @Override
    void ignoreTheRange() {
        meta.ignoresRange = true;
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
            meta.account.put(yesterday, "c" + i, "Campanha " + i, "1.50");
        }
        connect();

        assertThat(connected.pull().inserted()).isEqualTo(130);
        assertThat(spend()).isEqualByComparingTo("195.00");
    }
}

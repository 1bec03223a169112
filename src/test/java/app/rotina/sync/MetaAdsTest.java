package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.state.SourceConnections.Standing;
import java.time.LocalDate;
import java.util.List;
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

    @Test
    void waitsUntilAReportIsReady() {
        shop.account.put(yesterday, "1", "Verão", "10.00");
        connect();
        shop.states.addAll(List.of("Job Not Started 0", "Job Completed 99"));

        connected.pull();

        assertThat(spend()).isEqualByComparingTo("10.00");
    }

    @Test
    void asksForFewerDaysWhereAReportFails() {
        everyDay();
        connect();
        shop.mostMade = 10;

        connected.pull();

        assertThat(spend()).isEqualByComparingTo(shop.account.spend());
    }

    @Test
    void asksForFewerDaysWhereAReportIsNotEvenBegun() {
        everyDay();
        connect();
        shop.mostAsked = 10;

        connected.pull();

        assertThat(spend()).isEqualByComparingTo(shop.account.spend());
    }

    @Test
    void beginsAReportAgainThatWasSkipped() {
        everyDay();
        connect();
        shop.skipped = 2;

        connected.pull();

        assertThat(spend()).isEqualByComparingTo(shop.account.spend());
    }

    @Test
    void saysPlainlyThatNotEvenADayIsMadeOut() {
        everyDay();
        connect();
        connected.pull();
        shop.mostMade = 0;

        assertThatThrownBy(() -> connected.pull())
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.PULL_RUN));
        assertThat(connected.connection().standing()).isEqualTo(Standing.FAILING);
        assertThat(spend()).isEqualByComparingTo(shop.account.spend());
    }

    private void everyDay() {
        for (int back = 60; back >= 0; back--) {
            shop.account.put(yesterday.minusDays(back), "1", "Verão", "1.25");
        }
    }
}

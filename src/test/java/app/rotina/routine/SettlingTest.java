package app.rotina.routine;

import static app.rotina.routine.MondayShop.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Store.DriverIdentity;
import app.rotina.sources.Profile;
import app.rotina.state.StateForTests;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettlingTest {
    private static final int META = 28;

    @TempDir private Path folder;
    private MondayShop shop;

    @BeforeEach
    void open() {
        shop = new MondayShop(folder, DriverIdentity.SESSIONS_CONVERSION_TICKET);
        shop.shop.take(
                "Reporting starts,Reporting ends,Campaign name,Amount spent (BRL),Impressions",
                "%1$s,%1$s,Saias,50.00,1000".formatted(MONDAY));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void saysOfADayWhatItsVerdictRestsOn() {
        DailyClose settled = after(Profile.SETTLES + 1);

        assertThat(after(Profile.SETTLES).provisional()).isTrue();
        assertThat(settled.provisional()).isFalse();
        assertThat(settled.isProvisional(MondayShop.line(settled, "net_revenue"))).isFalse();
        assertThat(settled.isProvisional(MondayShop.line(settled, "sessions"))).isFalse();
    }

    @Test
    void saysOfAFigureWhatTheSlowestOfItsSourcesSaysOfItself() {
        assertThat(spendIsProvisional(Profile.SETTLES + 1)).isTrue();
        assertThat(spendIsProvisional(META)).isTrue();
        assertThat(spendIsProvisional(META + 1)).isFalse();
    }

    @Test
    void saysOfARatioWhatEachOfItsPartsSays() {
        DailyClose later = after(META);

        assertThat(later.isProvisional(MondayShop.line(later, "blended_roas"))).isTrue();
        assertThat(later.isProvisional(MondayShop.line(later, "conversion_rate"))).isFalse();
    }

    @Test
    void judgesADayThatIsOfWhatIsStillProvisional() {
        shop.want("ad_spend", null, "40");

        assertThat(after(META).goalMetric()).isEqualTo("ad_spend");
        assertThat(after(META).provisional()).isTrue();
        assertThat(after(META + 1).provisional()).isFalse();
    }

    @Test
    void callsNothingProvisionalThatNobodyKnows() {
        DailyClose close = after(1);

        assertThat(close.isProvisional(MondayShop.line(close, "conversations"))).isFalse();
    }

    @Test
    void goesByAStoresOwnProfiles() {
        StateForTests.profiles(shop.state, SampleShop.noon(MONDAY))
                .save(
                        shop.shop.store().id(),
                        "ads.yaml",
                        """
                        profile: own-ads
                        settles: 40
                        numbers: dot
                        dates: iso
                        files:
                          ads:
                            columns:
                              day: {header: Quando, need: value}
                              spend: {header: Quanto, need: value}
                            emit: {fact: ad_day}
                        """,
                        "ana");
        Settling settling =
                SampleShop.settling(shop.shop, shop.state, SampleShop.noon(MONDAY.plusDays(1)));

        assertThat(settling.days(shop.shop.store(), "own-ads/ads")).isEqualTo(40);
        assertThat(settling.days(shop.shop.store(), "another/ads")).isEqualTo(Profile.SETTLES);
        assertThat(settling.days(shop.shop.store(), "meta-ads/ads")).isEqualTo(META);
        assertThat(settling.days(shop.shop.store(), "entry/days")).isEqualTo(Profile.SETTLES);
    }

    private boolean spendIsProvisional(int days) {
        DailyClose close = after(days);
        return close.isProvisional(MondayShop.line(close, "ad_spend"));
    }

    private DailyClose after(int days) {
        return SampleShop.closing(shop.shop, shop.state, SampleShop.noon(MONDAY.plusDays(days)))
                .look(shop.shop.store(), MONDAY);
    }
}

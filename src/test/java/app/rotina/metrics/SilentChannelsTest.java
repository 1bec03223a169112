package app.rotina.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.warehouse.StoreForTests;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop that sells on its site, by chat and on a marketplace, which tells no visits or ads. */
class SilentChannelsTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final Days BOTH = new Days(MONDAY, MONDAY.plusDays(1));
    private static final MetricValue NOBODY_TELLS = MetricValue.missing("no_source");

    @TempDir static Path folder;

    private static StoreForTests shop;

    @BeforeAll
    static void sell() {
        shop = new StoreForTests(folder);
        shop.take(
                "order_id,placed_at,status,channel,customer_id",
                "1,2026-03-02T12:00:00,,site,a",
                "2,2026-03-02T13:00:00,,marketplace,b",
                "3,2026-03-03T12:00:00,,chat,c",
                "4,2026-03-03T13:00:00,,marketplace,d");
        shop.take(
                "line_id,order_id,sku,product_name,quantity,amount",
                "1,1,s,S,1,100",
                "2,2,s,S,1,40",
                "3,3,s,S,1,20",
                "4,4,s,S,1,70");
        shop.take("day,sessions", "2026-03-02,10", "2026-03-03,20");
        shop.take("day,platform,campaign,spend", "2026-03-02,meta,k,6", "2026-03-03,meta,k,9");
        shop.take(
                "conversation_id,started_at,first_response_at,customer_id,agent,pre_sale,from_visit",
                "k1,2026-03-02T10:00:00,2026-03-02T10:05:00,x,Rita,true,false",
                "k2,2026-03-03T10:00:00,2026-03-03T10:05:00,y,Rita,true,false");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void cannotTellTheVisitorsOfAChannelThatReportsNone() {
        for (String metric :
                List.of("sessions", "site_visits", "conversations", "conversion_rate")) {
            assertThat(by(metric, "marketplace")).as(metric).isEqualTo(NOBODY_TELLS);
        }
        assertThat(figure("orders", "marketplace")).isEqualByComparingTo("2");
    }

    @Test
    void countsThoseOfAChannelByWhatReportsIt() {
        assertThat(figure("sessions", "site")).isEqualByComparingTo("30");
        assertThat(figure("sessions", "chat")).isEqualByComparingTo("2");
        assertThat(figure("conversion_rate", "chat")).isEqualByComparingTo("0.5");
    }

    @Test
    void countsAdsOfTheChannelTheyAreFor() {
        assertThat(figure("ad_spend", "site")).isEqualByComparingTo("15");
        assertThat(by("ad_spend", "marketplace")).isEqualTo(NOBODY_TELLS);
        assertThat(by("blended_roas", "marketplace")).isEqualTo(NOBODY_TELLS);
        assertThat(shop.metrics().value(shop.store(), "ad_spend", BOTH).known().orElseThrow())
                .isEqualByComparingTo("15");
    }

    @Test
    void saysTheSameDayByDayAndOfOneChannelAlone() {
        Answer daily =
                shop.metrics()
                        .answer(
                                shop.store(),
                                new Question(
                                        List.of("sessions", "orders"),
                                        List.of("day"),
                                        BOTH,
                                        Map.of("channel", "marketplace")));
        assertThat(daily.total()).containsEntry("sessions", NOBODY_TELLS);
        assertThat(daily.rows())
                .hasSize(2)
                .allSatisfy(
                        row -> assertThat(row.values()).containsEntry("sessions", NOBODY_TELLS));
    }

    @Test
    void stillCountsAllChannelsTogether() {
        assertThat(shop.metrics().value(shop.store(), "sessions", BOTH).known().orElseThrow())
                .isEqualByComparingTo("32");
    }

    private static BigDecimal figure(String metric, String channel) {
        return by(metric, channel).known().orElseThrow();
    }

    private static MetricValue by(String metric, String channel) {
        Question question =
                new Question(List.of(metric, "orders"), List.of("channel"), BOTH, Map.of());
        return shop.metrics().rows(shop.store(), question).stream()
                .filter(row -> channel.equals(row.keys().get("channel")))
                .map(row -> Objects.requireNonNull(row.values().get(metric)))
                .findFirst()
                .orElseThrow();
    }
}

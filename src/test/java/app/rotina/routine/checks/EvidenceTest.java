package app.rotina.routine.checks;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Days;
import app.rotina.routine.SeasonsForTests;
import app.rotina.routine.TodayWork;
import app.rotina.routine.checks.Evidence.Line;
import app.rotina.state.StateDatabase;
import app.rotina.state.StateForTests;
import app.rotina.warehouse.StoreForTests;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands beside the fortnight's check of channels, in a shop of a site and a marketplace. */
class EvidenceTest {
    private static final String CHECK = "channels_fortnight";
    private static final Days LAST =
            new Days(LocalDate.parse("2026-02-16"), LocalDate.parse("2026-02-28"));
    private static final Map<String, String> SITE = Map.of("channel", "site");
    private static final Map<String, String> MARKETPLACE = Map.of("channel", "marketplace");

    @TempDir static Path folder;

    private static StoreForTests shop;
    private static List<Line> lines = List.of();

    @BeforeAll
    static void sell() {
        shop = new StoreForTests(folder);
        shop.take(
                "order_id,placed_at,status,channel,customer_id",
                "1,2026-02-10T12:00:00,,site,a",
                "2,2026-02-20T12:00:00,,site,b",
                "3,2026-02-21T12:00:00,,site,c",
                "4,2026-02-21T12:00:00,,marketplace,d",
                "5,2026-03-02T12:00:00,,phone,e");
        shop.take(
                "line_id,order_id,sku,product_name,quantity,amount",
                "1,1,s,S,1,100",
                "2,2,s,S,1,40",
                "3,3,s,S,1,20",
                "4,4,s,S,1,70",
                "5,5,s,S,1,900");
        shop.take("day,sessions", "2026-02-10,5", "2026-02-20,6", "2026-02-21,4");
        lines = lines();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static List<Line> lines() {
        Clock clock = Clock.fixed(Instant.parse("2026-03-03T15:00:00Z"), ZoneOffset.UTC);
        JdbcClient state =
                StateForTests.client(
                        StateDatabase.open(
                                new DataFolder(Path.of("unused")), StateForTests.newDatabase()));
        StateForTests.add(state, shop.store());
        ChecksForTests.Shop parts =
                new ChecksForTests.Shop(
                        shop.catalog(),
                        shop.metrics(),
                        shop.warehouse(),
                        SeasonsForTests.of(shop.metrics(), shop.warehouse(), state));
        ChecksForTests checks = ChecksForTests.of(parts, state, clock);
        checks.arranging().choose(shop.store(), List.of("owner", "shop"));
        Agenda agenda = checks.agendas().of(shop.store(), LocalDate.parse("2026-03-03"));
        return new Evidence(
                        shop.metrics(),
                        new TodayWork(shop.warehouse(), shop.metrics()),
                        ChecksForTests.besides(parts, state, clock))
                .of(agenda.routine(), agenda.items())
                .getOrDefault(CHECK, List.of());
    }

    @Test
    void saysFirstWhatTheWholeStoreDid() {
        assertThat(lines.subList(0, 4))
                .extracting(Line::metric)
                .containsExactly(
                        "sessions", "net_revenue", "conversion_rate", "average_order_value");
        assertThat(lines.subList(0, 4)).extracting(Line::where).containsOnly(Map.of());
        assertThat(lines).extracting(Line::days).containsOnly(LAST);
        assertThat(now("net_revenue", Map.of())).isEqualByComparingTo("130");
    }

    @Test
    void saysWhatEachChannelDidAndHadDoneBefore() {
        assertThat(now("net_revenue", SITE)).isEqualByComparingTo("60");
        assertThat(now("sessions", SITE)).isEqualByComparingTo("10");
        assertThat(now("conversion_rate", SITE)).isEqualByComparingTo("0.2");
        assertThat(now("average_order_value", SITE)).isEqualByComparingTo("30");
        assertThat(line("net_revenue", SITE).before().known()).get().isEqualTo(scaled("100"));
        assertThat(now("net_revenue", MARKETPLACE)).isEqualByComparingTo("70");
    }

    @Test
    void leavesOutWhatNoRowSays() {
        assertThat(lines)
                .noneMatch(line -> line.where().containsValue("phone"))
                .noneMatch(line ->
                        line.where().equals(MARKETPLACE) && line.metric().equals("sessions"))
                .noneMatch(line ->
                        line.where().equals(MARKETPLACE)
                                && line.metric().equals("conversion_rate"));
    }

    private static Line line(String metric, Map<String, String> where) {
        return lines.stream()
                .filter(one -> one.metric().equals(metric) && one.where().equals(where))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal now(String metric, Map<String, String> where) {
        return line(metric, where).now().known().orElseThrow();
    }

    private static BigDecimal scaled(String amount) {
        return new BigDecimal(amount).setScale(4);
    }
}

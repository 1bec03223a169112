package app.rotina.routine.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.rotina.kernel.DataFolder;
import app.rotina.routine.SeasonsForTests;
import app.rotina.routine.TodayWork;
import app.rotina.state.StateDatabase;
import app.rotina.state.StateForTests;
import app.rotina.warehouse.OpenWork.Waiting;
import app.rotina.warehouse.StoreForTests;
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

/**
 * Orders that wait, one that left and two of later days, in a shop with five dresses, one coat and
 * no scarves, which never counted its hats.
 */
class UnshippedCausesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-04");

    @TempDir static Path folder;

    private static StoreForTests shop;
    private static TodayWork work;

    @BeforeAll
    static void sell() {
        shop = new StoreForTests(folder);
        shop.take(
                "order_id,placed_at,status,channel,customer_id,shipped_at,delay_cause",
                "there,2026-03-02T12:00:00,,site,a,,",
                "gone,2026-03-02T12:00:00,,site,b,,",
                "few,2026-03-03T12:00:00,,site,c,,",
                "uncounted,2026-03-03T12:00:00,,site,d,,",
                "said,2026-03-04T12:00:00,,site,e,,missed",
                "later,2026-03-05T12:00:00,,site,f,,",
                "last,2026-03-20T12:00:00,,site,h,,",
                "sent,2026-03-02T12:00:00,,site,g,2026-03-03T12:00:00,");
        shop.take(
                "line_id,order_id,sku,product_name,quantity,amount",
                "1,there,DRESS,Dress,5,500",
                "2,gone,DRESS,Dress,1,100",
                "3,gone,SCARF,Scarf,1,20",
                "4,few,COAT,Coat,2,400",
                "5,uncounted,DRESS,Dress,1,100",
                "6,uncounted,HAT,Hat,1,30",
                "7,said,SCARF,Scarf,1,20",
                "8,later,DRESS,Dress,1,100",
                "9,sent,DRESS,Dress,1,100");
        shop.take(
                "day,sku,on_hand",
                "2026-03-02,DRESS,9",
                "2026-03-03,DRESS,5",
                "2026-03-03,COAT,1",
                "2026-03-04,SCARF,0",
                "2026-03-05,DRESS,0");
        work = new TodayWork(shop.warehouse(), shop.metrics());
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void saysOfEachOrderWhatTheLastStockSaidOfItsArticles() {
        assertThat(work.waiting(shop.store(), DAY, ""))
                .extracting(Waiting::order, Waiting::cause, Waiting::lacking)
                .containsExactly(
                        tuple("gone", "out_of_stock", "Scarf"),
                        tuple("there", "in_stock", ""),
                        tuple("few", "out_of_stock", "Coat"),
                        tuple("uncounted", "unknown", ""),
                        tuple("said", "missed", "Scarf"));
        assertThat(work.waiting(shop.store(), DAY, "out_of_stock"))
                .extracting(Waiting::order)
                .containsExactly("gone", "few");
    }

    @Test
    void countsAsManyAsTheFigure() {
        TodayWork.Block block = work.of(shop.store(), DAY);
        assertThat(block.unshippedByCause())
                .containsOnly(
                        Map.entry("out_of_stock", 2L),
                        Map.entry("in_stock", 1L),
                        Map.entry("unknown", 1L),
                        Map.entry("missed", 1L));
        assertThat(block.unshippedOrders().known().orElseThrow()).isEqualByComparingTo("5");
    }

    @Test
    void knowsNothingByAStockOfMoreThanAWeekAgo() {
        assertThat(work.waiting(shop.store(), DAY.plusWeeks(2), ""))
                .filteredOn(one -> !one.order().equals("said"))
                .extracting(Waiting::cause)
                .containsOnly("unknown");
    }

    @Test
    void standsBesideTheMorningsCheck() {
        assertThat(evidence())
                .filteredOn(line -> !line.where().isEmpty())
                .extracting(
                        line -> line.where().get(Evidence.CAUSE),
                        line -> line.now().known().orElseThrow().intValue(),
                        Evidence.Line::metric)
                .contains(
                        tuple("out_of_stock", 2, "unshipped_orders"),
                        tuple("in_stock", 1, "unshipped_orders"));
    }

    private static List<Evidence.Line> evidence() {
        Clock clock = Clock.fixed(Instant.parse("2026-03-05T15:00:00Z"), ZoneOffset.UTC);
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
        checks.arranging().choose(shop.store(), List.of("owner"));
        Agenda agenda = checks.agendas().of(shop.store(), DAY.plusDays(1));
        return new Evidence(shop.metrics(), work, ChecksForTests.besides(parts, state, clock))
                .of(agenda.routine(), agenda.items())
                .getOrDefault("unshipped", List.of());
    }
}

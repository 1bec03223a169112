package app.rotina.routine.checks;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.goals.CommercialCalendar;
import app.rotina.routine.AItems;
import app.rotina.routine.checks.Judge.Ruling;
import app.rotina.warehouse.StoreForTests;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two quarters of a shop of two products, an order a day of each; in the second one of them is
 * asked for once a fortnight only.
 */
class JudgesTest {
    private static final LocalDate END = LocalDate.parse("2026-03-01");
    private static final int QUARTER = 7 * AItems.WEEKS;
    private static final Turns TURNS =
            new Turns(CommercialCalendar.of("BR"), DayOfWeek.MONDAY, END.minusYears(1));

    @TempDir static Path folder;

    private static StoreForTests shop;

    @BeforeAll
    static void sell() {
        shop = new StoreForTests(folder);
        List<String> orders = new ArrayList<>(List.of("order_id,placed_at,status,customer_id"));
        List<String> items =
                new ArrayList<>(List.of("line_id,order_id,sku,product_name,quantity,amount"));
        for (int back = 0; back < 2 * QUARTER; back++) {
            boolean rare = back < QUARTER && back % 14 != 0;
            for (String product : rare ? List.of("Saia") : List.of("Saia", "Blusa")) {
                String id = product + back;
                orders.add("%s,%sT12:00:00,,c%d".formatted(id, END.minusDays(back), back));
                items.add("%1$s,%1$s,%2$s,%2$s,1,100".formatted(id, product));
            }
        }
        shop.take(orders.toArray(String[]::new));
        shop.take(items.toArray(String[]::new));
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void namesAProductThatLeftClassA() {
        Ruling ruling = new LeftA(shop.metrics()).on(shop.store(), week(END));
        assertThat(ruling.findings())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.where()).isEqualTo(Map.of("product", "Blusa"));
                    assertThat(found.value()).isEqualByComparingTo("7");
                    assertThat(found.stake()).isPositive();
                });
    }

    @Test
    void cannotTellWithoutAQuarterBefore() {
        assertThat(new LeftA(shop.metrics()).on(shop.store(), week(END.minusWeeks(14))).missing())
                .isEqualTo("short_history");
    }

    @Test
    void namesASourceThatDeliveredNothingOfAWeek() {
        LateSources judge = new LateSources(shop.warehouse());
        assertThat(judge.on(shop.store(), week(END)).findings()).isEmpty();
        assertThat(judge.on(shop.store(), week(END.plusWeeks(1))).findings())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.value()).isEqualByComparingTo("7"));
    }

    @Test
    void cannotTellStockThatNobodyDelivered() {
        assertThat(
                        new StockJudges.BrokenGrade(shop.metrics())
                                .on(shop.store(), week(END))
                                .missing())
                .isNotNull();
    }

    @Test
    void namesAProductThatSoldWithoutStock() {
        try (StoreForTests other = new StoreForTests(folder.resolve("stock"))) {
            other.take(
                    "day,sku,on_hand",
                    "2026-02-27,Saia,0",
                    "2026-02-27,Blusa,1",
                    "2026-02-28,Saia,0",
                    "2026-02-28,Blusa,0",
                    "2026-03-01,Saia,4",
                    "2026-03-01,Blusa,-2");
            other.take("order_id,placed_at,status", "1,2026-02-28T12:00:00,");
            other.take(
                    "line_id,order_id,sku,product_name,quantity,amount",
                    "1,1,Saia,Saia,1,100",
                    "2,1,Blusa,Blusa,1,100");
            StockJudges.UnrealStock judge = new StockJudges.UnrealStock(other.metrics());
            assertThat(judge.on(other.store(), day("2026-02-27")).findings()).isEmpty();
            assertThat(judge.on(other.store(), day("2026-02-28")).findings())
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.where()).isEqualTo(Map.of("product", "Saia"));
                        assertThat(found.stake()).isEqualByComparingTo("100");
                    });
            assertThat(judge.on(other.store(), day("2026-03-01")).findings())
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.where()).isEqualTo(Map.of("product", "Blusa"));
                        assertThat(found.value()).isEqualByComparingTo("-2");
                        assertThat(found.stake()).isEqualByComparingTo("200");
                    });
            assertThat(judge.on(other.store(), day("2026-03-02")).missing()).isNotNull();
        }
    }

    @Test
    void saysWhatTheSizesThatAreOutBroughtADay() {
        try (StoreForTests other = new StoreForTests(folder.resolve("grade"))) {
            other.take(
                    "sku,product,product_name,category,size,colour,cost,hero",
                    "S-P,Saia,Saia,Saias,P,Azul,40.00,none",
                    "S-M,Saia,Saia,Saias,M,Azul,40.00,none",
                    "B-U,Blusa,Blusa,Blusas,U,Branco,40.00,none");
            other.take("order_id,placed_at,status", "1,2026-02-10T12:00:00,");
            other.take(
                    "line_id,order_id,sku,product_name,size,colour,quantity,amount",
                    "1,1,S-P,Saia,P,Azul,1,910",
                    "2,1,S-M,Saia,M,Azul,1,1820",
                    "3,1,B-U,Blusa,U,Branco,1,1500");
            other.take(
                    "day,sku,on_hand",
                    "2026-02-22,S-P,3",
                    "2026-02-22,S-M,3",
                    "2026-02-22,B-U,3",
                    "2026-03-01,S-P,0",
                    "2026-03-01,S-M,5",
                    "2026-03-01,B-U,5");
            assertThat(
                            new StockJudges.BrokenGrade(other.metrics())
                                    .on(other.store(), week(END))
                                    .findings())
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.where()).isEqualTo(Map.of("product", "Saia"));
                        assertThat(found.value()).isEqualByComparingTo("1");
                        assertThat(found.stake()).isEqualByComparingTo("10");
                    });
        }
    }

    @Test
    void namesAnAgentBelowTheTeamButNotOneOfFewChats() {
        try (StoreForTests other = new StoreForTests(folder.resolve("agents"))) {
            List<String> chats =
                    new ArrayList<>(
                            List.of(
                                    "conversation_id,started_at,first_response_at,customer_id,agent,pre_sale,from_visit"));
            List<String> orders =
                    new ArrayList<>(List.of("order_id,placed_at,status,channel,customer_id,agent"));
            for (int n = 0; n < 300; n++) {
                String agent = n < 150 ? "Rita" : n < 297 ? "Hugo" : "Nova";
                String at = END.minusDays(n % 27) + "T12:00:00";
                chats.add("c%1$d,%2$s,%2$s,p%1$d,%3$s,true,false".formatted(n, at, agent));
                if (agent.equals("Rita") ? n % 2 == 0 : agent.equals("Hugo") && n % 10 == 0) {
                    orders.add("%1$d,%2$s,,chat,p%1$d,%3$s".formatted(n, at, agent));
                }
            }
            other.take(chats.toArray(String[]::new));
            other.take(orders.toArray(String[]::new));
            AgentsBelow judge = new AgentsBelow(other.metrics());
            assertThat(judge.on(other.store(), week(END)).findings())
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.where()).isEqualTo(Map.of("agent", "Hugo"));
                        assertThat(found.value()).isLessThan(found.usual());
                    });
            assertThat(judge.on(other.store(), week(END.plusWeeks(6))).missing()).isNotNull();
        }
    }

    @Test
    void comparesNoAgentWithNobody() {
        try (StoreForTests other = new StoreForTests(folder.resolve("alone"))) {
            other.take(
                    "conversation_id,started_at,first_response_at,customer_id,agent,pre_sale,from_visit",
                    "c1,2026-02-24T12:00:00,,p1,Rita,true,false");
            assertThat(new AgentsBelow(other.metrics()).on(other.store(), week(END)).missing())
                    .isEqualTo("nothing_to_compare");
        }
    }

    private static Turn day(String date) {
        return TURNS.of(Cadence.DAILY, LocalDate.parse(date));
    }

    private static Turn week(LocalDate day) {
        return TURNS.of(Cadence.WEEKLY, day);
    }
}

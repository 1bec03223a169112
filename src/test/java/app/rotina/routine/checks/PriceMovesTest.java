package app.rotina.routine.checks;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.DataFolder;
import app.rotina.kernel.Days;
import app.rotina.routine.SeasonsForTests;
import app.rotina.state.StateDatabase;
import app.rotina.state.StateForTests;
import app.rotina.warehouse.StoreForTests;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Twenty weeks in which ten skirts a day are sold at about 100, and a last day at another price.
 */
class PriceMovesTest {
    private static final LocalDate LAST = LocalDate.parse("2026-08-06");

    @TempDir Path folder;

    @Test
    void alarmsOnAFall() {
        assertThat(found(10, 10))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.where()).isEqualTo(Map.of("product", "saia"));
                    assertThat(one.stake()).isPositive();
                });
    }

    @Test
    void alarmsOnARiseThatSalesFellWith() {
        assertThat(found(200, 1))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.value()).isEqualByComparingTo("200");
                    assertThat(one.stake()).isEqualByComparingTo("800");
                });
    }

    @Test
    void leavesARiseAloneThatPeopleStillPay() {
        assertThat(found(200, 10)).isEmpty();
    }

    private List<Finding> found(int price, int pieces) {
        List<String> orders = new ArrayList<>(List.of("order_id,placed_at,approved_at,status"));
        List<String> lines =
                new ArrayList<>(List.of("line_id,order_id,sku,product_name,quantity,amount"));
        for (LocalDate day : new Days(LAST.minusWeeks(20), LAST).stream().toList()) {
            boolean last = day.equals(LAST);
            int sold = last ? pieces : 10;
            boolean sameWeekday = day.getDayOfWeek() == LAST.getDayOfWeek();
            int each = last ? price : sameWeekday ? 100 : 99 + day.getDayOfMonth() % 3;
            orders.add("%1$s,%1$sT12:00:00,%1$sT12:00:00,approved".formatted(day));
            lines.add("%1$s,%1$s,saia,Saia,%2$d,%3$d".formatted(day, sold, sold * each));
        }
        try (StoreForTests shop = new StoreForTests(folder)) {
            shop.take(orders.toArray(String[]::new));
            shop.take(lines.toArray(String[]::new));
            return prices(shop);
        }
    }

    private static List<Finding> prices(StoreForTests shop) {
        Clock clock = Clock.fixed(Instant.parse("2026-08-07T15:00:00Z"), ZoneOffset.UTC);
        JdbcClient state =
                StateForTests.client(
                        StateDatabase.open(
                                new DataFolder(Path.of("unused")), StateForTests.newDatabase()));
        StateForTests.add(state, shop.store());
        return ChecksForTests.of(
                        new ChecksForTests.Shop(
                                shop.catalog(),
                                shop.metrics(),
                                shop.warehouse(),
                                SeasonsForTests.of(shop.metrics(), shop.warehouse(), state)),
                        state,
                        clock)
                .checking()
                .look(shop.store(), Cadence.DAILY, LAST)
                .stream()
                .filter(one -> one.check().id().equals("prices"))
                .flatMap(one -> one.findings().stream())
                .toList();
    }
}

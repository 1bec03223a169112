package app.rotina.routine.checks;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.DataFolder;
import app.rotina.routine.SeasonsForTests;
import app.rotina.state.Job;
import app.rotina.state.StateDatabase;
import app.rotina.state.StateForTests;
import app.rotina.warehouse.StoreForTests;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Thirty weeks of two products, of one of which nothing can be put into the cart on the last. */
class ProductPagesTest {
    private static final LocalDate LAST = LocalDate.parse("2026-03-04");
    private static final int DAYS = 211;
    private static final int QUIET = 20;

    @TempDir static Path folder;

    private static StoreForTests shop;
    private static Checking checking;

    @BeforeAll
    static void sell() {
        shop = new StoreForTests(folder);
        SplittableRandom chance = new SplittableRandom(1);
        List<String> orders = new ArrayList<>(List.of("order_id,placed_at,status,customer_id"));
        List<String> items =
                new ArrayList<>(List.of("line_id,order_id,sku,product_name,quantity,amount"));
        List<String> pages = new ArrayList<>(List.of("day,sku,product_visitors,add_to_carts"));
        for (int back = 0; back < DAYS; back++) {
            LocalDate day = LAST.minusDays(back);
            for (String product : List.of("Saia", "Blusa")) {
                String id = product + back;
                orders.add("%s,%sT12:00:00,,c%d".formatted(id, day, back));
                items.add("%1$s,%1$s,%2$s,%2$s,1,100".formatted(id, product));
                boolean broken = back == 0 && product.equals("Blusa");
                int visitors = 380 + chance.nextInt(40);
                int pieces = broken ? 1 : 38 + chance.nextInt(9);
                pages.add("%s,%s,%d,%d".formatted(day, product, visitors, pieces));
            }
        }
        shop.take(orders.toArray(String[]::new));
        shop.take(items.toArray(String[]::new));
        shop.take(pages.toArray(String[]::new));
        checking = checking();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static Checking checking() {
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
                        Clock.fixed(
                                LAST.plusDays(1).atTime(15, 0).toInstant(ZoneOffset.UTC),
                                ZoneOffset.UTC))
                .checking();
    }

    @Test
    void namesTheProductThatNobodyCanBuy() {
        Result result = on(LAST);
        assertThat(result.check().job()).isEqualTo(Job.DESIGN);
        assertThat(result.findings())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.where()).isEqualTo(Map.of("product", "Blusa"));
                    assertThat(found.stake()).isPositive();
                });
    }

    @Test
    void isSilentOnOrdinaryDays() {
        for (int back = 1; back <= QUIET; back++) {
            assertThat(on(LAST.minusDays(back)).findings()).isEmpty();
        }
    }

    private static Result on(LocalDate day) {
        return checking.look(shop.store(), Cadence.DAILY, day).stream()
                .filter(result -> result.check().id().equals("product_pages"))
                .findFirst()
                .orElseThrow();
    }
}

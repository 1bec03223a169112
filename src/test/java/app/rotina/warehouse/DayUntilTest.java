package app.rotina.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.warehouse.DayUntil.Placed;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What days in São Paulo had brought by an hour of theirs. */
class DayUntilTest {
    private static final LocalDate DAY = LocalDate.parse("2026-02-04");
    private static final LocalDate BEFORE = DAY.minusWeeks(1);
    private static final Map<LocalDate, Instant> NOON =
            Map.of(
                    DAY, Instant.parse("2026-02-04T15:00:00Z"),
                    BEFORE, Instant.parse("2026-01-28T15:00:00Z"));

    @TempDir Path folder;

    /** Orders that carry a date alone would count a whole day as its first hours. */
    @Test
    void leavesOutADayWhoseOrdersHaveNoHour() {
        try (StoreForTests shop = new StoreForTests(folder)) {
            orders(shop, "2026-02-04T14:00:00Z", BEFORE.toString(), BEFORE.toString());
            orders(shop, "2026-02-04T14:30:00Z", DAY + "T08:10:00");
            assertThat(shop.warehouse().dayUntil().known(shop.store(), BEFORE)).isEmpty();
            assertThat(shop.warehouse().dayUntil().of(shop.store(), NOON)).containsOnlyKeys(DAY);
        }
    }

    @Test
    void tellsADayOfWhichSomeOrdersHaveAnHour() {
        try (StoreForTests shop = new StoreForTests(folder)) {
            orders(shop, "2026-02-04T14:00:00Z", BEFORE.toString(), BEFORE + "T09:00:00");
            assertThat(shop.warehouse().dayUntil().known(shop.store(), BEFORE)).isPresent();
            assertThat(shop.warehouse().dayUntil().of(shop.store(), NOON).get(BEFORE))
                    .extracting(Placed::orders)
                    .asString()
                    .isEqualTo("2");
        }
    }

    /** A day on which nothing was sold has no hours either, and is a day all the same. */
    @Test
    void tellsADayWithoutOrders() {
        try (StoreForTests shop = new StoreForTests(folder)) {
            orders(shop, "2026-02-04T14:00:00Z", DAY + "T08:10:00");
            assertThat(shop.warehouse().dayUntil().of(shop.store(), NOON).get(BEFORE))
                    .extracting(Placed::orders)
                    .asString()
                    .isEqualTo("0");
        }
    }

    /** What one source has by eleven says nothing of what another brings by noon. */
    @Test
    void reachesAsFarAsTheSourceThatIsBehind() {
        try (StoreForTests shop = new StoreForTests(folder)) {
            orders(shop, "2026-02-04T12:00:00Z", DAY + "T08:10:00");
            shop.takeWritten(
                    Instant.parse("2026-02-04T14:30:00Z"),
                    "Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled at,Refunded Amount",
                    "#7,,paid,2026-02-04 11:00:00 -0300,BRL,100.00,0,100.00,2026-02-04 11:00:00 -0300,1,Saia,100.00,S,,0");
            assertThat(shop.warehouse().dayUntil().known(shop.store(), DAY))
                    .contains(Instant.parse("2026-02-04T12:00:00Z"));
        }
    }

    private static void orders(StoreForTests shop, String made, String... placed) {
        String[] rows = new String[placed.length + 1];
        rows[0] = "order_id,placed_at,status";
        for (int i = 0; i < placed.length; i++) {
            rows[i + 1] = "%s/%d,%s,".formatted(made, i, placed[i]);
        }
        shop.takeWritten(Instant.parse(made), rows);
    }
}

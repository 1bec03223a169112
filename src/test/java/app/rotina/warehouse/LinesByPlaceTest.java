package app.rotina.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Orders whose lines have no number of their own: each is known by its place in its order. */
class LinesByPlaceTest extends WithStore {
    private static final String DAY = "2026-03-02";
    private static final String HEADER =
            String.join(
                    "\t",
                    "amazon-order-id",
                    "purchase-date",
                    "last-updated-date",
                    "order-status",
                    "sales-channel",
                    "product-name",
                    "sku",
                    "item-status",
                    "quantity",
                    "currency",
                    "item-price");

    @Test
    void keepsItsPlaceWhileItWaits() {
        take("10", "20", "30", "40");
        ImportReport report = take("10", "20x", "30", "41");
        assertThat(report.quarantined()).isEqualTo(1);
        assertThat(report.unchanged()).isEqualTo(4);
        assertThat(report.updated()).isEqualTo(1);
        assertThat(report.removed()).isZero();
        assertThat(lines()).containsExactly("10", "20", "30", "41");
        RebuildTest.assertSameWhenRebuilt(shop);
    }

    @Test
    void leavesRoomForSeveralThatWait() {
        take("10x", "20", "x", "40", "50");
        assertThat(lines()).containsExactly("20", "40", "50");
        ImportReport report = take("10", "20", "30", "40", "50");
        assertThat(report.inserted()).isEqualTo(2);
        assertThat(report.unchanged()).isEqualTo(5);
        assertThat(report.updated()).isZero();
        assertThat(lines()).containsExactly("10", "20", "30", "40", "50");
        assertThat(shop.value("gross_sales", DAY)).isEqualTo("162");
        RebuildTest.assertSameWhenRebuilt(shop);
    }

    private ImportReport take(String... prices) {
        List<String> rows = new ArrayList<>(List.of(HEADER));
        rows.add(row("other", "5", 9));
        IntStream.range(0, prices.length)
                .mapToObj(place -> row("114-1", prices[place], place))
                .forEach(rows::add);
        rows.add(row("last", "7", 9));
        return shop.take(rows.toArray(String[]::new));
    }

    private static String row(String order, String price, int article) {
        return String.join(
                "\t",
                order,
                DAY + "T10:00:00-03:00",
                DAY + "T10:00:00-03:00",
                "Shipped",
                "Amazon.com.br",
                "Article " + article,
                "A" + article,
                "Shipped",
                "1",
                "BRL",
                price);
    }

    private List<String> lines() {
        return shop.query(
                "SELECT CAST(CAST(amount AS INTEGER) AS VARCHAR) FROM fact_line WHERE order_id = '114-1' ORDER BY 1");
    }
}

package app.rotina.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.warehouse.StoreForTests;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three orders of three days, the first of which was shipped on the second day. */
class WaitingOrdersTest {
    private static final Days DAYS =
            new Days(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-04"));

    @TempDir Path folder;
    private StoreForTests shop;

    @BeforeEach
    void open() {
        shop = new StoreForTests(folder);
        shop.take(
                "order_id,placed_at,status,channel,customer_id,shipped_at",
                "1,2026-03-02T10:00:00,,site,a,2026-03-03T10:00:00",
                "2,2026-03-03T10:00:00,,site,b,",
                "3,2026-03-04T10:00:00,,site,c,");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void countsWhatBecameDueByDayAlsoBesideWhatWaits() {
        Answer answer =
                shop.metrics()
                        .answer(
                                shop.store(),
                                Question.daily(
                                        List.of("orders_to_ship", "unshipped_orders"), DAYS));
        assertThat(answer.rows())
                .extracting(row -> plain(row.values()))
                .containsExactly("1 due, 1 wait", "1 due, 1 wait", "1 due, 2 wait");
        assertThat(plain(answer.total())).isEqualTo("3 due, 2 wait");
    }

    private static String plain(Map<String, MetricValue> values) {
        return plain(values, "orders_to_ship")
                + " due, "
                + plain(values, "unshipped_orders")
                + " wait";
    }

    private static String plain(Map<String, MetricValue> values, String metric) {
        return values.getOrDefault(metric, MetricValue.missing(""))
                .known()
                .orElseThrow()
                .stripTrailingZeros()
                .toPlainString();
    }
}

package app.rotina.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.warehouse.StoreForTests;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two orders of 2 March, one of which is approved on the 4th; no order was placed since. */
class LateApprovalsTest {
    @TempDir Path folder;
    private StoreForTests shop;

    @BeforeEach
    void open() {
        shop = new StoreForTests(folder);
        shop.take(
                "order_id,placed_at,status,channel,customer_id,knows_approval,approved_at",
                "1,2026-03-02T10:00:00,approved,site,a,true,2026-03-02T11:00:00",
                "2,2026-03-02T10:00:00,approved,site,b,true,2026-03-04T11:00:00");
        shop.take(
                "line_id,order_id,sku,product_name,quantity,unit_price,gross,amount",
                "1,1,A,Saia,1,100,100,100",
                "2,2,A,Saia,1,70,70,70");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void areKnownOnDaysAfterTheLastOrder() {
        assertThat(shop.value("approved_revenue", "2026-03-04")).isEqualTo("70");
        assertThat(shop.value("net_revenue", "2026-03-04")).isEqualTo("70");
        assertThat(shop.value("approved_orders", "2026-03-04")).isEqualTo("1");
    }

    @Test
    void doNotMakeTheOrdersOfThatDayKnown() {
        assertThat(shop.value("orders", "2026-03-04")).isEqualTo("not_delivered");
        assertThat(shop.value("approved_revenue", "2026-03-03")).isEqualTo("not_delivered");
        assertThat(shop.value("approved_revenue", "2026-03-02", "2026-03-04")).isEqualTo("170");
    }
}

package app.rotina.warehouse;

import static app.rotina.warehouse.ImportTest.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What silence means: zero where a source spoke for the day, else missing. */
class CoverageTest extends WithStore {
    private static final String ORDERS = "order_id,placed_at,status,customer_id";
    private static final String CHATS = "conversation_id,started_at,customer_id";

    @Test
    void meansZeroBetweenTheFirstAndLastDayOfAFile() {
        shop.take(ORDERS, order(1, 2), order(2, 6));
        assertThat(shop.value("orders", "2026-03-04")).isEqualTo("0");
        assertThat(shop.value("orders", "2026-03-01")).isEqualTo("not_delivered");
        assertThat(shop.value("orders", "2026-03-07")).isEqualTo("not_delivered");
    }

    @Test
    void meansMissingBetweenTwoFiles() {
        shop.take(ORDERS, order(1, 2), order(2, 3));
        shop.take(ORDERS, order(3, 8), order(4, 9));
        assertThat(shop.value("orders", "2026-03-05")).isEqualTo("not_delivered");
    }

    @Test
    void staysMissingWhenACustomerOfBeforeOrdersAgain() {
        shop.take(ORDERS, "1,2026-03-02T10:00:00,approved,ana");
        shop.take(ORDERS, "2,2026-03-09T10:00:00,approved,ana");
        assertThat(shop.value("orders", "2026-03-05")).isEqualTo("not_delivered");
    }

    @Test
    void staysMissingWhenAnOldOrderIsRefunded() {
        shop.take(ORDERS, order(1, 2));
        shop.take(ORDERS, order(2, 9));
        shop.take(
                "line_id,order_id,kind,occurred_at,amount",
                "r1,1,refund,2026-03-09T10:00:00,5",
                "r2,2,refund,2026-03-09T10:00:00,5");
        assertThat(shop.value("orders", "2026-03-05")).isEqualTo("not_delivered");
    }

    @Test
    void staysMissingWhenAProductIsDescribedAnew() {
        shop.take(ORDERS, order(1, 2));
        shop.take(ORDERS, order(2, 9));
        shop.take(
                "line_id,order_id,sku,product_name,quantity,unit_price,gross,amount",
                "a,1,A,Saia,1,5,5,5",
                "b,2,A,Saia,1,5,5,5");
        shop.take("sku,product_name,category,cost", "A,Saia Lua,Saias,40");
        assertThat(shop.value("orders", "2026-03-05")).isEqualTo("not_delivered");
    }

    /** A file speaks for its days by all its rows, those known before among them. */
    @Test
    void meansZeroBetweenAnUnchangedRowAndANewOne() {
        shop.take(ORDERS, order(1, 2));
        shop.take(ORDERS, order(1, 2), order(2, 9));
        assertThat(shop.value("orders", "2026-03-05")).isEqualTo("0");
        List<String> before = shop.everything();
        shop.warehouse().imports().rebuild(shop.store());
        assertThat(shop.everything()).isEqualTo(before);
    }

    @Test
    void meansMissingBetweenTwoFilesOfChats() {
        shop.take(CHATS, "c1,2026-03-02T10:00:00,ana", "c2,2026-03-03T10:00:00,bia");
        shop.take(CHATS, "c3,2026-03-08T10:00:00,ana");
        assertThat(shop.value("conversations", "2026-03-05")).isEqualTo("not_delivered");
    }

    @Test
    void meansMissingOnADayWithoutARowOfTraffic() {
        shop.take("day,sessions", "2026-03-02,10", "2026-03-04,10");
        assertThat(shop.value("site_visits", "2026-03-03")).isEqualTo("not_delivered");
    }
}

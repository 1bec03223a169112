package app.rotina.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A store that was made when facts had fewer fields. */
class OlderStoreTest extends WithStore {
    @Test
    void getsWhatItLacks() {
        shop.take(
                "order_id,placed_at,status,customer_id",
                "1,2026-03-02T10:00:00,approved,ana",
                "2,2026-03-02T11:00:00,approved,bia");
        List<String> before = columns();
        makeOlder();
        assertThat(columns()).doesNotContain("fact_order.coupon");
        shop.close();

        shop = new StoreForTests(folder);

        assertThat(shop.value("orders", "2026-03-02")).isEqualTo("2");
        assertThat(columns()).containsExactlyInAnyOrderElementsOf(before);
        shop.take("order_id,placed_at,status,customer_id", "3,2026-03-02T12:00:00,approved,ana");
        assertThat(shop.value("orders", "2026-03-02")).isEqualTo("3");
    }

    private void makeOlder() {
        shop.engine()
                .write(
                        "ipe",
                        sql -> {
                            sql.run("ALTER TABLE fact_order DROP COLUMN coupon");
                            sql.run("DROP VIEW v_stock");
                            sql.run("UPDATE meta SET value = 'older' WHERE name = 'schema'");
                            return true;
                        });
    }

    private List<String> columns() {
        return shop.query(
                "SELECT DISTINCT table_name || '.' || column_name FROM duckdb_columns() WHERE NOT internal AND table_name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY 1");
    }
}

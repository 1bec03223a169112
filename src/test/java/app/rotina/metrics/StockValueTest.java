package app.rotina.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.warehouse.StoreForTests;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two dresses and a scarf in stock; what they sell for becomes known later. */
class StockValueTest {
    private static final String DAY = "2026-03-02";

    @TempDir Path folder;
    private StoreForTests shop;

    @BeforeEach
    void count() {
        shop = new StoreForTests(folder);
        shop.take("day,sku,on_hand", DAY + ",DRESS,2", DAY + ",SCARF,1", DAY + ",HAT,-3");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void isMissingAndNotZeroWhereNoPriceIsKnown() {
        assertThat(value("stock_retail_value")).isEqualTo("no_source");
        assertThat(value("stock_cost_value")).isEqualTo("no_source");
        assertThat(value("stock_without_price")).isEqualTo("3");
    }

    @Test
    void isKnownOfTheDaysBeforeThePricesCame() {
        price("DRESS,Dress,Dresses,150.00,80.00", "HAT,Hat,Hats,50.00,20.00");
        assertThat(value("stock_retail_value")).isEqualTo("300");
        assertThat(value("stock_cost_value")).isEqualTo("160");
        assertThat(value("stock_without_price")).isEqualTo("1");
        price("DRESS,Dress,Dresses,120.00,80.00");
        assertThat(value("stock_retail_value")).isEqualTo("240");
    }

    @Test
    void isMissingOfAPartWhosePricesNobodyKnows() {
        price("DRESS,Dress,Dresses,150.00,80.00", "SCARF,Scarf,Scarves,,", "HAT,Hat,Hats,50.00,");
        assertThat(byCategory("stock_retail_value"))
                .isEqualTo(Map.of("Dresses", "300", "Scarves", "no_source", "Hats", "0"));
    }

    private void price(String... products) {
        List<String> lines = new ArrayList<>();
        lines.add("sku,product_name,category,list_price,cost");
        lines.addAll(List.of(products));
        shop.take(lines.toArray(String[]::new));
    }

    private String value(String metric) {
        return shop.value(metric, DAY);
    }

    private Map<String, String> byCategory(String metric) {
        LocalDate day = LocalDate.parse(DAY);
        Question question =
                new Question(
                        List.of(metric, "stock_on_hand"),
                        List.of("category"),
                        Days.only(day),
                        Map.of());
        return shop.metrics().rows(shop.store(), question).stream()
                .collect(
                        Collectors.toMap(
                                row -> String.valueOf(row.keys().get("category")),
                                row ->
                                        plain(
                                                row.values()
                                                        .getOrDefault(
                                                                metric,
                                                                MetricValue.missing("none")))));
    }

    private static String plain(MetricValue value) {
        return value.known()
                .map(known -> known.stripTrailingZeros().toPlainString())
                .orElseGet(() -> value.missing().orElseThrow());
    }
}

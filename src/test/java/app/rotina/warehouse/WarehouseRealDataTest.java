package app.rotina.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.metrics.Question;
import app.rotina.warehouse.ImportReport.ControlTotal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures of real shops, as others have published or counted them. */
class WarehouseRealDataTest {
    @TempDir Path folder;

    @Test
    void givesTheFiguresOfTheGiftShop() {
        Path file = shared("online_retail/online_retail_2010-12_2011-08.csv.gz");
        try (StoreForTests shop = shop("Europe/London", "GBP")) {
            ImportReport report = shop.takeFiles(List.of(file));
            assertThat(report.inserted()).isEqualTo(320_705);
            assertControl(report, "5761931.382");
            assertMonth(shop, "2010-12", "759590.21", "1629");
            assertMonth(shop, "2011-01", "575326.73", "1120");
            assertMonth(shop, "2011-04", "482476.051", "1318");
            assertMonth(shop, "2011-08", "698069.74", "1406");
            assertThat(shop.value("net_revenue", "2011-08-11")).isEqualTo("67234.52");
            assertThat(shop.value("orders", "2011-08-11")).isEqualTo("71");
            assertThat(inAugust(shop, "France")).isEqualTo("12609.26");
            assertThat(inAugust(shop, "EIRE")).isEqualTo("11857.47");
            List<String> before = shop.everything();
            ImportReport again = shop.takeFiles(List.of(file));
            assertThat(again.unchanged()).isEqualTo(320_705);
            assertControl(again, "5761931.382");
            assertThat(shop.everything()).isEqualTo(before);
        }
    }

    @Test
    void givesTheFiguresOfTheToyShop() {
        List<Path> files =
                List.of(
                        shared("fuzzy_factory/orders.csv.gz"),
                        shared("fuzzy_factory/order_items.csv.gz"),
                        shared("fuzzy_factory/order_item_refunds.csv.gz"),
                        shared("fuzzy_factory/products.csv.gz"));
        try (StoreForTests shop = shop("America/New_York", "USD")) {
            ImportReport report = shop.takeFiles(files);
            assertThat(report.quarantined()).isZero();
            assertThat(ever(shop, "gross_sales")).isEqualTo("1938509.75");
            assertThat(ever(shop, "cost_of_goods")).isEqualTo("722370.25");
            assertThat(ever(shop, "refunds")).isEqualTo("85338.69");
            assertThat(ever(shop, "orders")).isEqualTo("32313");
        }
    }

    @Test
    void losesNothingOfTheMarketplaceInWhateverOrderItsFilesCome() {
        List<Path> files = new ArrayList<>();
        for (String name : List.of("customers", "products", "orders", "order_items")) {
            files.add(shared("olist/%s.csv.gz".formatted(name)));
        }
        List<String> together;
        try (StoreForTests shop = shop("America/Sao_Paulo", "BRL")) {
            shop.takeFiles(files);
            assertThat(ever(shop, "orders")).isEqualTo("10000");
            assertThat(ever(shop, "units")).isEqualTo("11252");
            together = figures(shop);
        }
        Collections.reverse(files);
        try (StoreForTests other =
                new StoreForTests(
                        folder, StoreForTests.store("other", "America/Sao_Paulo", "BRL"))) {
            files.forEach(file -> other.takeFiles(List.of(file)));
            assertThat(figures(other)).isEqualTo(together);
        }
    }

    /** What is resolved and rolled up; which import a row came from is left aside. */
    private static List<String> figures(StoreForTests shop) {
        return shop.query(
                """
                SELECT 'order ' || sum(CAST(hash(o) AS HUGEINT)) FROM (SELECT * EXCLUDE (_import, _record) FROM resolved_order) o
                UNION ALL SELECT 'line ' || sum(CAST(hash(l) AS HUGEINT)) FROM (SELECT * EXCLUDE (_import, _record) FROM resolved_line) l
                UNION ALL SELECT 'rollup ' || sum(CAST(hash(r) AS HUGEINT)) FROM rollup r\
                """);
    }

    private StoreForTests shop(String zone, String currency) {
        return new StoreForTests(folder, StoreForTests.store("real", zone, currency));
    }

    private static void assertMonth(StoreForTests shop, String month, String net, String orders) {
        Question question =
                new Question(
                        List.of("net_revenue", "orders"),
                        List.of("month"),
                        new Days(LocalDate.parse("2010-12-01"), LocalDate.parse("2011-08-31")),
                        Map.of());
        Map<String, MetricValue> values =
                shop.metrics().answer(shop.store(), question).rows().stream()
                        .filter(row -> month.equals(row.keys().get("month")))
                        .findFirst()
                        .orElseThrow()
                        .values();
        assertThat(plain(values.get("net_revenue"))).as(month).isEqualTo(net);
        assertThat(plain(values.get("orders"))).as(month).isEqualTo(orders);
    }

    private static String inAugust(StoreForTests shop, String country) {
        Question question =
                new Question(
                        List.of("net_revenue"),
                        List.of(),
                        new Days(LocalDate.parse("2011-08-01"), LocalDate.parse("2011-08-31")),
                        Map.of("country", country));
        return plain(shop.metrics().answer(shop.store(), question).total().get("net_revenue"));
    }

    private static void assertControl(ImportReport report, String total) {
        ControlTotal control = Objects.requireNonNull(report.control());
        assertThat(control.source()).isEqualByComparingTo(total);
        assertThat(control.warehouse()).isEqualByComparingTo(total);
    }

    private static String ever(StoreForTests shop, String metric) {
        return shop.value(metric, "2010-01-01", "2019-12-31");
    }

    private static String plain(@Nullable MetricValue value) {
        return value == null
                ? "none"
                : value.known().orElseThrow().stripTrailingZeros().toPlainString();
    }

    static Path shared(String name) {
        Path file =
                Path.of(System.getenv().getOrDefault("ROTINA_SHARED_DATA", "../shared/data"))
                        .resolve(name);
        assumeTrue(Files.exists(file), "the shared data are not here: " + file);
        return file;
    }
}

package app.rotina.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.warehouse.StoreForTests;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Visits by the page that they began on, where a page is known by its path alone. */
class LandingPagesTest {
    private static final Days DAYS =
            new Days(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-03"));

    @TempDir static Path folder;
    private static StoreForTests shop;

    @BeforeAll
    static void open() {
        shop = new StoreForTests(folder);
        shop.take(
                "day,source,landing,sessions,page_views,add_to_carts",
                "2026-03-02,google,/saia?cor=azul,60,120,6",
                "2026-03-02,google,/saia#fotos,20,40,2",
                "2026-03-02,google,?utm_source=x,10,,",
                "2026-03-03,google,/saia,40,90,",
                "2026-03-03,google,,5,5,1");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void putsTheAddressesOfAPageTogether() {
        assertThat(by("site_visits"))
                .isEqualTo(Map.of("/saia", known(120), "/", known(10), "(not set)", known(5)));
    }

    @Test
    void hasNoFigureOfAPageThatNobodyTellsItOf() {
        assertThat(by("page_views").get("/")).isEqualTo(MetricValue.missing("no_source"));
        assertThat(by("add_to_cart_rate").get("/")).isEqualTo(MetricValue.missing("no_source"));
        assertThat(by("add_to_cart_rate").getOrDefault("/saia", known(0)).known().orElseThrow())
                .isEqualByComparingTo("0.1");
    }

    @Test
    void isNarrowedToAPage() {
        Question question =
                new Question(
                        List.of("site_visits"), List.of("day"), DAYS, Map.of("landing", "/saia"));
        assertThat(shop.metrics().answer(shop.store(), question).rows())
                .extracting(row -> row.values().get("site_visits"))
                .containsExactly(known(80), known(40));
    }

    @Test
    void isOfVisitsAlone() {
        assertThat(shop.metrics().has(shop.store(), "page_views", "landing")).isTrue();
        assertThat(shop.metrics().has(shop.store(), "net_revenue", "landing")).isFalse();
    }

    private static Map<String, MetricValue> by(String metric) {
        Question question =
                new Question(List.of("site_visits", metric), List.of("landing"), DAYS, Map.of());
        return shop.metrics().answer(shop.store(), question).rows().stream()
                .collect(
                        Collectors.toMap(
                                row -> row.keys().get("landing"), row -> row.values().get(metric)));
    }

    private static MetricValue known(int value) {
        return MetricValue.known(new BigDecimal(value));
    }
}

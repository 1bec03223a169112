package app.rotina.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.warehouse.StoreForTests;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each platform means in its own way is told of each, and not of all together. */
class PlatformsApartTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    @TempDir private Path folder;
    private StoreForTests shop;

    @BeforeEach
    void visit() {
        shop = new StoreForTests(folder);
        shop.take("day,channel,sessions,bounces", MONDAY + ",site,100,30");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void tellsTheBouncesOfTheOnlyPlatformThatDoes() {
        shop.take("day,channel,sessions", MONDAY + ",tmall,300");

        assertThat(shop.value("bounce_rate", "2026-03-02")).isEqualTo("0.3");
        assertThat(shop.value("sessions", "2026-03-02")).isEqualTo("400");
    }

    @Test
    void doesNotPutTogetherThoseOfSeveral() {
        shop.take("day,channel,sessions,bounces", MONDAY + ",tmall,300,210");

        assertThat(shop.value("bounce_rate", "2026-03-02")).isEqualTo("platforms_apart");
        assertThat(of("site").known().orElseThrow()).isEqualByComparingTo("0.3");
        assertThat(of("tmall").known().orElseThrow()).isEqualByComparingTo("0.7");
        assertThat(shop.value("sessions", "2026-03-02")).isEqualTo("400");
    }

    private MetricValue of(String channel) {
        return Objects.requireNonNull(
                shop.metrics()
                        .answer(
                                shop.store(),
                                new Question(
                                        List.of("bounce_rate"),
                                        List.of(),
                                        Days.only(MONDAY),
                                        Map.of("channel", channel)))
                        .total()
                        .get("bounce_rate"));
    }
}

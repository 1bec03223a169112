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

/** A figure that a source gives without what it is made of is shown, and never put together. */
class ReportedTest {
    private static final String SATISFACTION = "service_satisfaction";
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @TempDir private Path folder;
    private StoreForTests shop;

    @BeforeEach
    void open() {
        shop = new StoreForTests(folder);
        shop.take(
                "day,agent,inquiries,received,response_seconds,satisfaction",
                "2026-03-02,Rita,10,8,30,95%",
                "2026-03-02,Leo,5,4,60,80%",
                "2026-03-03,Rita,12,9,20,90%",
                "2026-03-03,Leo,3,3,20,");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void isKnownWhereOneRowTellsIt() {
        assertThat(shop.value(SATISFACTION, "2026-03-03")).isEqualTo("0.9");
    }

    @Test
    void isNeverPutTogether() {
        assertThat(shop.value(SATISFACTION, "2026-03-02")).isEqualTo("as_reported");
        assertThat(shop.value(SATISFACTION, "2026-03-02", "2026-03-03")).isEqualTo("as_reported");
        assertThat(shop.value(SATISFACTION, "2026-03-04")).isEqualTo("not_delivered");
    }

    @Test
    void isKnownOfEachPerson() {
        assertThat(of("Leo")).isEqualTo("0.8");
        assertThat(of("Rita")).isEqualTo("0.95");
    }

    @Test
    void hasNoMeanOfDays() {
        List<LocalDate> days = List.of(MONDAY, TUESDAY);

        MetricValue mean =
                shop.metrics()
                        .daily(shop.store(), List.of(SATISFACTION), days)
                        .mean(days, SATISFACTION);

        assertThat(mean).isEqualTo(MetricValue.missing("as_reported"));
    }

    private String of(String agent) {
        Question one =
                new Question(
                        List.of(SATISFACTION),
                        List.of(),
                        Days.only(MONDAY),
                        Map.of("agent", agent));
        return shop.metrics()
                .answer(shop.store(), one)
                .total()
                .getOrDefault(SATISFACTION, MetricValue.missing("no_source"))
                .known()
                .orElseThrow()
                .stripTrailingZeros()
                .toPlainString();
    }
}

package app.rotina.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.warehouse.StoreForTests;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickEntryTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @TempDir Path folder;
    private StoreForTests shop;
    private QuickEntry entry;

    @BeforeEach
    void open() {
        shop = new StoreForTests(folder);
        entry = new QuickEntry(shop.warehouse(), StoreForTests.NOW);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void countsWhatIsEnteredAndLetsItBeCorrected() {
        enter(Map.of("chat_orders", "6", "chat_revenue", "1.290,00", "conversations", "41"));
        assertThat(shop.value("orders", "2026-03-02")).isEqualTo("6");
        assertThat(shop.value("net_revenue", "2026-03-02")).isEqualTo("1290");
        assertThat(shop.value("conversations", "2026-03-02")).isEqualTo("41");
        enter(Map.of("chat_orders", "7"));
        assertThat(shop.value("orders", "2026-03-02")).isEqualTo("7");
        assertThat(shop.value("net_revenue", "2026-03-02")).isEqualTo("1290");
    }

    @Test
    void givesWayOnceASourceDeliversTheDay() {
        enter(Map.of("chat_orders", "6", "chat_revenue", "1290,00", "site_visits", "50"));
        shop.take(
                "order_id,placed_at,status,channel,customer_id", "1,2026-03-02T10:00:00,,chat,ana");
        shop.take("line_id,order_id,sku,product_name,quantity,gross,amount", "a,1,A,Saia,1,90,90");
        shop.take("day,sessions", "2026-03-02,80");
        assertThat(shop.value("orders", "2026-03-02")).isEqualTo("1");
        assertThat(shop.value("net_revenue", "2026-03-02")).isEqualTo("90");
        assertThat(shop.value("site_visits", "2026-03-02")).isEqualTo("80");
    }

    @Test
    void staysBesideWhatASourceSaysOfOtherChannels() {
        enter(Map.of("chat_orders", "6", "chat_revenue", "1290,00"));
        shop.take(
                "order_id,placed_at,status,channel,customer_id", "1,2026-03-02T10:00:00,,site,ana");
        assertThat(shop.value("orders", "2026-03-02")).isEqualTo("7");
    }

    @Test
    void isThereAgainAfterARebuild() {
        enter(Map.of("chat_orders", "6", "chat_revenue", "1290,00", "conversations", "41"));
        enter(Map.of("chat_orders", "7"));
        List<String> before = shop.everything();
        shop.warehouse().imports().rebuild(shop.store());
        assertThat(shop.everything()).isEqualTo(before);
    }

    @Test
    void refusesANumberThatCanBeReadTwoWays() {
        assertThatThrownBy(() -> enter(Map.of("chat_revenue", "1.234")))
                .isInstanceOf(RotinaException.class);
        assertThatThrownBy(() -> enter(Map.of("conversations", "4,5")))
                .isInstanceOf(RotinaException.class);
    }

    @Test
    void refusesADayThatHasNotComeInTheStoresOwnTime() {
        // in São Paulo it is 20 March still when in London it is the 21st
        Clock late = Clock.fixed(Instant.parse("2026-03-21T02:30:00Z"), ZoneOffset.UTC);
        QuickEntry atNight = new QuickEntry(shop.warehouse(), late);
        LocalDate today = LocalDate.parse("2026-03-20");
        atNight.enter(shop.store(), shop.key(), today, Map.of("conversations", "4"), "ana");
        assertThatThrownBy(() ->
                        atNight.enter(
                                shop.store(),
                                shop.key(),
                                today.plusDays(1),
                                Map.of("conversations", "4"),
                                "ana"))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.ENTRY_IN_FUTURE));
        assertThat(shop.value("conversations", "2026-03-21")).isEqualTo("not_delivered");
    }

    private void enter(Map<String, String> figures) {
        entry.enter(shop.store(), shop.key(), DAY, figures, "ana");
    }
}

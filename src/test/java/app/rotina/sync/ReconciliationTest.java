package app.rotina.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.api.ServerForTests;
import app.rotina.kernel.Days;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Metrics;
import app.rotina.reach.OwnNetwork;
import app.rotina.state.SourceConnections.Connection;
import app.rotina.state.SourceCounts.Counted;
import app.rotina.state.SourceCounts.DayCount;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import app.rotina.sync.Reconciliation.Mended;
import app.rotina.sync.WooForTests.Order;
import app.rotina.warehouse.Warehouse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a shop has, held by day against what came from it; and only what differs is mended. */
class ReconciliationTest {
    private static ServerForTests server;
    private static Syncs syncs;
    private static Reconciliation reconciliation;
    private static int stores;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private WooForTests shop;
    private Store store;
    private Connection connection;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        server.bean(OwnNetwork.class).allow("127.0.0.1");
        syncs = server.bean(Syncs.class);
        reconciliation = server.bean(Reconciliation.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        shop = new WooForTests();
        store = StateForTests.store("counted-" + ++stores);
        server.bean(Stores.class).add(store);
        connection =
                syncs.connect(
                        store,
                        "woocommerce",
                        Map.of(
                                "address", shop.address(),
                                "key", WooForTests.KEY,
                                "secret", WooForTests.SECRET),
                        "ana");
        for (int back = 9; back >= 2; back--) {
            at(back);
            shop.add("10.00");
            shop.add("5.00");
        }
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void agreesWhereNothingWasLost() {
        pull();

        Counted counted = count();

        assertThat(counted.drift()).isEmpty();
        assertThat(counted.days()).hasSize(30);
        assertThat(day(counted, 4).sourceCount()).isEqualTo(2);
        assertThat(day(counted, 4).sourceSum()).isEqualByComparingTo("15");
        assertThat(day(counted, 4).ourSum()).isEqualByComparingTo("15");
    }

    @Test
    void findsWhatWasPutIntoThePastAndFetchesItAlone() {
        pull();
        at(8);
        Order late = shop.add("7.50");
        pull();
        assertThat(metric("gross_sales")).isEqualByComparingTo("120");

        Counted counted = count();
        assertThat(counted.drift()).hasSize(1);
        assertThat(day(counted, 8).lacking()).isEqualTo(1);
        assertThat(day(counted, 8).sourceSum().subtract(day(counted, 8).ourSum()))
                .isEqualByComparingTo(late.total());

        Mended mended = mend();
        assertThat(metric("gross_sales")).isEqualByComparingTo("127.50");
        assertThat(mended.brought().inserted()).isEqualTo(mended.brought().read());
        assertThat(mended.counted().drift()).isEmpty();
    }

    @Test
    void takesOutWhatWasDeletedForGood() {
        pull();
        Order gone = shop.orders.values().iterator().next();
        shop.orders.remove(gone.id);
        pull();
        assertThat(metric("orders")).isEqualByComparingTo("16");

        assertThat(day(count(), 9).gone()).isEqualTo(1);

        Mended mended = mend();
        assertThat(mended.gone()).isEqualTo(1);
        assertThat(mended.counted().drift()).isEmpty();
        assertThat(metric("orders")).isEqualByComparingTo("15");
        assertThat(metric("gross_sales")).isEqualByComparingTo("110");
    }

    @Test
    void bringsBackWhatTheShopShowsOnceMore() {
        pull();
        Order gone = shop.orders.values().iterator().next();
        shop.orders.remove(gone.id);
        var _ = count();
        var _ = mend();
        shop.orders.put(gone.id, gone);

        assertThat(day(count(), 9).lacking()).isEqualTo(1);
        assertThat(mend().counted().drift()).isEmpty();
        assertThat(metric("gross_sales")).isEqualByComparingTo("120");
    }

    @Test
    void findsAnAmountThatWasChangedBehindTheShopsBack() {
        pull();
        Order changed = shop.orders.values().iterator().next();
        changed.items.replaceAll((id, total) -> new BigDecimal("12.00"));

        assertThat(day(count(), 9).differing()).isEqualTo(1);

        assertThat(mend().counted().drift()).isEmpty();
        assertThat(metric("gross_sales")).isEqualByComparingTo("122");
    }

    @Test
    void callsNothingDriftThatIsStillToBeFetched() {
        pull();
        at(1);
        shop.add("99.00");
        Order touched = shop.orders.values().iterator().next();
        touched.status = "cancelled";
        shop.touch(touched);

        assertThat(count().drift()).isEmpty();
    }

    @Test
    void countsAgainWhereTheListMovesWhileItIsRead() {
        at(3);
        for (int i = 0; i < 150; i++) {
            shop.add("1.00");
        }
        pull();
        Order gone = shop.orders.values().iterator().next();
        shop.afterEachPage = () -> shop.orders.remove(gone.id);

        Counted counted = count();

        assertThat(counted.drift()).hasSize(1);
        assertThat(day(counted, 9).gone()).isEqualTo(1);
    }

    @Test
    void mendsOnlyTheDaysThatWereAskedFor() {
        pull();
        at(8);
        shop.add("7.50");
        at(6);
        shop.add("2.50");
        var _ = count();

        Mended mended = reconciliation.mend(store, connection.id(), Set.of(today.minusDays(8)));

        assertThat(metric("gross_sales")).isEqualByComparingTo("127.50");
        assertThat(mended.counted().drift())
                .extracting(DayCount::day)
                .containsExactly(today.minusDays(6));
    }

    @Test
    void countsNothingBeforeAllWasFetchedOnce() {
        assertThatThrownBy(this::count)
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.COUNT_TOO_EARLY));
        assertThat(reconciliation.last(connection).orElseThrow().problem()).isNotEmpty();
    }

    @Test
    void holdsAfterARebuild() {
        pull();
        shop.orders.remove(shop.orders.keySet().iterator().next());
        var _ = count();
        var _ = mend();

        server.bean(Warehouse.class).imports().rebuild(store);

        assertThat(metric("gross_sales")).isEqualByComparingTo("110");
        assertThat(count().drift()).isEmpty();
    }

    /** Noon in the shop's country, so many days ago. */
    private void at(int back) {
        shop.now = LocalDateTime.of(today.minusDays(back), LocalTime.of(15, 0));
    }

    private DayCount day(Counted counted, int back) {
        return counted.days().stream()
                .filter(each -> each.day().equals(today.minusDays(back)))
                .findFirst()
                .orElseThrow();
    }

    private void pull() {
        var _ = syncs.pull(store, connection.id());
    }

    private Counted count() {
        return reconciliation.count(store, connection.id());
    }

    private Mended mend() {
        return reconciliation.mend(store, connection.id(), reconciliation.driftDays(connection));
    }

    private BigDecimal metric(String metric) {
        return server.bean(Metrics.class)
                .value(store, metric, new Days(today.minusDays(20), today))
                .known()
                .orElse(BigDecimal.ZERO);
    }
}

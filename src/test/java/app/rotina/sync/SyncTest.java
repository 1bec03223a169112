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
import app.rotina.state.SourceConnections.Standing;
import app.rotina.state.StateForTests;
import app.rotina.state.Stores;
import app.rotina.sync.WooForTests.Order;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A store connected to a shop that is as strict, and as untidy, as real ones. */
class SyncTest {
    private static ServerForTests server;
    private static Syncs syncs;
    private static int stores;

    private WooForTests shop;
    private Store store;

    @BeforeAll
    static void start() {
        server = new ServerForTests();
        server.bean(OwnNetwork.class).allow("127.0.0.1");
        syncs = server.bean(Syncs.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        shop = new WooForTests();
        store = StateForTests.store("shop-" + ++stores);
        server.bean(Stores.class).add(store);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void bringsWhatTheShopHasAndThenWhatIsNew() {
        shop.add("10.10");
        shop.add("20.20");
        Connection connection = connect();

        syncs.pull(store, connection.id());
        assertThat(metric("gross_sales")).isEqualByComparingTo("30.30");

        shop.now = shop.now.plusDays(3);
        shop.add("5.00");
        syncs.pull(store, connection.id());

        assertThat(metric("gross_sales")).isEqualByComparingTo("35.30");
        assertThat(connection().standing()).isEqualTo(Standing.GOOD);
        assertThat(connection().succeededAt()).isNotNull();
    }

    @Test
    @DisplayName("94: no record is lost while pages shift, also among hundreds of one second")
    void losesNothingWhilePagesShift() {
        for (int i = 0; i < 350; i++) {
            shop.now = i < 250 ? shop.now : shop.now.plusSeconds(1);
            shop.add("1.00");
        }
        Connection connection = connect();
        Random random = new Random(1);
        shop.afterEachPage =
                () -> {
                    shop.now = shop.now.plusSeconds(1);
                    if (shop.requests < 30) {
                        shop.touch(List.copyOf(shop.orders.values()).get(random.nextInt(350)));
                    }
                };

        syncs.pull(store, connection.id());

        assertThat(metric("gross_sales")).isEqualByComparingTo("350");
    }

    @Test
    @DisplayName("95: a page of words instead of data is said plainly, and nothing is lost")
    void saysThatAPageIsNoData() {
        shop.add("10.00");
        Connection connection = connect();
        syncs.pull(store, connection.id());
        shop.closedForMaintenance = true;

        assertThatThrownBy(() -> syncs.pull(store, connection.id()))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.PULL_NOT_JSON));
        assertThat(connection().standing()).isEqualTo(Standing.FAILING);
        assertThat(metric("gross_sales")).isEqualByComparingTo("10");
    }

    @Test
    @DisplayName("96: keys revoked midway keep what came, and ask to connect anew")
    void keepsWhatCameWhenKeysAreRevoked() {
        for (int i = 0; i < 2_300; i++) {
            shop.now = shop.now.plusSeconds(1);
            shop.add("1.00");
        }
        Connection connection = connect();
        shop.afterEachPage = () -> shop.revoked = shop.requests > 24;

        assertThatThrownBy(() -> syncs.pull(store, connection.id()))
                .isInstanceOf(RotinaException.class)
                .hasMessageNotContaining(WooForTests.SECRET);
        assertThat(connection().standing()).isEqualTo(Standing.RECONNECT);
        assertThat(syncs.next(store, connection())).isNull();
        assertThat(metric("gross_sales")).isBetween(new BigDecimal(2000), new BigDecimal(2299));

        shop.revoked = false;
        shop.afterEachPage = () -> {};
        syncs.reconnect(store, connection.id(), said(), path -> path);
        syncs.pull(store, connection.id());
        assertThat(metric("gross_sales")).isEqualByComparingTo("2300");
    }

    @Test
    @DisplayName("97: a filter that is ignored is noticed")
    void noticesThatAFilterIsIgnored() {
        shop.add("10.00");
        shop.now = shop.now.plusDays(30);
        shop.add("20.00");
        Connection connection = connect();
        syncs.pull(store, connection.id());
        shop.ignoresSince = true;

        assertThatThrownBy(() -> syncs.pull(store, connection.id()))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.PULL_FILTER_IGNORED));
    }

    @Test
    @DisplayName("102, 59: a record from the future hides none that come after it")
    void isNotMisledByAClockThatIsAhead() {
        Order future = shop.add("10.00");
        future.modified = future.modified.plusYears(70);
        Connection connection = connect();
        syncs.pull(store, connection.id());
        Order late = shop.add("20.00");
        late.modified = LocalDateTime.now(ZoneOffset.UTC).withNano(0);

        syncs.pull(store, connection.id());

        assertThat(metric("orders")).isEqualByComparingTo("1");
    }

    @Test
    @DisplayName("103: of two pulls of one store one waits")
    void letsTheSecondPullWait() {
        for (int i = 0; i < 300; i++) {
            shop.now = shop.now.plusSeconds(1);
            shop.add("1.00");
        }
        Connection connection = connect();

        List<CompletableFuture<Void>> both =
                List.of(
                        CompletableFuture.runAsync(() -> syncs.pull(store, connection.id())),
                        CompletableFuture.runAsync(() -> syncs.pull(store, connection.id())));
        both.forEach(CompletableFuture::join);

        assertThat(metric("gross_sales")).isEqualByComparingTo("300");
    }

    @Test
    void waitsWhereTheShopIsBusy() {
        for (int i = 0; i < 250; i++) {
            shop.now = shop.now.plusSeconds(1);
            shop.add("1.00");
        }
        Connection connection = connect();
        shop.busyEvery = 2;

        syncs.pull(store, connection.id());

        assertThat(metric("gross_sales")).isEqualByComparingTo("250");
    }

    @Test
    void connectsNothingThatDoesNotAnswer() {
        shop.revoked = true;

        assertThatThrownBy(this::connect)
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.PULL_REFUSED));
        assertThat(syncs.of(store)).isEmpty();
    }

    @Test
    void tellsNobodyASecret() {
        Connection connection = connect();
        shop.revoked = true;
        String path = "/api/stores/" + store.id() + "/connections";
        String token = server.ownerToken();

        String told =
                server.call("GET", path, token).body()
                        + server.call("POST", path + "/" + connection.id() + "/sync", token).body()
                        + server.call("GET", path, token).body()
                        + server.call("GET", "/api/audit", token).body()
                        + connection;

        assertThat(told)
                .contains("woocommerce")
                .doesNotContain(WooForTests.SECRET, WooForTests.KEY);
    }

    @Test
    void fetchesAtTheHourThatAStoreChooses() {
        Connection connection = connect();
        syncs.pull(store, connection.id());
        assertThat(nextHour()).isEqualTo(LocalTime.of(4, 0));

        HttpResponse<String> chosen = choose("\"06:30\"");
        assertThat(chosen.statusCode()).isEqualTo(200);
        assertThat(chosen.body()).contains("06:30");
        assertThat(nextHour()).isEqualTo(LocalTime.of(6, 30));

        assertThat(choose("\"12:00\"").statusCode()).isEqualTo(400);
        assertThat(choose("\"soon\"").statusCode()).isEqualTo(400);
        assertThat(choose("null").statusCode()).isEqualTo(400);
        assertThat(nextHour()).isEqualTo(LocalTime.of(6, 30));
    }

    private LocalTime nextHour() {
        ZonedDateTime next =
                Objects.requireNonNull(syncs.next(store, connection())).atZone(store.zone());
        assertThat(next.toInstant())
                .isBetween(Instant.now(), Instant.now().plus(1, ChronoUnit.DAYS));
        return next.toLocalTime();
    }

    private HttpResponse<String> choose(String at) {
        return server.call(
                "PUT",
                "/api/stores/" + store.id() + "/connections/hour",
                server.ownerToken(),
                "{\"fetch_at\":" + at + "}");
    }

    @Test
    void saysThatThereIsNoSuchConnection() {
        String path = "/api/stores/" + store.id() + "/connections/999999999";
        String token = server.ownerToken();

        assertThat(server.call("POST", path + "/sync", token).statusCode()).isEqualTo(404);
        assertThat(server.call("DELETE", path, token).statusCode()).isEqualTo(404);
    }

    private BigDecimal metric(String metric) {
        return server.bean(Metrics.class)
                .value(store, metric, span())
                .known()
                .orElse(BigDecimal.ZERO);
    }

    /** The days that the shop's orders are of. */
    private Days span() {
        LocalDate first = LocalDate.parse("2026-03-01");
        LocalDate last =
                shop.orders.values().stream()
                        .map(order -> order.created.minusHours(3).toLocalDate())
                        .max(LocalDate::compareTo)
                        .orElse(first);
        return new Days(first, last);
    }

    private Connection connect() {
        return syncs.connect(store, "woocommerce", said(), "ana");
    }

    private Connection connection() {
        return syncs.of(store).getFirst();
    }

    private Map<String, String> said() {
        return Map.of(
                "address", shop.address() + "/",
                "key", WooForTests.KEY,
                "secret", WooForTests.SECRET);
    }
}

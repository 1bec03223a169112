package app.rotina.sync;

import app.rotina.kernel.Days;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Tests that each begin with a new store beside a platform that nobody has asked yet. */
abstract class WithApi<P extends ApiForTests.Platform> {
    static ConnectedForTests rotina;

    private final String connector;
    private final Supplier<P> platform;
    P shop;
    ApiForTests api;
    ConnectedForTests.Shop connected;

    WithApi(String connector, Supplier<P> platform) {
        this.connector = connector;
        this.platform = platform;
    }

    /** What its owner says to connect it: an app of their own, where they agree besides. */
    Map<String, String> said() {
        return Map.of(
                "address",
                api.address(),
                "site",
                api.address(),
                "id",
                ConsentForTests.ID,
                "secret",
                ApiForTests.SECRET,
                Consents.RETURN,
                "https://rotina.example/connections/callback");
    }

    /** The days that its figures are told of. */
    Days span() {
        LocalDate last = LocalDate.now(ZoneOffset.UTC);
        return new Days(last.minusDays(62), last);
    }

    @BeforeAll
    static void start() {
        rotina = new ConnectedForTests();
    }

    @AfterAll
    static void stop() {
        rotina.close();
    }

    @BeforeEach
    void open() {
        shop = platform.get();
        api = new ApiForTests(shop);
        connected = rotina.shop(connector);
    }

    @AfterEach
    void close() {
        api.close();
    }

    void connect() {
        if (Connectors.of(connector).asksConsent()) {
            connected.agree(said(), null);
        } else {
            connected.connect(said());
        }
    }

    BigDecimal metric(String metric) {
        return connected.metric(metric, span());
    }

    BigDecimal stock() {
        LocalDate today = LocalDate.now(connected.store.zone());
        return connected.metric("stock_on_hand", new Days(today.minusDays(2), today));
    }
}

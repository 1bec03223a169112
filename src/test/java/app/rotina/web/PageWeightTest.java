package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a phone loads that has nothing of Rotina kept yet, in bytes as they come over the wire. */
class PageWeightTest {
    private static final int FIRST_VIEW = 80 * 1024;
    private static final int WITH_CHARTS = 220 * 1024;

    private static final Map<String, Integer> LOADED = new LinkedHashMap<>();

    private static OwnerForTests owner;
    private static LocalDate yesterday;

    @BeforeAll
    static void start() {
        owner = new OwnerForTests();
        owner.fillWithSample(OwnerForTests.STORE, 3_000);
        yesterday = LocalDate.now(ZoneId.of("America/Sao_Paulo")).minusDays(1);
        keepNothing(owner.page());
    }

    private static void keepNothing(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("Network.enable");
        JsonObject none = new JsonObject();
        none.addProperty("cacheDisabled", true);
        session.send("Network.setCacheDisabled", none);
        Map<String, String> asked = new LinkedHashMap<>();
        session.on(
                "Network.responseReceived",
                told ->
                        asked.put(
                                told.get("requestId").getAsString(),
                                told.getAsJsonObject("response").get("url").getAsString()));
        session.on(
                "Network.loadingFinished",
                told ->
                        LOADED.merge(
                                asked.getOrDefault(told.get("requestId").getAsString(), "other"),
                                told.get("encodedDataLength").getAsInt(),
                                Integer::sum));
    }

    @AfterAll
    static void stop() {
        if (owner != null) {
            owner.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/why/DAY", "/month/MONTH", "/sheet"})
    void opensWithLittle(String path) {
        open(path);
        assertThat(bytes()).as(LOADED.toString()).isBetween(10_000, FIRST_VIEW);
    }

    @Test
    void staysSmallWithItsCharts() {
        open("/metric/net_revenue?span=last_30");
        assertThat(bytes()).as(LOADED.toString()).isLessThanOrEqualTo(FIRST_VIEW);
        owner.page().click("[data-explore]");
        owner.page().waitForSelector(".explored canvas");
        owner.page().waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(LOADED.keySet()).anyMatch(url -> url.contains("charts"));
        assertThat(bytes()).as(LOADED.toString()).isBetween(FIRST_VIEW, WITH_CHARTS);
    }

    private static void open(String path) {
        LOADED.clear();
        owner.open(
                OwnerForTests.STORE,
                path.replace("DAY", yesterday.toString())
                        .replace("MONTH", YearMonth.from(yesterday).toString()));
        owner.page().waitForLoadState(LoadState.NETWORKIDLE);
    }

    private static int bytes() {
        return LOADED.values().stream().mapToInt(Integer::intValue).sum();
    }
}

package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.reach.OwnNetwork;
import app.rotina.sync.WooForTests;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An owner connects a shop in a real browser, sees what it brought, and lets it go. */
class ConnectWalkTest {
    private static OwnerForTests owner;
    private static WooForTests shop;

    private final LocalDate yesterday = LocalDate.now(ZoneId.of("America/Sao_Paulo")).minusDays(1);
    private final List<String> barriers = new ArrayList<>();

    @BeforeAll
    static void start() {
        owner = new OwnerForTests();
        owner.server().bean(OwnNetwork.class).allow("127.0.0.1");
        shop = new WooForTests();
    }

    @AfterAll
    static void stop() {
        owner.close();
        shop.close();
    }

    @Test
    void leadsFromTheFirstStepsToFiguresOfTheShop() {
        for (int back = 6; back >= 0; back--) {
            shop.now = LocalDateTime.of(yesterday.minusDays(back), LocalTime.of(15, 0));
            shop.add("80.00");
        }
        Page page = owner.open(OwnerForTests.STORE, "");
        page.click(".first-steps a[href$='/connections/new']");
        page.click(".connect-kinds a[href$='connector=woocommerce']");
        look(page);
        refuseWrongKeys(page);
        connect(page);
        readFigures(page);
        mendADay(page);
        makeAnAddress(page);
        onADesk(page);
        remove(page);
        assertThat(barriers).isEmpty();
        assertThat(owner.complaints()).filteredOn(one -> !one.contains("422")).isEmpty();
    }

    private void refuseWrongKeys(Page page) {
        shop.revoked = true;
        fill(page);
        page.click("main button.main");
        assertThat(page.textContent("#error-key")).contains("does not accept these keys");
        assertThat(page.inputValue("#field-address")).isEqualTo(shop.address());
        assertThat(page.inputValue("#field-secret")).isEmpty();
        assertThat(page.content()).doesNotContain(WooForTests.SECRET);
        look(page);
        shop.revoked = false;
    }

    private void connect(Page page) {
        fill(page);
        page.click("main button.main");
        assertThat(page.url()).contains("/sources?done=connected");
        look(page);
        page.waitForSelector(".connection .badge.met");
        page.waitForSelector(".connection-held.met");
        assertThat(page.textContent(".connection")).contains("WooCommerce", shop.address());
        look(page);
    }

    private void readFigures(Page page) {
        owner.open(OwnerForTests.STORE, "");
        assertThat(page.textContent("main")).contains("80.00");
        look(page);
    }

    private void mendADay(Page page) {
        shop.now = LocalDateTime.of(yesterday.minusDays(4), LocalTime.of(15, 0));
        shop.add("33.00");
        owner.open(OwnerForTests.STORE, "/sources");
        page.click(".connection form[action$='/count'] button");
        page.waitForSelector(".connection-held.alert tbody tr");
        assertThat(page.textContent(".connection-held")).contains("113.00", "one lacks here");
        look(page);
        page.click(".connection form[action$='/mending'] button");
        page.waitForSelector(".connection-held.met");
    }

    private void makeAnAddress(Page page) {
        page.click(".connection a[href*='/connections/']");
        look(page);
        assertThat(page.textContent("label[for=field-secret]")).contains("leave empty to keep");
        page.click("main button.main");
        assertThat(page.url()).contains("/sources?done=reconnected");
        page.waitForSelector(".connection .badge.met");
        page.click(".connection a[href*='/connections/']");
        page.click("form[action*='/webhook'] button");
        assertThat(page.inputValue("#hook-address")).contains("/api/hooks/");
        assertThat(page.inputValue("#hook-secret")).hasSizeGreaterThan(40);
        look(page);
        page.click(".page-head a");
        assertThat(page.textContent(".connection .facts")).contains("told nothing yet");
    }

    private void onADesk(Page page) {
        page.setViewportSize(1280, 800);
        for (String path : List.of("/sources", "/connections/new", "/connections/1")) {
            owner.open(OwnerForTests.STORE, path);
            look(page);
        }
        page.setViewportSize(360, 740);
    }

    private void remove(Page page) {
        owner.open(OwnerForTests.STORE, "/sources");
        page.click(".connection .confirm summary");
        assertThat(page.textContent(".connection .confirm")).contains("stays");
        look(page);
        page.click(".connection .confirm button");
        assertThat(page.locator(".connection").count()).isZero();
        assertThat(page.textContent("main")).contains("delete there the webhooks");
        owner.open(OwnerForTests.STORE, "");
        assertThat(page.textContent("main")).contains("80.00");
    }

    private static void fill(Page page) {
        page.fill("#field-address", shop.address());
        page.fill("#field-key", WooForTests.KEY);
        page.fill("#field-secret", WooForTests.SECRET);
    }

    /** No barrier, and nothing wider than the window. */
    private void look(Page page) {
        BrowserForTests.barriers(page).forEach(one -> barriers.add(page.url() + " " + one));
        assertThat(BrowserForTests.overflow(page)).as(page.url()).isZero();
    }
}

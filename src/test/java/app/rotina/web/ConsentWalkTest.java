package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.reach.OwnNetwork;
import app.rotina.sync.ApiForTests;
import app.rotina.sync.MercadoLivreForTests;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An owner agrees on the shop's own page, in a real browser, and comes back connected. */
class ConsentWalkTest {
    private static OwnerForTests owner;
    private static MercadoLivreForTests shop;
    private static ApiForTests api;

    private final List<String> barriers = new ArrayList<>();

    @BeforeAll
    static void start() {
        owner = new OwnerForTests();
        owner.server().bean(OwnNetwork.class).allow("127.0.0.1");
        shop = new MercadoLivreForTests();
        api = new ApiForTests(shop);
    }

    @AfterAll
    static void stop() {
        owner.close();
        api.close();
    }

    @Test
    void leadsToTheShopAndBack() {
        shop.now = Instant.now().minus(Duration.ofDays(1));
        shop.add("80.00");
        Page page = owner.open(OwnerForTests.STORE, "/connections/new?connector=mercado-livre");
        assertThat(page.inputValue("#field-return")).endsWith("/connections/callback");
        assertThat(page.inputValue("#field-address")).isEqualTo("https://api.mercadolibre.com");
        look(page);
        refuse(page);
        comeBack(page);
        pasteAndAgreeAnew(page);
        answerToNobodyElse(page);
        assertThat(barriers).isEmpty();
    }

    private void refuse(Page page) {
        shop.consent.denies = true;
        fill(page);
        page.click("main button.main");
        assertThat(page.url()).endsWith("/connections/consent");
        look(page);
        page.click("#agree");
        page.waitForURL("**/connections/consent/end");
        assertThat(page.textContent("main")).contains("access_denied");
        assertThat(page.content()).doesNotContain(ApiForTests.SECRET);
        look(page);
        shop.consent.denies = false;
        page.click("main .card a.button.main");
    }

    private void comeBack(Page page) {
        fill(page);
        page.click("main button.main");
        page.click("#agree");
        page.waitForURL("**/sources?done=connected");
        page.waitForSelector(".connection .badge.met");
        assertThat(page.textContent(".connection")).contains("Mercado Livre", "55001");
        assertThat(page.content()).doesNotContain(ApiForTests.SECRET);
        look(page);
        owner.open(OwnerForTests.STORE, "");
        assertThat(page.textContent("main")).contains("80.00");
    }

    /** The server has no address on the internet: the shop sends them to another page. */
    private void pasteAndAgreeAnew(Page page) {
        owner.open(OwnerForTests.STORE, "/sources");
        page.click(".connection a[href*='/connections/']");
        page.fill("#field-return", api.address() + "/elsewhere");
        look(page);
        page.click("form[action$='/keys'] button.main");
        page.fill("#pasted", "https://rotina.example/");
        page.click("form[action$='/consent'] button");
        assertThat(page.textContent("main")).contains("no answer of the shop");
        look(page);
        page.click("#agree");
        page.waitForURL("**/elsewhere**");
        String came = page.url();
        owner.open(OwnerForTests.STORE, "/connections/consent");
        page.fill("#pasted", came);
        page.click("form[action$='/consent'] button");
        assertThat(page.url()).endsWith("/sources?done=reconnected");
        owner.open(OwnerForTests.STORE, "/connections/consent");
        assertThat(page.url()).endsWith("/connections/new");
    }

    private void answerToNobodyElse(Page page) {
        URI invented = owner.server().url("/connections/callback?code=a&state=b");
        page.navigate(invented.toString());
        assertThat(page.textContent("main")).contains("Begin again");
        page.context().browser().newContext().newPage().navigate(invented.toString());
        assertThat(owner.server().call("GET", "/connections/callback?state=b", null).statusCode())
                .isNotEqualTo(200);
    }

    private static void fill(Page page) {
        page.fill("#field-id", "app-77");
        page.fill("#field-secret", ApiForTests.SECRET);
        page.fill("#field-site", api.address());
        page.fill("#field-address", api.address());
    }

    /** No barrier, and nothing wider than the window. */
    private void look(Page page) {
        BrowserForTests.barriers(page).forEach(one -> barriers.add(page.url() + " " + one));
        assertThat(BrowserForTests.overflow(page)).as(page.url()).isZero();
    }
}

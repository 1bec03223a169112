package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.cli.ReportShop;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A team's week on a phone: the review is written and signed, the meeting held, a notice read. */
class ReviewWalkTest {
    private static BrowserForTests browser;
    private static ReportShop shop;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void start() {
        browser = new BrowserForTests();
        shop = new ReportShop();
    }

    @AfterAll
    static void stop() {
        if (shop != null) {
            shop.close();
        }
        browser.close();
    }

    @Test
    void goesFromTheReviewToTheMeetingAndTheBulletin() {
        try (BrowserContext phone = browser.phone(Locale.UK)) {
            Page page = phone.newPage();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            signIn(page);
            writesAndSigns(page);
            holdsTheMeeting(page);
            tellsAndReads(page);
            assertThat(complaints).isEmpty();
        }
    }

    private static void signIn(Page page) {
        String token = shop.server.server().firstRunToken().orElseThrow();
        page.navigate(shop.server.url("/start?token=" + token).toString());
        page.fill("#name", "Ana Exemplo");
        page.fill("#email", "ana@example.org");
        page.fill("#password", "a long enough one");
        page.click("main button.main");
    }

    private static void writesAndSigns(Page page) {
        page.navigate(shop.server.url("/s/shop/reviews").toString());
        check(page);
        String running = ".review-list li:has-text('Running')";
        assertThat(page.innerText(running + " >> nth=0")).contains("so far");
        assertThat(page.locator(running + " .met, " + running + " .missed").count()).isZero();
        page.click(".review-list a[href$='/reviews/weekly/2026-04-13']");
        assertThat(page.innerText("main")).contains("What cost money", "What worked");
        check(page);
        page.click("#failed .review-write summary");
        page.fill("#text-failed", "The chat was down <img src=x> on Thursday.");
        page.click("#failed .review-write button");
        assertThat(page.innerText("#failed .review-text")).contains("<img src=x>", "Ana Exemplo");
        page.click("#failed .review-parts button >> nth=0");
        assertThat(page.innerText("#failed .review-parts")).contains("Task opened");
        page.click(".review-sign button");
        assertThat(page.innerText(".review-signed")).contains("Signed by Ana Exemplo");
        assertThat(page.locator(".review-write").count()).isZero();
        check(page);
    }

    private static void holdsTheMeeting(Page page) {
        page.navigate(shop.server.url("/s/shop/meetings").toString());
        page.fill("#text", "Coffee \u202Efor the team");
        page.click("main form[action$='/suggestions'] button");
        check(page);
        page.click("form:has(input[value=weekly]) button");
        assertThat(page.innerText("main")).contains("Coffee", "Review");
        check(page);
        page.check(".meeting-people input[type=checkbox] >> nth=0");
        page.click(".meeting-people button");
        page.fill(".meeting-item textarea >> nth=-1", "Buy a good one");
        page.click(".meeting-item .quiet >> nth=-1");
        assertThat(page.innerText("main")).contains("Task opened");
        page.click("main form[action$='/closing'] button");
        assertThat(page.innerText("main")).contains("Closed by Ana Exemplo", "Buy a good one");
        check(page);
        page.navigate(shop.server.url("/s/shop/tasks").toString());
        assertThat(page.innerText("main")).contains("Buy a good one");
    }

    private static void tellsAndReads(Page page) {
        shop.run("bulletin", "shop", "--say=Delivery takes two days more");
        page.navigate(shop.server.url("/s/shop/bulletin").toString());
        page.fill("#title", "Gift paper is back");
        page.click("main form[action$='/bulletin'] button");
        assertThat(page.innerText("main")).contains("Nobody else is here to read it");
        check(page);
        page.navigate(shop.server.url("/s/shop").toString());
        assertThat(page.innerText("main"))
                .contains("Delivery takes two days more")
                .doesNotContain("Gift paper is back");
        check(page);
        page.click("main form[action$='/receipt'] button");
        assertThat(page.innerText("main")).doesNotContain("Delivery takes two days more");
        page.navigate(shop.server.url("/s/shop/bulletin").toString());
        assertThat(page.innerText("main")).contains("Read by 1 of 1");
    }

    private static void check(Page page) {
        assertThat(BrowserForTests.overflow(page)).as(page.url()).isZero();
        assertThat(BrowserForTests.barriers(page)).as(page.url()).isEmpty();
    }
}

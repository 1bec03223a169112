package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.cli.ReportShop;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The way to a report, on a phone: from Today to the group, and as a file to the meeting. */
class ReportsPageTest {
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
    void leadsFromTodayToTheGroupAndToTheMeeting() throws IOException {
        try (BrowserContext phone = browser.phone(Locale.UK)) {
            phone.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            Page page = phone.newPage();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            signIn(page);
            sharesTheDay(page);
            showsEveryKind(page);
            givesThePdf(page);
            assertThat(complaints).isEmpty();
            leadsThereWithoutScripts(phone);
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

    private static void sharesTheDay(Page page) {
        page.navigate(shop.server.url("/s/shop/day/" + ReportShop.BAD_DAY).toString());
        page.click("a.share");
        page.waitForSelector("a.share:has-text('Copied')");
        assertThat((String) page.evaluate("navigator.clipboard.readText()"))
                .contains("Target missed by R$")
                .contains("Main cause");
        assertThat(BrowserForTests.barriers(page)).isEmpty();
    }

    private static void showsEveryKind(Page page) {
        page.navigate(shop.server.url("/s/shop/reports").toString());
        for (String kind : List.of("Weekly", "Fortnightly", "Monthly", "Daily")) {
            page.click(".report-kinds a:text-is('" + kind + "')");
            assertThat(page.innerText("main")).contains("Why", "Channels");
            assertThat(BrowserForTests.overflow(page)).as(kind).isZero();
            assertThat(BrowserForTests.barriers(page)).as(kind).isEmpty();
        }
        page.click("a[rel=prev]");
        assertThat(page.innerText(".day-title")).contains("18");
        assertThat(page.locator("img").count()).isZero();
    }

    private static void givesThePdf(Page page) throws IOException {
        Download pdf = page.waitForDownload(() -> page.click("a[href*='/reports/pdf']"));
        assertThat(pdf.suggestedFilename()).isEqualTo("shop-daily-2026-04-18.pdf");
        byte[] file = Files.readAllBytes(pdf.path());
        assertThat(new String(file, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    private static void leadsThereWithoutScripts(BrowserContext phone) {
        try (BrowserContext plain = browser.withoutScript(phone)) {
            Page page = plain.newPage();
            page.navigate(shop.server.url("/s/shop/day/" + ReportShop.BAD_DAY).toString());
            page.click("a.share");
            assertThat(page.url()).contains("/reports?kind=daily&date=" + ReportShop.BAD_DAY);
            page.click("summary:has-text('Message')");
            assertThat(page.innerText(".share-text")).contains("Main cause");
        }
    }
}

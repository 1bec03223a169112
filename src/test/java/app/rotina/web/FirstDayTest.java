package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first day of an owner, in a real browser on a phone: account, store, file, goal, verdict,
 * rows, out.
 */
class FirstDayTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static ServerForTests server;
    private static BrowserForTests browser;

    @TempDir private Path folder;
    private final List<String> barriers = new ArrayList<>();

    @BeforeAll
    static void start() {
        browser = new BrowserForTests();
        server = new ServerForTests();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        browser.close();
    }

    @Test
    void leadsFromTheConsoleTokenToAVerdictAndItsRows() throws IOException {
        LocalDate yesterday = LocalDate.now(ZONE).minusDays(1);
        try (BrowserContext phone = browser.phone(Locale.UK)) {
            Page page = phone.newPage();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            openAccount(page);
            addStore(page);
            importFile(page, yesterday);
            setGoal(page, yesterday);
            closeDay(page, yesterday);
            readVerdict(page);
            openRows(page, yesterday);
            enterByHand(page);
            lookAtTheRest(page);
            readInOtherLanguages(page);
            signOut(page);
            assertThat(complaints).isEmpty();
        }
        assertThat(barriers).isEmpty();
    }

    private void openAccount(Page page) {
        String token = server.server().firstRunToken().orElseThrow();
        page.navigate(server.url("/start?token=" + token).toString());
        check(page);
        page.fill("#name", "Ana Exemplo");
        page.fill("#email", "ana@example.org");
        page.fill("#password", "a long enough one");
        page.click("main button.main");
        assertThat(page.url()).as(page.innerText("main")).endsWith("/stores/new");
    }

    private void addStore(Page page) {
        check(page);
        page.fill("#name", "Corner Shop <b>&</b> Sons");
        page.fill("#id", "corner");
        page.click("main button.main");
        assertThat(page.url()).endsWith("/s/corner");
        assertThat(page.textContent(".sentence"))
                .isEqualTo("No orders have arrived for this day yet");
        check(page);
    }

    private void importFile(Page page, LocalDate yesterday) throws IOException {
        page.click(".first-steps a[href$='/import']");
        check(page);
        page.setInputFiles("#files", orders(yesterday));
        page.waitForURL("**/import/*");
        assertThat(page.textContent(".badge.met")).contains("UCI Online Retail");
        check(page);
        page.click("main button.main");
        page.waitForSelector("table.rows td.main");
        assertThat(page.textContent("table.rows td.main")).isEqualTo("64");
        assertThat(page.textContent(".facts dd")).contains("£");
        check(page);
    }

    private void setGoal(Page page, LocalDate yesterday) {
        page.navigate(
                server.url("/s/corner/goals?month=" + yesterday.toString().substring(0, 7))
                        .toString());
        page.fill("#value", "50,000.00");
        page.click("main form[action$='/goals'] button.main");
        assertThat(page.textContent("#days-title")).startsWith("£50,000.00");
        check(page);
    }

    private void closeDay(Page page, LocalDate yesterday) {
        assertThat(page.textContent("#steps-title")).contains("4 of 4");
        page.click(".first-steps button.main");
        assertThat(page.url()).contains("/day/" + yesterday);
        assertThat(page.locator(".first-steps").count()).isZero();
        check(page);
    }

    private void readVerdict(Page page) {
        page.click(".menu a");
        assertThat(page.textContent(".sentence")).startsWith("Missed by £");
        assertThat(page.textContent(".verdict .detail")).contains("£90.00");
        Locator why = page.locator(".verdict .cause");
        assertThat(why.boundingBox().y + why.boundingBox().height).isLessThan(740 - 57);
        check(page);
    }

    private void openRows(Page page, LocalDate yesterday) {
        page.click(".verdict a.figure");
        assertThat(page.innerText(".headline")).isEqualTo("£90.00");
        assertThat(page.locator("table.rows tbody tr").count()).isEqualTo(2);
        assertThat(page.textContent("table.rows tbody")).contains("orders.csv");
        check(page);
        page.click(".page-head a");
        assertThat(page.url()).endsWith("/day/" + yesterday);
    }

    private void enterByHand(Page page) {
        page.click(".all-places summary");
        page.click(".places a[href$='/entry']");
        page.fill("#conversations", "41");
        page.fill("#chat_revenue", "1,290.00");
        page.fill("#chat_orders", "6");
        page.click("main button.main");
        assertThat(page.inputValue("#chat_revenue")).isEqualTo("1,290");
        check(page);
    }

    private void lookAtTheRest(Page page) {
        for (String path : List.of("/", "/s/corner/settings", "/s/corner/quarantine")) {
            page.navigate(server.url(path).toString());
            check(page);
        }
    }

    private void readInOtherLanguages(Page page) {
        for (String language : List.of("pt-BR", "zh-CN")) {
            page.navigate(server.url("/s/corner").toString());
            page.click(".account summary");
            page.click("button[value='" + language + "']");
            page.click(".account summary");
            page.click("button[value='dark']");
            assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
            for (String path : List.of("", "/goals", "/import", "/entry")) {
                page.navigate(server.url("/s/corner" + path).toString());
                check(page);
            }
        }
    }

    private void signOut(Page page) {
        page.click(".account summary");
        page.click("form[action='/sign-out'] button");
        assertThat(page.url()).endsWith("/sign-in");
        check(page);
        page.navigate(server.url("/s/corner").toString());
        assertThat(page.url()).endsWith("/sign-in");
    }

    /** No barrier, and nothing wider than the phone. */
    private void check(Page page) {
        BrowserForTests.barriers(page).forEach(one -> barriers.add(page.url() + " " + one));
        assertThat(BrowserForTests.overflow(page)).as(page.url()).isZero();
    }

    /** Thirty-two days with one order of two lines each; yesterday's comes to 90 pounds. */
    private Path orders(LocalDate yesterday) throws IOException {
        StringBuilder csv =
                new StringBuilder(
                        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
        for (int back = 31; back >= 0; back--) {
            LocalDate day = yesterday.minusDays(back);
            int invoice = 536365 + 31 - back;
            csv.append(
                    invoice + ",85123A,WHITE LANTERN,2," + day + " 10:00:00,30.00,17850,France\n");
            csv.append(invoice + ",22423,CAKE STAND,3," + day + " 10:00:00,10.00,17850,France\n");
        }
        return Files.writeString(folder.resolve("orders.csv"), csv);
    }
}

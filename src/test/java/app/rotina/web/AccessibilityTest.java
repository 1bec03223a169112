package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.sample.SampleStore;
import app.rotina.state.Stores;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page of the menu in every language and theme, and names that somebody chose badly. */
class AccessibilityTest {
    private static final String HOSTILE =
            "<img src=x onerror=alert(1)> \u202eبلوزة\u202c 👗👨‍👩‍👧 \"'&amp; {0} ${x} "
                    + "Loooooong".repeat(14);

    private static OwnerForTests owner;

    @TempDir private static Path folder;

    @BeforeAll
    static void start() {
        owner = new OwnerForTests();
        Store sample = SampleStore.STORE;
        add("sample", sample.zone(), sample.currency());
        add("corner", ZoneId.of("Europe/London"), Currency.getInstance("GBP"));
        owner.fillWithSample("sample", 3_000);
    }

    private static void add(String id, ZoneId zone, Currency currency) {
        Store usual = SampleStore.STORE;
        owner.server()
                .bean(Stores.class)
                .add(
                        new Store(
                                id,
                                HOSTILE.substring(0, 190),
                                zone,
                                currency,
                                usual.locale(),
                                usual.basis(),
                                usual.identity()));
    }

    @AfterAll
    static void stop() {
        owner.close();
    }

    @Test
    void keepsEveryPageOfTheMenuOpenToEverybody() {
        List<String> barriers = new ArrayList<>();
        for (Locale language : Texts.LOCALES) {
            for (String theme : List.of("light", "dark")) {
                dress(owner.page().context(), language, theme);
                for (String address : addresses()) {
                    barriers.addAll(barriers(address, language + " " + theme));
                }
            }
        }
        assertThat(barriers).isEmpty();
        assertThat(owner.complaints()).isEmpty();
    }

    @Test
    void showsTheNamesOfProductsAsTheyAre() throws IOException {
        Page page = owner.open("corner", "/import");
        LocalDate yesterday = LocalDate.now(ZoneId.of("Europe/London")).minusDays(1);
        page.setInputFiles("#files", orders(yesterday));
        page.waitForURL("**/import/*");
        page.click("main button.main");
        page.waitForSelector("table.rows td.main");
        for (String path : List.of("", "/rows?metric=units&from=%1$s&to=%1$s")) {
            String address = "/s/corner" + path.formatted(yesterday);
            assertThat(barriers(address, "hostile product")).isEmpty();
        }
        assertThat(owner.page().innerText("table.rows")).contains("<img src=x onerror");
        assertThat(owner.page().locator("img").count()).isZero();
        assertThat(owner.complaints()).isEmpty();
    }

    private static List<String> addresses() {
        Page page = owner.open("sample", "");
        Stream<String> menu =
                page.locator(".places a").all().stream().map(link -> link.getAttribute("href"));
        return Stream.concat(
                        menu,
                        Stream.of(
                                "/preferences",
                                "/design",
                                "/stores/new",
                                "/account",
                                "/account/app",
                                "/account/tokens"))
                .toList();
    }

    private static List<String> barriers(String address, String how) {
        Page page = owner.page();
        page.navigate(owner.server().url(address).toString());
        List<String> found = new ArrayList<>(BrowserForTests.barriers(page));
        if (BrowserForTests.overflow(page) > 0) {
            found.add("wider than the screen");
        }
        return found.stream().map(one -> address + " " + how + ": " + one).toList();
    }

    private static void dress(BrowserContext context, Locale language, String theme) {
        String url = owner.server().url("/").toString();
        context.addCookies(
                List.of(
                        new Cookie("language", language.toLanguageTag()).setUrl(url),
                        new Cookie("theme", theme).setUrl(url)));
    }

    private static Path orders(LocalDate day) throws IOException {
        String name = HOSTILE.replace("\"", "\"\"");
        return Files.writeString(
                folder.resolve("orders.csv"),
                "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
                        + "536365,85123A,\""
                        + name
                        + "\",2,"
                        + day
                        + " 10:00:00,30.00,17850,France\n");
    }
}

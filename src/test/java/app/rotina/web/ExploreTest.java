package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.api.ServerForTests;
import app.rotina.state.Notes;
import app.rotina.state.Stores;
import app.rotina.state.Vault;
import app.rotina.warehouse.ImportProgress;
import app.rotina.warehouse.Uploads;
import app.rotina.warehouse.Uploads.Sender;
import app.rotina.warehouse.Uploads.Upload;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking around in a real browser, on a phone and on a desk: channels, products, a metric. */
class ExploreTest {
    private static final String STORE = OwnerForTests.STORE;
    private static final String HOSTILE =
            "<img src=x onerror=alert(1)> \u202Eevil\u202C \uD83D\uDECD " + "w".repeat(150);

    @TempDir private static Path folder;
    private static OwnerForTests owner;
    private static LocalDate yesterday;

    private final List<String> barriers = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        owner = new OwnerForTests();
        yesterday = LocalDate.now(ZoneId.of("America/Sao_Paulo")).minusDays(1);
        ServerForTests server = owner.server();
        server.bean(Uploads.class)
                .take(
                        server.bean(Stores.class).of(STORE),
                        server.bean(Vault.class).key(STORE),
                        files(),
                        new Sender("ana@example.org", null, Map.of()),
                        new ImportProgress());
    }

    @AfterAll
    static void stop() {
        if (owner != null) {
            owner.close();
        }
    }

    @Test
    void goesFromChannelsToRowsAndBack() {
        Page page = owner.open(STORE, "/channels");
        assertThat(page.innerText(".lines tbody td.main a")).contains("R$");
        page.selectOption("select[name=span]", new SelectOption().setValue("month"));
        page.waitForURL("**span=month**");
        page.click(".grains a[data-key=w]");
        assertThat(page.url()).contains("grain=week").contains("span=month");
        String total = page.locator(".lines tbody td.main a").first().innerText();
        page.click(".lines tbody th a");
        assertThat(page.innerText("h1")).isIn("Site", "Chat");
        page.click(".lines tbody td.main a");
        assertThat(page.innerText(".headline")).isEqualTo(total);
        page.goBack();
        page.goBack();
        assertThat(page.innerText("h1")).isEqualTo("Channels");
        check(page);
    }

    @Test
    void findsAProductAndSortsByAColumn() {
        Page page = owner.open(STORE, "/products?span=last_30");
        assertThat(page.locator(".lines tbody tr").count()).isEqualTo(4);
        page.fill("#q", "ipe");
        page.click("form[role=search] .button");
        assertThat(page.locator(".lines tbody tr:not(.whole)").count()).isEqualTo(1);
        assertThat(page.url()).contains("span=last_30");
        page.click(".lines tbody th a");
        assertThat(page.innerText("h1")).contains("Vestido Ipê").contains("hero");
        assertThat(page.innerText(".variants .out")).as("the size that is missing").contains("0");
        check(page);
        page.navigate(page.url().replaceAll("/products/.*", "/products?sort=units&span=last_30"));
        assertThat(page.innerText(".lines tbody th")).contains("Saia Rodada");
        check(page);
    }

    @Test
    void readsHostileNamesAsText() {
        Page page = owner.open(STORE, "/products?span=last_7&q=onerror");
        assertThat(page.innerText(".lines tbody th")).contains("<img src=x onerror");
        page.click(".lines tbody th a");
        assertThat(page.innerText("h1")).contains("<img src=x onerror");
        check(page);
    }

    @Test
    void exploresAChartWithoutAComplaint() {
        owner.complaints();
        Page page = owner.open(STORE, "/metric/placed_revenue?span=last_30&against=weekdays");
        assertThat(page.locator(".plot path.actual").count()).isEqualTo(1);
        check(page);
        page.click("[data-explore]");
        page.waitForSelector(".explored canvas");
        Download picture = page.waitForDownload(() -> page.click("[data-picture]"));
        assertThat(picture.suggestedFilename()).endsWith(".png");
        check(page);
        assertThat(owner.complaints()).isEmpty();
    }

    @Test
    void takesATableAlong() throws IOException {
        Page page = owner.open(STORE, "/channels?span=last_7");
        Download csv = page.waitForDownload(() -> page.locator(".exports a").first().click());
        Path file = folder.resolve("channels.csv");
        csv.saveAs(file);
        assertThat(Files.readString(file, StandardCharsets.UTF_8))
                .startsWith("\uFEFFchannel,")
                .contains("\r\nSite,");
        Download workbook = page.waitForDownload(() -> page.locator(".exports a").nth(1).click());
        assertThat(workbook.suggestedFilename()).endsWith(".xlsx");
    }

    @Test
    void tellsWhatAFigureMeansOnATap() {
        Page page = owner.open(STORE, "/products?span=last_30&q=ipe");
        page.click(".lines tbody th a");
        Locator term = page.locator(".trio .tip").first();
        Locator said = page.locator(".tip-says:popover-open");
        assertThat(term.boundingBox().height).isGreaterThanOrEqualTo(24);
        term.click();
        assertThat(said.innerText()).isNotBlank();
        check(page);
        page.keyboard().press("Escape");
        assertThat(said.count()).isZero();
        term.focus();
        page.keyboard().press("Enter");
        assertThat(said.count()).isEqualTo(1);
        page.keyboard().press("Escape");
        page.click(".meanings summary");
        assertThat(page.locator(".meanings dd").first().innerText()).isNotBlank();
        check(page);
    }

    @Test
    void marksWhatHappenedOnEveryChart() {
        owner.server()
                .bean(Notes.class)
                .write(STORE, yesterday, "ana@example.org", "The lorry came");
        Page page = owner.open(STORE, "/actions");
        page.fill("#name", "New photos");
        page.fill("#from", yesterday.toString());
        page.click("main button.main");
        for (String path : List.of("/channels", "/products?q=ipe")) {
            owner.open(STORE, path);
            page.click(".lines tbody th a");
            check(page);
            unfoldMarks(page);
            assertThat(page.locator(".marks-list a").allInnerTexts())
                    .contains("The lorry came", "New photos");
        }
        owner.open(STORE, "/month/" + YearMonth.from(yesterday));
        check(page);
        unfoldMarks(page);
        page.click(".marks-list a:has-text('The lorry came')");
        assertThat(page.url()).endsWith("/day/" + yesterday + "#notes");
    }

    /** Many marks are told on a tap. */
    private static void unfoldMarks(Page page) {
        if (!page.isVisible(".marks-list a:has-text('The lorry came')")) {
            page.click("details.as-table:has(.marks-list) summary");
        }
    }

    @Test
    void keepsAViewUnderAName() {
        Page page = owner.open(STORE, "/products?span=quarter&sort=units");
        page.click(".save-view summary");
        page.fill("#view-name", "Quarter by units " + HOSTILE.substring(0, 40));
        page.click(".save-view button");
        assertThat(page.url()).endsWith("/views?done=view");
        check(page);
        page.click(".saved dt a");
        assertThat(page.url()).contains("span=quarter").contains("sort=units");
        page.goBack();
        page.click(".saved button");
        assertThat(page.locator(".saved").count()).isZero();
    }

    @Test
    void isReadInEveryLanguageOnPhoneAndDesk() {
        for (String language : List.of("pt-BR", "zh-CN", "en")) {
            Page page = owner.open(STORE, "");
            page.click(".account summary");
            page.click("button[value='" + language + "']");
            for (String path :
                    List.of(
                            "/channels?span=custom&from=2026-01-01&to=2026-01-31",
                            "/products?against=event",
                            "/metric/average_order_value?span=year&by=country",
                            "/views")) {
                owner.open(STORE, path);
                check(page);
                page.setViewportSize(1440, 900);
                check(page);
                page.setViewportSize(360, 740);
            }
        }
    }

    /** No barrier, and nothing wider than the window. */
    private void check(Page page) {
        BrowserForTests.barriers(page).forEach(one -> barriers.add(page.url() + " " + one));
        assertThat(BrowserForTests.overflow(page)).as(page.url()).isZero();
        assertThat(barriers).isEmpty();
    }

    /** Sixty days with one order of three products each, and the stock of the last. */
    private static List<Upload> files() throws IOException {
        StringBuilder orders =
                new StringBuilder("order_id,placed_at,approved_at,status,customer_id,channel\n");
        StringBuilder items =
                new StringBuilder(
                        "line_id,order_id,kind,sku,product_name,quantity,unit_price,gross,discount,amount\n");
        for (int back = 59; back >= 0; back--) {
            String when = yesterday.minusDays(back) + "T12:00:00";
            String channel = back % 3 == 0 ? "chat" : "site";
            orders.append("%d,%s,%s,approved,ana,%s\n".formatted(back, when, when, channel));
            items.append("%da,%d,product,VEST-M,x,2,30.00,60.00,,60.00\n".formatted(back, back));
            items.append("%db,%d,product,SAIA,x,3,10.00,30.00,,30.00\n".formatted(back, back));
            items.append("%dc,%d,product,EVIL,x,1,5.00,5.00,,5.00\n".formatted(back, back));
        }
        String products =
                "sku,product,product_name,category,size,colour,cost,hero\n"
                        + "VEST-M,Vestido Ipê,Vestido Ipê,Vestidos,M,amarelo,10.00,primary\n"
                        + "VEST-P,Vestido Ipê,Vestido Ipê,Vestidos,P,amarelo,10.00,primary\n"
                        + "SAIA,Saia Rodada,Saia Rodada,Saias,U,azul,4.00,none\n"
                        + "EVIL,\""
                        + HOSTILE
                        + "\",x,Saias,U,azul,4.00,none\n";
        String stock =
                "day,sku,on_hand\n%1$s,VEST-M,0\n%1$s,VEST-P,7\n%1$s,SAIA,9\n%1$s,EVIL,1\n"
                        .formatted(yesterday);
        return List.of(
                file("products", products),
                file("orders", orders),
                file("items", items),
                file("stock", stock));
    }

    private static Upload file(String name, CharSequence lines) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".csv"), lines);
        return new Upload(file, name + ".csv", Instant.parse("2026-01-01T00:00:00Z"));
    }
}

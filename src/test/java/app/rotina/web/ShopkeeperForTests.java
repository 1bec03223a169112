package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.kernel.Store;
import app.rotina.routine.GoalSetting;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.state.StateForTests;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/** An owner whose shop sold two orders a day for some months, up to yesterday. */
final class ShopkeeperForTests implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    private final OwnerForTests owner = new OwnerForTests();

    ShopkeeperForTests(Path folder, int days) {
        StringBuilder orders = new StringBuilder("order_id,placed_at,status,channel,customer_id\n");
        StringBuilder items =
                new StringBuilder("line_id,order_id,sku,product_name,quantity,amount\n");
        for (int back = 1; back <= days; back++) {
            LocalDate day = today().minusDays(back);
            for (int n = 0; n < 2; n++) {
                String id = back + "-" + n;
                String channel = n == 0 ? "site" : "chat";
                orders.append(id + "," + day + "T10:00:00,," + channel + ",c" + back + "\n");
                items.append(id + "-1," + id + ",A,Saia,1," + (100 + 10 * (back % 3)) + "\n");
            }
        }
        take(folder.resolve("orders.csv"), orders);
        take(folder.resolve("items.csv"), items);
    }

    static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    /** The month of yesterday, the last that is known. */
    static YearMonth month() {
        return YearMonth.from(today().minusDays(1));
    }

    private void take(Path file, CharSequence content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Page page = open("/import");
        page.setInputFiles("#files", file);
        page.waitForURL("**/import/*");
        page.click("form[action$='/start'] button.main");
        page.waitForSelector("table.rows td.main");
    }

    void want(YearMonth month, String value) {
        owner.server()
                .bean(GoalSetting.class)
                .set(store(), new Aim("net_revenue", null, month), new BigDecimal(value), "ana");
    }

    static Store store() {
        return StateForTests.store(OwnerForTests.STORE);
    }

    OwnerForTests owner() {
        return owner;
    }

    Page open(String path) {
        return owner.open(OwnerForTests.STORE, path);
    }

    /** A page of the shop in a browser without scripts. */
    Page openWithoutScript(BrowserContext plain, String path) {
        Page page = plain.newPage();
        page.navigate(owner.server().url("/s/" + OwnerForTests.STORE + path).toString());
        return page;
    }

    void read(String language) {
        Page page = open("");
        page.click(".account summary");
        page.click("button[value='" + language + "']");
        assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
    }

    /** No barrier, and nothing wider than the screen, on a phone and on a desk. */
    void check(Page page) {
        for (List<Integer> size : List.of(List.of(1440, 900), List.of(360, 740))) {
            page.setViewportSize(size.get(0), size.get(1));
            assertThat(BrowserForTests.barriers(page)).as(page.url()).isEmpty();
            assertThat(BrowserForTests.overflow(page)).as(page.url()).isZero();
        }
    }

    @Override
    public void close() {
        owner.close();
    }
}

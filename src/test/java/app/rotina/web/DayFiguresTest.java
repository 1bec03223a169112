package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of a day as cards: the value, its target, its usual, its last weeks. */
class DayFiguresTest {
    private static final LocalDate YESTERDAY = ShopkeeperForTests.today().minusDays(1);

    @TempDir private static Path folder;
    private static ShopkeeperForTests shop;

    @BeforeAll
    static void sell() throws IOException {
        shop = new ShopkeeperForTests(folder, 60);
        take(
                "visits.csv",
                "day,sessions\n%s,50\n%s,40\n".formatted(YESTERDAY.minusDays(3), YESTERDAY));
        take(
                "ads.csv",
                "Reporting starts,Reporting ends,Campaign name,Amount spent (BRL),Impressions\n%1$s,%1$s,Saias,50.00,1000\n"
                        .formatted(YESTERDAY.minusDays(3)));
        shop.want(ShopkeeperForTests.month(), "9000");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void showsAFigureWithItsTargetItsUsualAndItsCourse() {
        Page page = shop.open("/day/" + YESTERDAY);
        Locator revenue = card(page, "Net revenue");

        assertThat(revenue.locator(".metric-value").textContent()).isEqualTo("R$220.00");
        assertThat(revenue.textContent()).contains("target R$", "same weekday R$");
        assertThat(revenue.locator(".sparkline").getAttribute("aria-label"))
                .isEqualTo("The last 28 days: between R$200.00 and R$240.00");
        shop.check(page);
    }

    @Test
    void leadsToItsRowsAndToItsPage() {
        Page page = shop.open("/day/" + YESTERDAY);
        card(page, "Net revenue").locator(".metric-value a").click();
        assertThat(page.url()).contains("/rows?metric=net_revenue");
        assertThat(page.innerText(".headline")).isEqualTo("R$220.00");

        page = shop.open("/day/" + YESTERDAY);
        card(page, "Net revenue").locator("h3 a").click();
        assertThat(page.url()).contains("/metric/net_revenue");
        assertThat(page.url()).contains("to=" + YESTERDAY);
    }

    @Test
    void saysWhereTheDataOfAFigureEndEarlier() {
        Page page = shop.open("/day/" + YESTERDAY);

        assertThat(card(page, "Net revenue").textContent()).doesNotContain("data to");
        assertThat(page.textContent(".verdict")).contains("data to");
        assertThat(page.textContent(".reasons")).contains("Ad spend").contains("data to");
    }

    @Test
    void showsWhatTodayHasBroughtSoFar() throws IOException {
        Page page = shop.open("");
        assertThat(page.locator("#so-far-title").count()).isZero();

        take(
                "today.csv",
                "order_id,placed_at,status,channel,customer_id\nt1,%sT00:00:01,,site,z\n"
                        .formatted(ShopkeeperForTests.today()));
        take(
                "lines.csv",
                "line_id,order_id,sku,product_name,quantity,amount\nt1-1,t1,A,Saia,1,70\n");
        page = shop.open("");
        assertThat(page.textContent("#so-far-title")).matches("Today, until \\d\\d:\\d\\d");
        assertThat(page.locator("section[aria-labelledby=so-far-title] .metric").count())
                .isEqualTo(2);
        assertThat(page.textContent("section[aria-labelledby=so-far-title]"))
                .contains("by then on the same weekdays");
        shop.check(page);
        page.click("section[aria-labelledby=so-far-title] .metric-value a");
        assertThat(page.url())
                .contains("/rows?metric=placed_revenue&from=" + ShopkeeperForTests.today());
    }

    private static void take(String name, String content) throws IOException {
        Page page = shop.open("/import");
        page.setInputFiles("#files", Files.writeString(folder.resolve(name), content));
        page.waitForURL("**/import/*");
        page.click("form[action$='/start'] button.main");
        page.waitForSelector("table.rows td.main");
    }

    private static Locator card(Page page, String label) {
        return page.locator(".metric", new Page.LocatorOptions().setHasText(label)).first();
    }
}

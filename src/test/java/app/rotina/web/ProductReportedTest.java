package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a platform only reports of a product stands on its page, with the day it is of. */
class ProductReportedTest {
    @TempDir private Path folder;

    @Test
    void showsTheLastDayThatHasAny() throws IOException {
        try (OwnerForTests owner = new OwnerForTests()) {
            LocalDate day = ShopkeeperForTests.today().minusDays(2);
            take(
                    owner,
                    "day,sku,product_views,product_visitors,bounce_rate,score,month_amount\n"
                            + day.minusDays(1)
                            + ",S1,90,50,70%,5,800.00\n"
                            + day
                            + ",S1,90,50,40%,7.5,900.00\n"
                            + day
                            + ",S2,90,50,,,\n"
                            + day.plusDays(1)
                            + ",S1,80,40,,,\n");
            String span = "&from=" + day.minusDays(3) + "&to=" + day.plusDays(1);

            Page page = owner.open(OwnerForTests.STORE, "/products/one?name=S1" + span);
            assertThat(page.locator("#reported dd").allInnerTexts())
                    .containsExactlyInAnyOrder("40.00%", "7.50", "R$900.00");
            assertThat(page.textContent("#reported .fine"))
                    .contains(String.valueOf(day.getDayOfMonth()), "never added or averaged");
            check(page);

            page = owner.open(OwnerForTests.STORE, "/products/one?name=S2" + span);
            assertThat(page.locator("#reported").count()).isZero();
            assertThat(owner.complaints()).isEmpty();
        }
    }

    private void take(OwnerForTests owner, String text) throws IOException {
        Page page = owner.open(OwnerForTests.STORE, "/import");
        page.setInputFiles("#files", Files.writeString(folder.resolve("products.csv"), text));
        page.waitForURL("**/import/*");
        page.click("form[action$='/start'] button.main");
        page.waitForSelector("table.rows td.main");
    }

    private static void check(Page page) {
        for (List<Integer> size : List.of(List.of(1440, 900), List.of(360, 740))) {
            page.setViewportSize(size.get(0), size.get(1));
            assertThat(BrowserForTests.barriers(page)).isEmpty();
            assertThat(BrowserForTests.overflow(page)).isZero();
        }
    }
}

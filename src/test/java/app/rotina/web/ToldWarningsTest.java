package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is odd about a file is still told once it is taken in. */
class ToldWarningsTest {
    @TempDir private Path folder;

    @Test
    void staysToldOnTheResultAndWithItsSource() throws IOException {
        try (OwnerForTests owner = new OwnerForTests()) {
            Page page = take(owner, "order_id,placed_at,status,shelf\n1,2026-03-02,approved,A\n");
            assertThat(page.locator(".doubt").count()).isZero();

            page =
                    take(
                            owner,
                            "order_id,placed_at,status,<b>mood</b>\n2,2026-03-03,approved,CordÃ£o\n");
            assertThat(page.locator(".doubt").allInnerTexts())
                    .containsExactly(
                            "orders.csv · Some text was damaged before it came here, such as “CordÃ£o”. It is taken as it is.",
                            "orders.csv · Columns are new in this kind of file and not taken in: <b>mood</b>.");
            check(page);

            page = owner.open(OwnerForTests.STORE, "/sources");
            assertThat(page.locator(".origin .doubt").allInnerTexts())
                    .containsExactly(
                            "Some text was damaged before it came here. It is taken as it is.",
                            "Columns are new in this kind of file and not taken in: <b>mood</b>.");
            check(page);
            assertThat(owner.complaints()).isEmpty();
        }
    }

    private Page take(OwnerForTests owner, String text) throws IOException {
        Page page = owner.open(OwnerForTests.STORE, "/import");
        page.setInputFiles("#files", Files.writeString(folder.resolve("orders.csv"), text));
        page.waitForURL("**/import/*");
        page.click("form[action$='/start'] button.main");
        page.waitForSelector("table.rows td.main");
        return page;
    }

    private static void check(Page page) {
        for (List<Integer> size : List.of(List.of(1440, 900), List.of(360, 740))) {
            page.setViewportSize(size.get(0), size.get(1));
            assertThat(BrowserForTests.barriers(page)).isEmpty();
            assertThat(BrowserForTests.overflow(page)).isZero();
        }
    }
}

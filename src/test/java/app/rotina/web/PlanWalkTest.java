package app.rotina.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.goals.MonthGoal;
import app.rotina.routine.Closing;
import app.rotina.state.Goals;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month's plan edited as a spreadsheet, of which the first ten days are closed. */
class PlanWalkTest {
    private static final YearMonth MONTH = ShopkeeperForTests.month().minusMonths(1);
    private static final LocalDate CLOSED = MONTH.atDay(10);

    @TempDir private static Path folder;
    private static ShopkeeperForTests shop;

    private Page page;

    @BeforeAll
    static void start() {
        shop = new ShopkeeperForTests(folder, 100);
        shop.want(MONTH, "9000.00");
        shop.owner().server().bean(Closing.class).close(ShopkeeperForTests.store(), CLOSED);
    }

    @AfterAll
    static void stop() {
        if (shop != null) {
            shop.close();
        }
    }

    @BeforeEach
    void open() {
        page = shop.open("/sheet/" + MONTH);
        page.setViewportSize(1440, 900);
    }

    @Test
    void showsClosedDaysLockedAndEverythingOnEveryScreen() {
        assertThat(page.locator("tbody tr.closed").count()).isEqualTo(10);
        assertThat(page.locator("tbody tr.closed input").count()).isZero();
        shop.check(page);
        shop.check(shop.open("/sheet/" + MONTH + "?show=all"));
        assertThat(shop.owner().complaints()).isEmpty();
    }

    @Test
    void editsByKeysAndTakesBack() {
        cell(11).focus();
        page.keyboard().type("1.2345");
        page.keyboard().press("Enter");
        assertThat(input(11)).hasValue("1.2345");
        assertThat(page.locator("td:focus input")).hasAttribute("name", name(12));
        assertThat(cell(11)).hasClass(Pattern.compile(".*wrong.*"));
        page.keyboard().press("Control+z");
        page.keyboard().press("F2");
        page.keyboard().press("Control+a");
        page.keyboard().type("500.50");
        page.keyboard().press("Tab");
        assertThat(page.locator("[data-status]").first()).containsText("1");
        assertThat(cell(12)).hasClass(Pattern.compile(".*moves.*"));
        assertThat(total()).hasValue("9,000.00");
        page.keyboard().press("Control+z");
        assertThat(page.locator("td.changed")).hasCount(0);
        page.keyboard().press("Control+y");
        assertThat(input(11)).hasValue("500.50");
        page.keyboard().press("Delete");
        assertThat(input(11)).hasValue("");
        page.keyboard().press("Escape");
        assertThat(page.locator(".save button")).isFocused();
        page.keyboard().press("Shift+Tab");
    }

    @Test
    void fillsAndPastesBlocks() {
        cell(12).focus();
        page.keyboard().type("400");
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Shift+ArrowDown");
        page.keyboard().press("Shift+ArrowDown");
        assertThat(page.locator("[aria-selected=true]")).hasCount(3);
        page.keyboard().press("Control+d");
        assertThat(input(14)).hasValue("400");
        paste(15, "1,000.00\t7\n250\t7\nR$ 300.25\t7");
        assertThat(input(15)).hasValue("1,000.00");
        assertThat(input(17)).hasValue("R$ 300.25");
        assertThat(page.locator("td.changed")).hasCount(6);
        assertThat(total()).hasValue("9,000.00");
        page.check("[name=goal][value=sum]");
        assertThat(total()).not().hasValue("9,000.00");
        assertThat(page.locator("td.wrong")).hasCount(0);
    }

    @Test
    void fillsAsFarAsTheHandleIsPulled() {
        cell(12).focus();
        page.keyboard().type("400");
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowUp");
        page.locator(".fill-knob").hover();
        page.mouse().down();
        cell(14).hover();
        assertThat(page.locator("td.filling")).hasCount(2);
        page.mouse().up();
        assertThat(input(13)).hasValue("400");
        assertThat(input(14)).hasValue("400");
        assertThat(page.locator("[aria-selected=true]")).hasCount(3);
        page.keyboard().press("Control+z");
        assertThat(input(14)).not().hasValue("400");
        assertThat(input(12)).hasValue("400");
    }

    @Test
    void becomesThePlanOnceItWasLookedAt() {
        cell(20).focus();
        page.keyboard().type("777.77");
        page.keyboard().press("Enter");
        page.click(".save button");
        page.waitForURL("**/goals/sheet/*");
        assertThat(page.textContent("main")).contains("R$777.77", "Days that take up the change");
        shop.check(page);
        page.click("form[action*='/goals/sheet/'] button");
        assertThat(page.url()).contains("/sheet/" + MONTH);
        assertThat(page.textContent(".note-done")).contains("the plan now");
        MonthGoal goal = goal();
        assertThat(goal.value()).isEqualByComparingTo("9000");
        assertThat(goal.on(MONTH.atDay(20)).orElseThrow()).isEqualByComparingTo("777.77");
        cell(20).focus();
        page.keyboard().press("Delete");
        page.click(".save button");
        page.waitForURL("**/goals/sheet/*");
        page.click("form[action*='/goals/sheet/'] button");
        assertThat(goal().days().get(19).pinned()).isFalse();
        assertThat(goal().on(MONTH.atDay(20)).orElseThrow()).isGreaterThan(new BigDecimal("100"));
    }

    @Test
    void takesAnotherGoalOfTheMonthUpInTheOpenDays() {
        page.locator("tfoot td.open").first().focus();
        page.keyboard().type("9500");
        page.keyboard().press("Enter");
        assertThat(cell(25)).hasClass(Pattern.compile(".*moves.*"));
        page.click(".save button");
        page.waitForURL("**/goals/sheet/*");
        assertThat(page.textContent("main")).contains("R$9,000.00", "R$9,500.00");
        shop.check(page);
    }

    @Test
    void showsOneMetricAtATimeOnAPhone() {
        page.setViewportSize(360, 740);
        int all = page.locator("thead .of-metric").count();
        assertThat(page.locator("thead .of-metric:visible")).hasCount(1);
        page.selectOption("[data-metric]", String.valueOf(all - 1));
        assertThat(page.locator("thead .of-metric:visible")).hasCount(1);
        assertThat(page.locator("thead .of-metric").last()).isVisible();
        assertThat(BrowserForTests.overflow(page)).isZero();
    }

    @Test
    void saysWhenSomebodyElseWasFaster() {
        cell(25).focus();
        page.keyboard().type("111");
        page.keyboard().press("Enter");
        shop.want(MONTH, "9500.00");
        page.click(".save button");
        assertThat(page.textContent(".note-error")).contains("Somebody has changed");
        assertThat(input(25)).hasValue("111");
        shop.owner().complaints();
        page.click(".save button");
        page.waitForURL("**/goals/sheet/*");
        shop.want(MONTH, "9000.00");
        page.click("form[action*='/goals/sheet/'] button");
        assertThat(page.textContent(".note-error")).contains("Somebody has changed");
        assertThat(goal().value()).isEqualByComparingTo("9000");
        shop.owner().complaints();
    }

    @Test
    void isAFormOfFieldsWithoutScripts() {
        try (BrowserContext plain = shop.owner().browserWithoutScript()) {
            Page bare = shop.openWithoutScript(plain, "/sheet/" + MONTH);
            bare.fill("[name='" + name(28) + "']", "123.45");
            bare.click(".save button");
            assertThat(bare.url()).contains("/goals/sheet/");
            assertThat(bare.textContent("main")).contains("R$123.45");
        }
    }

    private void paste(int day, String text) {
        cell(day).focus();
        page.evaluate(
                "text => { const data = new DataTransfer(); data.setData('text/plain', text);"
                        + " document.activeElement.dispatchEvent(new ClipboardEvent('paste',"
                        + " { clipboardData: data, bubbles: true, cancelable: true })); }",
                text);
    }

    private static MonthGoal goal() {
        return shop.owner()
                .server()
                .bean(Goals.class)
                .find(OwnerForTests.STORE, "net_revenue", null, MONTH)
                .orElseThrow();
    }

    private Locator cell(int day) {
        return page.locator("td:has(> [name='" + name(day) + "'])");
    }

    private Locator input(int day) {
        return page.locator("[name='" + name(day) + "']");
    }

    private static String name(int day) {
        return "net_revenue:" + MONTH.atDay(day);
    }

    private Locator total() {
        return page.locator("[name='net_revenue:month']");
    }
}

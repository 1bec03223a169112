package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static OwnerForTests owner;

    @BeforeAll
    static void start() {
        owner = new OwnerForTests();
    }

    @AfterAll
    static void stop() {
        owner.close();
    }

    @Test
    void turnDaysAndGoToPages() {
        Page page = owner.open(OwnerForTests.STORE, "/day/2026-03-09");
        page.keyboard().press("ArrowLeft");
        page.waitForURL("**/day/2026-03-08");
        page.keyboard().press("ArrowRight");
        page.waitForURL("**/day/2026-03-09");
        page.keyboard().press("g");
        page.keyboard().press("g");
        page.waitForURL("**/goals");
    }

    @Test
    void areNamedOnASheetThatFindsPages() {
        Page page = owner.open(OwnerForTests.STORE, "/goals");
        page.keyboard().press("?");
        assertThat(page.innerText("dialog [data-marks]")).contains("→", "Next month");
        assertThat(BrowserForTests.barriers(page)).isEmpty();
        page.keyboard().press("Escape");
        page.waitForFunction("() => document.activeElement === document.body");
        page.keyboard().press("/");
        page.keyboard().type("impo");
        assertThat(page.locator("dialog [data-places] > div:visible").count()).isEqualTo(1);
        page.keyboard().press("Enter");
        page.waitForURL("**/import");
    }

    @Test
    void typeWhereSomebodyTypes() {
        Page page = owner.open(OwnerForTests.STORE, "/actions");
        page.focus("#name");
        page.keyboard().type("gg?/");
        assertThat(page.inputValue("#name")).isEqualTo("gg?/");
        assertThat(page.locator("dialog[open]").count()).isZero();
    }

    @Test
    void areSilentWhenSwitchedOff() {
        Page page = owner.page();
        page.navigate(owner.server().url("/preferences").toString());
        page.check("input[name=keys][value=off]");
        page.click("main button.main");
        assertThat(page.innerText(".note-done")).isNotBlank();
        owner.open(OwnerForTests.STORE, "/day/2026-03-09");
        page.keyboard().press("?");
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("dialog").count()).isZero();
        assertThat(page.url()).endsWith("/2026-03-09");
        page.navigate(owner.server().url("/preferences").toString());
        page.check("input[name=keys][value=on]");
        page.click("main button.main");
    }
}

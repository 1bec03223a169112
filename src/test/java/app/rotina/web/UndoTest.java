package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UndoTest {
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
    void bringsBackANoteThatWasRemoved() {
        Page page = owner.open(OwnerForTests.STORE, "/day/2026-03-09");
        page.fill("#note", "Free shipping began");
        page.click("#notes button.button");
        page.click("#notes .link");
        assertThat(page.locator(".note-text").count()).isZero();
        page.evaluate("scrollTo(0, 0)");
        assertThat(BrowserForTests.barriers(page)).isEmpty();
        page.click(".note-done button");
        assertThat(page.innerText(".note-text")).isEqualTo("Free shipping began");
    }

    @Test
    void bringsBackAnActionThatWasRemoved() {
        Page page = owner.open(OwnerForTests.STORE, "/actions");
        page.fill("#name", "New photos");
        page.fill("#from", "2026-03-01");
        page.click("main button.main");
        page.click("form[action$='/removal'] button");
        assertThat(page.locator("#effect-title").count()).isZero();
        page.click(".note-done button");
        assertThat(page.innerText("#effect-title")).isEqualTo("New photos");
    }

    @Test
    void offersNothingButToRestore() {
        Page page = owner.open(OwnerForTests.STORE, "?done=note_removed&undo=/settings");
        assertThat(page.locator(".note-done").count()).isEqualTo(1);
        assertThat(page.locator(".note-done form").count()).isZero();
    }
}

package app.rotina.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.state.StoreProfiles;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
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
    void bringsBackAGoalThatWasRemoved() {
        Page page = owner.open(OwnerForTests.STORE, "/goals?month=2026-03");
        page.fill("#value", "31000");
        page.click("main button.main");
        String set = page.inputValue("#value");
        page.click("form[action$='/goals/removal'] button");
        assertThat(page.locator("form[action$='/goals/removal']").count()).isZero();
        page.click(".note-done button");
        assertThat(page.inputValue("#value")).isEqualTo(set).contains("31");
    }

    @Test
    void bringsBackAViewThatWasRemoved() {
        Page page = owner.open(OwnerForTests.STORE, "/channels?grain=week");
        page.click(".save-view summary");
        page.fill("#view-name", "By week");
        page.click(".save-view button.button");
        page.click("form[action$='/removal'] button");
        assertThat(page.locator(".saved").count()).isZero();
        page.click(".note-done button");
        assertThat(page.innerText(".saved dt")).isEqualTo("By week");
    }

    @Test
    void bringsBackAProfileThatWasRemoved() throws IOException {
        owner.server()
                .bean(StoreProfiles.class)
                .save(OwnerForTests.STORE, "own", own("daily-spend"), "ana");
        Page page = owner.open(OwnerForTests.STORE, "/profiles");
        page.click("form[action$='/removal'] button");
        assertThat(page.locator("form[action$='/removal']").count()).isZero();
        page.click(".note-done button");
        assertThat(page.locator("form[action$='/removal']").count()).isEqualTo(1);
    }

    /** A shipped profile as a store's own. */
    private static String own(String profile) throws IOException {
        try (InputStream shipped =
                UndoTest.class.getResourceAsStream("/profiles/" + profile + ".yaml")) {
            return new String(shipped.readAllBytes(), UTF_8)
                    .replace("profile: " + profile, "profile: own-" + profile);
        }
    }

    @Test
    void bringsBackHowAnActionWas() {
        Page page = owner.open(OwnerForTests.STORE, "/actions");
        page.fill("#name", "Free shipping");
        page.fill("#from", "2026-03-02");
        page.fill("#time", "14:30");
        page.click("#new button.main");
        assertThat(page.innerText(".verdict .marks")).contains("14:30");
        page.click("#revise summary");
        page.fill("#ended", "2026-03-08");
        page.fill("#turned", "from 99");
        assertThat(BrowserForTests.barriers(page)).isEmpty();
        page.click("#revise form button");
        assertThat(page.innerText(".verdict")).contains("from 99").contains("Last changed by Ana");
        assertThat(page.innerText(".verdict .marks")).contains("Mar 8, 2026");
        page.click(".note-done button");
        assertThat(page.innerText(".verdict")).doesNotContain("from 99");
        assertThat(page.innerText(".verdict .marks")).doesNotContain("Mar 8, 2026");
        page.click("form[action$='/removal'] button");
    }

    @Test
    void offersNothingButToRestore() {
        Page page = owner.open(OwnerForTests.STORE, "?done=note_removed&undo=/settings");
        assertThat(page.locator(".note-done").count()).isEqualTo(1);
        assertThat(page.locator(".note-done form").count()).isZero();
    }
}

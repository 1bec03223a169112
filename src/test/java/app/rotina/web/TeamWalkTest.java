package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.state.Job;
import app.rotina.state.People;
import app.rotina.state.People.Newcomer;
import app.rotina.state.Person;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A team on a phone: the pulse, an expectation, a partner's trial, and a talk of two. */
class TeamWalkTest {
    private static final String HOSTILE =
            "<img src=x onerror=alert(1)> \u202Eevil \uD83D\uDECD " + "x".repeat(120);

    @Test
    void goesFromThePulseToADecisionAndATalk() {
        try (OwnerForTests owner = new OwnerForTests()) {
            Person rui = colleague(owner);
            answers(owner);
            expects(owner);
            decides(owner);
            talks(owner, rui);
            assertThat(owner.complaints()).isEmpty();
        }
    }

    private static Person colleague(OwnerForTests owner) {
        People people = owner.server().bean(People.class);
        Person rui =
                people.add(
                        new Newcomer(
                                "rui@example.org",
                                "Rui Exemplo",
                                "a long enough one",
                                Locale.UK,
                                false));
        people.admit(rui.id(), OwnerForTests.STORE, List.of(Job.DESIGN));
        return rui;
    }

    private static void answers(OwnerForTests owner) {
        Page page = open(owner, "/team");
        assertThat(BrowserForTests.barriers(page)).isEmpty();
        for (String ask : List.of("mood", "load", "voice")) {
            page.check("input[name=" + ask + "][value='4']");
        }
        page.click("#climate button.main");
        assertThat(page.innerText("#climate")).contains("You have answered");
        assertThat(page.locator("#climate input[type=radio]").count()).isZero();
    }

    private static void expects(OwnerForTests owner) {
        Page page = owner.page();
        page.click("#expectations > details > summary");
        page.selectOption("#whom", "design");
        page.fill("#text", HOSTILE);
        page.click("#expectations > details button.main");
        assertThat(page.innerText("#expectations")).contains("<img src=x", "Design");
        page.click("#expectations .team-list form[action$='/removal'] button");
        assertThat(page.innerText("#expectations")).doesNotContain("<img src=x");
        page.click(".note-done button");
        assertThat(page.innerText("#expectations")).contains("<img src=x");
        assertThat(BrowserForTests.overflow(page)).isZero();
    }

    private static void decides(OwnerForTests owner) {
        Page page = owner.page();
        page.click("#trials > details > summary");
        page.fill("#partner", HOSTILE);
        page.fill("#criteria", "On the promised day\nNothing broken");
        page.click("#trials > details button.main");
        assertThat(page.innerText("#trials .team-list")).contains("On trial", "Nothing broken");
        page.click(".team-criteria li >> nth=0 >> button >> nth=0");
        Locator judged = page.locator(".team-criteria button[aria-pressed=true]");
        assertThat(judged.allInnerTexts()).containsExactly("Met", "Open");
        assertThat(BrowserForTests.overflow(page)).isZero();
        page.click("#trials .confirm summary");
        page.check("input[name=exit][value=end]");
        page.fill("#trials .confirm textarea", "Half of it came late");
        assertThat(BrowserForTests.barriers(page)).isEmpty();
        page.click("#trials .confirm button.button");
        assertThat(page.innerText("#trials .team-list"))
                .contains("Ended", "Half of it came late", "Ana Exemplo");
        page.click(".note-done button");
        assertThat(page.innerText("#trials .team-list"))
                .contains("On trial")
                .doesNotContain("Half of it came late");
        page.click("#trials form[action$='/removal'] button");
        assertThat(page.locator("#trials .team-list").count()).isZero();
        page.click(".note-done button");
        assertThat(page.innerText("#trials .team-list")).contains("On trial");
        assertThat(BrowserForTests.barriers(page)).isEmpty();
    }

    private static void talks(OwnerForTests owner, Person rui) {
        Page page = open(owner, "/talks");
        assertThat(BrowserForTests.barriers(page)).isEmpty();
        page.selectOption("#person", String.valueOf(rui.id()));
        page.click("main button.main");
        page.fill("#view", HOSTILE);
        page.fill("#proposal", "A day off");
        page.click("form[action$='/side'] button");
        assertThat(page.inputValue("#view")).contains("<img src=x");
        page.fill("#agreed", "Friday off");
        page.click("form[action$='/agreed'] button");
        assertThat(page.inputValue("#agreed")).isEqualTo("Friday off");
        assertThat(BrowserForTests.overflow(page)).isZero();
        assertThat(BrowserForTests.barriers(page)).isEmpty();
        page.click("a[href$='/talks']");
        assertThat(page.innerText("main")).contains("Rui Exemplo has not written yet");
        page.navigate(owner.server().url("/s/loja/audit").toString());
        assertThat(page.innerText("main")).doesNotContain("Friday off", "Rui Exemplo");
    }

    private static Page open(OwnerForTests owner, String path) {
        Page page = owner.page();
        page.navigate(owner.server().url("/s/" + OwnerForTests.STORE + path).toString());
        return page;
    }
}

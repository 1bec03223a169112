package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.routine.checks.Agendas;
import app.rotina.routine.checks.Answering;
import app.rotina.routine.checks.Arranging;
import app.rotina.state.StateForTests;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Through a day's routine by thumb, and by a wider screen. */
class RoutineWalkTest {
    private final LocalDate yesterday = LocalDate.now(ZoneId.of("America/Sao_Paulo")).minusDays(1);
    private final String day = "/routine?cadence=daily&date=" + yesterday;

    private static OwnerForTests owner;

    @BeforeAll
    static void start() {
        owner = new OwnerForTests();
        owner.server()
                .bean(Arranging.class)
                .choose(StateForTests.store(OwnerForTests.STORE), List.of("owner"));
    }

    @AfterAll
    static void stop() {
        owner.close();
    }

    @Test
    void answersWithOneTapAndGoesOn() {
        Page page = owner.open(OwnerForTests.STORE, day);
        int due = page.locator(".due").count();
        String first = page.locator(".due h3").first().innerText();
        page.locator(".due .answer > button").first().click();
        assertThat(page.locator(".due").count()).isEqualTo(due - 1);
        assertThat(page.locator(".due h3").first().innerText()).isNotEqualTo(first);
        assertThat(page.innerText(".note-done")).contains("Answered");
        assertThat(BrowserForTests.barriers(page)).isEmpty();
        assertThat(BrowserForTests.overflow(page)).isLessThanOrEqualTo(0);
        page.click(".note-done button");
        page.navigate(owner.server().url("/s/" + OwnerForTests.STORE + day).toString());
        assertThat(page.locator(".due").count()).isEqualTo(due);
    }

    @Test
    void makesATaskOfWhatIsWrong() {
        Page page = owner.open(OwnerForTests.STORE, day);
        page.evaluate(
                "document.querySelectorAll('main details').forEach(one => { one.open = true })");
        page.fill("#note-promo_prices", "The banner says 30 %, the cart takes 20 %");
        page.fill("#stake-promo_prices", "1,250.50");
        page.click("#due-promo_prices button[value=fail]");
        assertThat(page.innerText("#wrong-title")).contains("found");
        page.navigate(owner.server().url("/s/" + OwnerForTests.STORE + "/tasks").toString());
        assertThat(page.innerText("main"))
                .contains("Put the campaign right", "the cart takes 20 %", "1,250.50");

        page.click("a:has-text('Put the campaign right')");
        page.click("a[href$='?edit=1#edit']");
        assertThat(page.inputValue("#title")).isEmpty();
        page.fill("#title", "Mend the cart");
        page.fill("#stake", "90");
        page.click("#edit button.main");
        assertThat(page.innerText("main")).contains("Mend the cart", "R$90");

        page = owner.open(OwnerForTests.STORE, "/routine/promo_prices?day=" + yesterday);
        page.click(".answer summary");
        assertThat(page.innerText(".due")).contains("Open already", "the cart takes 20 %");
        assertThat(page.isChecked(".answer [name=task]")).isFalse();
        assertThat(BrowserForTests.barriers(page)).isEmpty();
    }

    @Test
    void showsWhatWasCountedTheLastTime() {
        begin(-7);
        try {
            countsTwice();
        } finally {
            begin(7);
        }
    }

    /** Moves the day from which anything is expected. */
    private static void begin(int days) {
        JdbcClient state = owner.server().bean(JdbcClient.class);
        state.sql("update routine_pack set since = since + ?").param(days).update();
        state.sql("update store set created_at = created_at + make_interval(days => ?)")
                .param(days)
                .update();
    }

    private void countsTwice() {
        LocalDate workday = yesterday;
        while (!isAsked("seller_scores", workday)) {
            workday = workday.minusDays(1);
            assertThat(workday).as("asked on one day of a week").isAfter(yesterday.minusDays(7));
        }
        owner.server()
                .bean(Answering.class)
                .answer(
                        StateForTests.store(OwnerForTests.STORE),
                        "seller_scores",
                        new Answering.Said(
                                "pass",
                                null,
                                null,
                                null,
                                workday.minusDays(1),
                                null,
                                Map.of("item", new BigDecimal("4.7"))),
                        "Ana");
        String scores = "/routine/seller_scores?day=" + workday;
        Page page = owner.open(OwnerForTests.STORE, scores);
        assertThat(page.innerText(".answer")).contains("Item as described", "Last time 4.70");
        assertThat(BrowserForTests.barriers(page)).isEmpty();
        page.fill("#number-seller_scores-item", "4.8");
        page.click(".answer > button.main");
        page = owner.open(OwnerForTests.STORE, scores);
        assertThat(page.locator(".mark-row").allInnerTexts())
                .anySatisfy(row ->
                        assertThat(row).contains("Item as described 4.80 (before 4.70, +0.10)"));
        assertThat(page.locator(".sparkline").count()).isEqualTo(1);
        assertThat(BrowserForTests.barriers(page)).isEmpty();
    }

    private static boolean isAsked(String check, LocalDate day) {
        return owner
                .server()
                .bean(Agendas.class)
                .of(StateForTests.store(OwnerForTests.STORE), day)
                .items()
                .stream()
                .anyMatch(item -> item.check().id().equals(check));
    }

    @Test
    void takesBackTheTaskWithTheAnswerAndSaysWhatStaysOpen() {
        String check = "/routine/ad_balance?day=" + yesterday;
        Page page = owner.open(OwnerForTests.STORE, check);
        wrong(page);
        assertThat(page.innerText(".note-done")).contains("a task is open");
        page.click(".note-done button");
        page = owner.open(OwnerForTests.STORE, check);
        assertThat(page.innerText(".due")).doesNotContain("Open already");
        wrong(page);
        page = owner.open(OwnerForTests.STORE, check);
        assertThat(page.innerText(".due")).contains("Open already");
        page.click(".answer > button.main");
        assertThat(page.innerText(".note-done")).contains("stays open as a task");
    }

    private static void wrong(Page page) {
        page.click(".answer summary");
        page.fill("#note-ad_balance", "The wallet is empty");
        page.click("button[value=fail]");
    }

    @Test
    void showsHowACheckWentAndSilencesIt() {
        Page page = owner.open(OwnerForTests.STORE, "/routine/banner_match");
        assertThat(page.innerText(".mark-row")).containsIgnoringCase("open");
        page.click("summary:has-text('Silence')");
        page.fill("#why", "The site is being rebuilt");
        page.fill("#until", yesterday.plusDays(5).toString());
        page.click("form[action$='/silence'] button.main");
        assertThat(page.innerText("main")).contains("The site is being rebuilt");
        assertThat(BrowserForTests.barriers(page)).isEmpty();
        page.click("form[action$='/restoration'] button");
    }

    @Test
    void changesACheckAndLeavesItOut() {
        Page page = owner.open(OwnerForTests.STORE, "/routine/late_answers");
        page.click("summary:has-text('How it is done here')");
        page.fill("#name", "Chats wait too long");
        page.fill("#least", "12.5");
        page.selectOption("#severity", "fail");
        assertThat(BrowserForTests.barriers(page)).isEmpty();
        page.click("form[action$='/change'] button.main");
        assertThat(page.innerText("h1")).isEqualTo("Chats wait too long");
        assertThat(page.inputValue("#least")).isEqualTo("12.50");
        page.click(".note-done button");
        page = owner.open(OwnerForTests.STORE, "/routine/late_answers");
        assertThat(page.innerText("h1")).isNotEqualTo("Chats wait too long");

        page.click("form[action$='/left_out'] button");
        assertThat(page.innerText(".note-done")).contains("left out");
        page.evaluate(
                "document.querySelectorAll('main details').forEach(one => { one.open = true })");
        assertThat(BrowserForTests.barriers(page)).isEmpty();
        assertThat(BrowserForTests.overflow(page)).isLessThanOrEqualTo(0);
        page.click("form[action$='/late_answers/back'] button");
        page = owner.open(OwnerForTests.STORE, "/routine/late_answers");
        assertThat(page.locator("form[action$='/left_out']").count()).isEqualTo(1);
    }

    @Test
    void takesAChoiceOfPacksBack() {
        Page page = owner.open(OwnerForTests.STORE, "/routine/packs");
        page.check("[name=pack][value=strategy]");
        page.click("form[action$='/packs'] button.main");
        assertThat(page.isChecked("[name=pack][value=strategy]")).isTrue();
        page.click(".note-done button");
        assertThat(page.isChecked("[name=pack][value=strategy]")).isFalse();
    }

    @Test
    void addsACheckOfItsOwn() {
        Page page = owner.open(OwnerForTests.STORE, "/routine/packs");
        assertThat(BrowserForTests.barriers(page)).isEmpty();
        page.fill("#name", "<img src=x onerror=alert(1)> gift paper");
        page.click("form[action$='/own'] button.main");
        assertThat(page.innerText("h1")).contains("<img src=x");
        page.click("summary:has-text('How it is done here')");
        page.selectOption("#metric", "orders");
        page.selectOption("#by", "channel");
        page.check("[name=asks][value=link]");
        page.click("form[action$='/change'] button.main");
        assertThat(page.isChecked("[name=asks][value=link]")).isTrue();
        assertThat(page.innerText(".facts")).contains("Orders");
        page.click("form[action$='/removal'] button");
        assertThat(page.innerText(".note-done")).contains("removed");
    }
}

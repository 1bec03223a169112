package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A task from its first word to what came of it, on a phone and on a desk. */
class TaskWalkTest {
    private static final String HOSTILE =
            "<img src=x onerror=alert(1)> \u202Eevil " + "longo".repeat(40);
    private static final byte[] PICTURE =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

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
    void worksOnATaskAndTakesEveryChangeBack() {
        Page page = add("Trocar o banner");
        assertThat(page.innerText(".task-title")).isEqualTo("Trocar o banner");

        page.fill("#item", "Pedir a arte");
        page.click("#items .one-line button");
        page.click("#items .tickbox");
        assertThat(page.getAttribute("#items .tickbox", "aria-pressed")).isEqualTo("true");
        page.click(".note-done button");
        assertThat(page.getAttribute("#items .tickbox", "aria-pressed")).isEqualTo("false");

        page.fill("#comment", "Falta aprovar");
        page.click("#comments .stack button");
        assertThat(page.innerText(".note-text")).isEqualTo("Falta aprovar");
        page.click(".note-done button");
        assertThat(page.locator(".note-text").count()).isZero();

        page.click("a[href$='?edit=1#edit']");
        page.fill("#place", "Na home");
        page.fill("#cost", "1200.50");
        page.selectOption("#plan", "");
        page.click("#edit button.main");
        assertThat(page.innerText(".answers")).contains("Na home").contains("1,200.50");
        check(page);

        page.click(".verdict form[action$='/done'] button");
        assertThat(page.innerText("#outcome")).contains("Too early").contains("Trocar o banner");
        page.click(".note-done button");
        assertThat(page.locator(".verdict form[action$='/done']").count()).isEqualTo(1);
        assertThat(page.innerText("#outcome")).doesNotContain("Too early");
        assertThat(page.innerText("#history")).contains("Done").contains("taken back");
        check(page);
    }

    @Test
    void splitsATaskForAnotherDepartment() {
        Page page = add("Vendas do vestido azul caíram");
        page.click("#split summary");
        page.fill("#split-title", "Repor o vestido azul");
        page.selectOption("#split-job", "purchasing");
        check(page);
        page.click("#split button.main");
        page.waitForURL("**/tasks/*?done=task");
        assertThat(page.innerText(".verdict"))
                .contains("Repor o vestido azul", "Part of: Vendas do vestido azul caíram");
        check(page);
        page.click("#whole a");
        assertThat(page.innerText(".verdict .checks"))
                .contains("Repor o vestido azul", "Purchasing");
        check(page);
    }

    @Test
    void takesBackASingleLineOfTheHistory() {
        Page page = add("Fotos do catálogo");
        page.fill("#comment", "Sem modelo");
        page.click("#comments .stack button");
        page.click("a[href$='?edit=1#edit']");
        page.fill("#place", "No estúdio");
        page.selectOption("#edit #job", "copy");
        page.click("#edit button.main");
        page.fill("#item", "Marcar o dia");
        page.click("#items .one-line button");
        assertThat(page.locator("#history form").count()).isEqualTo(3);
        check(page);

        page.locator("#history li")
                .filter(new Locator.FilterOptions().setHasText("Comment: Sem modelo"))
                .locator("button")
                .click();
        assertThat(page.locator(".note-text").count()).isZero();
        assertThat(page.innerText("#items")).contains("Marcar o dia");
        assertThat(page.innerText(".answers")).contains("No estúdio");

        page.locator("#history form button").last().click();
        assertThat(page.innerText(".answers")).doesNotContain("No estúdio");
        assertThat(page.innerText(".verdict")).contains("Design");
        assertThat(page.locator("#history form").count()).isEqualTo(1);
        check(page);
    }

    @Test
    void attachesFilesThatCannotDoHarm() {
        Page page = add("Com arquivos");
        page.setInputFiles(
                "form[data-attach] input",
                new FilePayload[] {
                    new FilePayload("<b>foto.png", "text/html", PICTURE),
                    new FilePayload(
                            "pagina.png",
                            "image/png",
                            "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                });
        page.waitForURL("**/tasks/*?done=attached*");
        assertThat(page.locator("#files li").count()).isEqualTo(2);
        assertThat(page.locator("#files img").count()).isEqualTo(1);
        List<String> addresses =
                page.locator("#files li p a").all().stream()
                        .map(link -> link.getAttribute("href"))
                        .toList();
        var shown = page.request().get(owner.server().url(addresses.get(0)).toString());
        assertThat(shown.headers())
                .containsEntry("content-type", "image/png")
                .containsEntry("x-content-type-options", "nosniff");
        assertThat(shown.headers().get("content-security-policy")).contains("sandbox");
        assertThat(shown.headers().get("content-disposition")).startsWith("inline");
        var kept = page.request().get(owner.server().url(addresses.get(1)).toString());
        assertThat(kept.headers()).containsEntry("content-type", "application/octet-stream");
        assertThat(kept.headers().get("content-disposition")).startsWith("attachment");
        page.click("#files li:first-child form button");
        assertThat(page.locator("#files li").count()).isEqualTo(1);
        page.click(".note-done button");
        assertThat(page.locator("#files li").count()).isEqualTo(2);
    }

    @Test
    void showsWhatOnePersonHolds() {
        add("Conferir o frete");
        Page page = add("Responder ao fornecedor");
        page.click("a[href$='?edit=1#edit']");
        page.selectOption("#edit select[name=person]", new SelectOption().setLabel("Ana Exemplo"));
        page.click("#edit button.main");
        page = owner.open(OwnerForTests.STORE, "/tasks");
        page.selectOption(
                ".filters select[name=person]", new SelectOption().setLabel("Ana Exemplo"));
        page.waitForURL("**/tasks?**person=**");
        assertThat(page.innerText("main"))
                .contains("Responder ao fornecedor")
                .doesNotContain("Conferir o frete");
        check(page);
    }

    @Test
    void showsTasksAsListBoardAndCalendarWithoutDragging() {
        add(HOSTILE);
        Page page = add("Ligar para a transportadora");
        for (String view : List.of("", "?view=board", "?view=calendar", "?mine=1", "?overdue=1")) {
            page = owner.open(OwnerForTests.STORE, "/tasks" + view);
            check(page);
        }
        page = owner.open(OwnerForTests.STORE, "/tasks?view=board");
        page.locator(".board-line")
                .filter(new Locator.FilterOptions().setHasText("transportadora"))
                .locator("select")
                .selectOption(new SelectOption().setValue("purchasing"));
        page.waitForSelector(".note-done");
        assertThat(page.innerText("section[aria-labelledby=job-purchasing]"))
                .contains("transportadora");
        page.setViewportSize(1280, 900);
        check(page);
        check(owner.open(OwnerForTests.STORE, "/tasks?view=calendar"));
        assertThat(page.locator("table.due").boundingBox().width).isGreaterThan(800);
        page.setViewportSize(390, 844);
    }

    private static Page add(String title) {
        Page page = owner.open(OwnerForTests.STORE, "/tasks");
        page.fill("#title", title);
        page.selectOption("#job", "design");
        page.fill("#due", "2026-03-09");
        page.fill("#stake", "150");
        page.click("#new button.main");
        page.waitForURL("**/tasks/*?done=task");
        return page;
    }

    private static void check(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s is no wider than the screen", page.url())
                .isEqualTo(true);
        assertThat(BrowserForTests.barriers(page)).as(page.url()).isEmpty();
    }
}

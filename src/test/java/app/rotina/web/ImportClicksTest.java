package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.rotina.api.CuttingProxy;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.routine.CellTeaching;
import app.rotina.sources.CellRule;
import app.rotina.state.StateForTests;
import app.rotina.state.Vault;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people click on the way of a file: workbooks, rows to mend, progress, cancel, a cut line.
 */
class ImportClicksTest {
    private static final int MANY = 400_000;

    private static OwnerForTests owner;

    @TempDir private Path folder;

    @BeforeAll
    static void start() {
        owner = new OwnerForTests();
    }

    @AfterAll
    static void stop() {
        if (owner != null) {
            owner.close();
        }
    }

    @Test
    void takesAWorkbookIn() throws IOException {
        owner.addStore("sheets");
        Path file = folder.resolve("gastos.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Abril");
            sheet.value(0, 0, "dia");
            sheet.value(0, 1, "investimento");
            sheet.value(1, 0, LocalDate.of(2026, 4, 5));
            sheet.style(1, 0).format("dd/mm/yyyy").set();
            sheet.value(1, 1, 1234.56);
        }
        Page page = upload("sheets", file);
        assertThat(page.textContent(".badge.met")).contains("Daily ad spend");
        assertThat(page.textContent(".counted")).contains("Its one row can be taken in");
        page.click("form[action$='/start'] button.main");
        page.waitForSelector("table.rows td.main");
        assertThat(page.textContent(".facts dd")).isEqualTo("R$1,234.56");
        assertThat(owner.complaints()).isEmpty();
    }

    @Test
    void mendsARowThatWaitsAndGivesAnotherUp() throws IOException {
        owner.addStore("waiting");
        Path file =
                Files.writeString(
                        folder.resolve("spend.csv"),
                        "day,spend\n2026-04-05,10.50\n2026-04-06,ten\n2026-04-31,12.00\n");
        Page page = upload("waiting", file);
        assertThat(page.textContent(".counted")).contains("2 of 3 rows would wait");
        page.click("form[action$='/start'] button.main");
        page.waitForSelector("table.rows td.main");
        page.click(".actions a[href$='/quarantine']");
        assertThat(page.locator("section.card:not(.first-steps)").count()).isEqualTo(2);
        assertThat(BrowserForTests.barriers(page)).isEmpty();

        Locator wrong = page.locator("section.card:has(code:text-is('ten'))");
        assertThat(wrong.locator(".at-fault input").inputValue()).isEqualTo("ten");
        wrong.locator(".at-fault input").fill("zehn");
        wrong.locator("button.main").first().click();
        assertThat(page.textContent(".note-done")).contains("still does not fit");
        Locator again = page.locator("section.card:has(code:text-is('zehn'))");
        again.locator(".at-fault input").fill("10.00");
        again.locator("button.main").first().click();
        assertThat(page.textContent(".note-done")).contains("was taken in");
        assertThat(page.locator("section.card:not(.first-steps)").count()).isEqualTo(1);

        page.click("form[action$='/dismissal'] button");
        assertThat(page.textContent(".note-done")).contains("given up");
        assertThat(page.textContent(".card:not(.first-steps)")).contains("No row waits");
        assertThat(owner.complaints()).isEmpty();
    }

    @Test
    void bringsARowBackThatWasGivenUp() throws IOException {
        owner.addStore("given-up");
        Path file =
                Files.writeString(
                        folder.resolve("lost.csv"),
                        "day,spend\n2026-04-05,1.50\n2026-04-31,12.00\n");
        Page page = upload("given-up", file);
        page.click("form[action$='/start'] button.main");
        page.waitForSelector("table.rows td.main");
        page.click(".actions a[href$='/quarantine']");
        page.click("form[action$='/dismissal'] button");
        page.click("a[href$='/quarantine/dismissed']");
        assertThat(page.textContent(".waiting")).contains("31");
        assertThat(BrowserForTests.barriers(page)).isEmpty();
        page.goBack();
        page.click(".note-done button");
        assertThat(page.textContent(".note-done")).contains("waits again");
        assertThat(page.textContent(".waiting")).contains("lost.csv");
        page.click("form[action$='/dismissal'] button");
        page.click("a[href$='/quarantine/dismissed']");
        page.click("form[action$='/restoration'] button");
        assertThat(page.locator(".waiting form[action$='/dismissal']").count()).isPositive();
        assertThat(page.locator("a[href$='/quarantine/dismissed']").count()).isZero();
        assertThat(owner.complaints()).isEmpty();
    }

    @Test
    void mendsTheSameFaultOfManyRowsAtOnce() throws IOException {
        owner.addStore("alike");
        StringBuilder rows = new StringBuilder("day,spend\n");
        for (int day = 1; day <= 9; day++) {
            rows.append("2026-04-0").append(day).append(day < 5 ? ",n/a\n" : ",10.00\n");
        }
        Page page = upload("alike", Files.writeString(folder.resolve("spend.csv"), rows));
        page.click("form[action$='/start'] button.main");
        page.waitForSelector("table.rows td.main");
        page.click(".actions a[href$='/quarantine']");
        assertThat(page.locator(".waiting").count()).isEqualTo(1);
        assertThat(page.textContent(".waiting")).contains("4 rows");
        assertThat(BrowserForTests.barriers(page)).isEmpty();
        page.locator(".waiting .at-fault input").first().fill("0");
        page.locator(".waiting button.main").first().click();
        assertThat(page.textContent(".note-done")).contains("taken in");
        assertThat(page.textContent(".card:not(.first-steps)")).contains("No row waits");
        assertThat(owner.complaints()).isEmpty();
    }

    @Test
    void learnsHowACellIsReadFromACorrectedRow() throws IOException {
        owner.addStore("learns");
        Page page = upload("learns", spend("n/a", "none"));
        page.click("form[action$='/start'] button.main");
        page.waitForSelector("table.rows td.main");
        page.click(".actions a[href$='/quarantine']");
        assertThatThrownBy(() -> teach("learns", "ten"))
                .isInstanceOfSatisfying(
                        RotinaException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.CELL_STILL_UNREAD));
        page.locator(".waiting .at-fault input").first().fill("0");
        page.locator("input[name=always]").first().check();
        page.locator(".waiting button.main").first().click();
        assertThat(page.textContent(".note-done")).contains("Learned");
        page.locator("button[name=always]").first().click();
        assertThat(page.textContent(".note-done")).contains("Learned");
        page = upload("learns", spend("N/A", "none"));
        page.click("form[action$='/start'] button.main");
        page.waitForSelector("table.rows td.main");
        page = owner.open("learns", "/quarantine");
        assertThat(page.textContent(".card:not(.first-steps)")).contains("No row waits");
        page = owner.open("learns", "/profiles");
        assertThat(page.textContent("#rules"))
                .contains("“n/a” in spend is read as “0”", "left out");
        assertThat(BrowserForTests.barriers(page)).isEmpty();
        page.locator("#rules button").first().click();
        page.click(".note-done button");
        assertThat(page.textContent("#rules")).contains("is read as “0”", "left out");
        page.locator("#rules button").first().click();
        page.locator("#rules button").first().click();
        assertThat(page.locator("#rules").count()).isZero();
        assertThat(owner.complaints()).isEmpty();
    }

    private static void teach(String store, String reads) {
        owner.server()
                .bean(CellTeaching.class)
                .teach(
                        StateForTests.store(store),
                        owner.server().bean(Vault.class).key(store),
                        new CellRule("daily-spend/spend", "spend", "n/a", reads),
                        "ana");
    }

    private Path spend(String... words) throws IOException {
        StringBuilder rows = new StringBuilder("day,spend\n2026-04-0%d,10.00\n".formatted(9));
        for (int day = 1; day <= words.length; day++) {
            rows.append("2026-04-0").append(day).append(',').append(words[day - 1]).append('\n');
        }
        return Files.writeString(
                folder.resolve("spend-" + words[0].length() + words[0].hashCode() + ".csv"), rows);
    }

    @Test
    void pinsADayOfTheGoalAndGivesItBack() {
        owner.addStore("pins");
        YearMonth month = YearMonth.now(ZoneId.of("America/Sao_Paulo")).plusMonths(1);
        Page page = owner.open("pins", "/goals?month=" + month);
        page.fill("#value", "30000");
        page.click("main form[action$='/goals'] button.main");
        String day = "input[name='day-" + month.atDay(10) + "']";

        page.fill(day, "2500");
        page.click(".save button.main");

        assertThat(page.inputValue(day)).startsWith("2,500");
        assertThat(page.locator(".plan tr:has-text('by hand')").count()).isEqualTo(1);
        assertThat(page.textContent("#days-title")).contains("R$30,000.00");
        page.click(".plan button[form^=release]");
        assertThat(page.locator(".plan button[form^=release]").count()).isZero();
        assertThat(page.inputValue(day)).doesNotStartWith("2,500");
    }

    @Test
    void showsHowFarABiggerImportIsAndStopsIt() throws IOException {
        owner.addStore("big");
        Page page = upload("big", many());
        page.click("form[action$='/start'] button.main");
        page.waitForSelector("[data-watch] progress[value]");
        PlaywrightAssertions.assertThat(page.locator("[data-status]")).containsText("many.csv");
        assertThat(page.textContent("[data-status]")).contains("rows");

        page.click("form[action$='/cancel'] button");
        PlaywrightAssertions.assertThat(page.locator("main"))
                .containsText("The import was cancelled. Nothing was changed.");
        assertThat(BrowserForTests.barriers(page)).isEmpty();
        page.navigate(page.url().replaceAll("/import/.*", "/import"));
        assertThat(page.textContent("main")).contains("Nothing has been imported");
        assertThat(owner.complaints()).isEmpty();
    }

    @Test
    void goesOnByItselfAfterTheLineWasCut() throws IOException {
        owner.addStore("cut");
        try (CuttingProxy line =
                new CuttingProxy(owner.server().url("/").getPort(), 2, 6_000_000)) {
            Page page = owner.page();
            String host = owner.server().url("/").getHost();
            page.navigate("http://" + host + ":" + line.port() + "/s/cut/import");
            assertThat(page.url()).endsWith("/s/cut/import");
            page.setInputFiles("#files", many());
            page.waitForURL("**/import/*");
            assertThat(line.cutsLeft()).isZero();
            assertThat(page.textContent(".badge.met")).contains("Daily ad spend");
            assertThat(page.textContent(".counted")).contains("20,000");
        }
        owner.complaints();
    }

    private Path many() throws IOException {
        Path file = folder.resolve("many.csv");
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write("day,platform,campaign,spend\n");
            for (int i = 0; i < MANY; i++) {
                csv.write("2026-01-" + (10 + i % 20) + ",Plataforma,campanha " + i + ",1.50\n");
            }
        }
        return file;
    }

    private static Page upload(String store, Path file) {
        Page page = owner.open(store, "/import");
        page.setInputFiles("#files", file);
        page.waitForURL("**/import/*");
        return page;
    }
}

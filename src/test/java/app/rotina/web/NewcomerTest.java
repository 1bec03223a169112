package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.goals.MonthGoal;
import app.rotina.routine.GoalSetting;
import app.rotina.routine.GoalSetting.Aim;
import app.rotina.state.Goals;
import app.rotina.state.StateForTests;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What somebody new tries first, on a phone and from the day's page: every control they touch is a
 * tap, and none of it takes more than six.
 */
class NewcomerTest {
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final int MOST_TAPS = 6;

    private static OwnerForTests owner;
    private static Page page;

    @TempDir private static Path folder;

    private int taps;

    @BeforeAll
    static void start() {
        owner = new OwnerForTests();
        owner.fillWithSample(OwnerForTests.STORE, 3_000);
        page = owner.page();
    }

    @AfterAll
    static void stop() {
        owner.close();
    }

    @BeforeEach
    void beginWithTheDay() {
        owner.open(OwnerForTests.STORE, "");
    }

    @AfterEach
    void tookFewTaps() {
        assertThat(taps).isBetween(1, MOST_TAPS);
        assertThat(owner.complaints()).isEmpty();
    }

    @Test
    void setsAGoal() {
        tap(".all-places summary");
        tap(".places a[href$='/goals']");
        fill("#value", "900,000");
        tap("main form[action$='/goals'] button.main");
        assertThat(page.textContent("#days-title")).startsWith("R$900,000.00");
    }

    @Test
    void findsWhyTuesdayWentAsItDid() {
        LocalDate tuesday =
                LocalDate.now(ZONE)
                        .minusDays(1)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.TUESDAY));
        fill(".day-pick input[type=date]", tuesday.toString());
        page.waitForURL("**/day/" + tuesday);
        tap(".why .onward a");
        assertThat(page.textContent(".story .sentence")).isNotBlank();
        tap("#cuts .fall a.figure");
        assertThat(page.locator("table.rows tbody tr").count()).isPositive();
    }

    @Test
    void mendsARowThatWaits() throws IOException {
        leaveARowWaiting();
        tap(".all-places summary");
        tap(".places a[href$='/import']");
        tap(".page-head a[href$='/quarantine']");
        fill(".at-fault input", "10.00");
        tap("form[action*='/quarantine/'] button.main");
        assertThat(page.textContent(".note-done")).contains("taken in");
    }

    private void leaveARowWaiting() throws IOException {
        Path file = Files.writeString(folder.resolve("spend.csv"), "day,spend\n2026-04-06,ten\n");
        owner.open(OwnerForTests.STORE, "/import");
        page.setInputFiles("#files", file);
        page.waitForURL("**/import/*");
        page.click("form[action$='/start'] button.main");
        page.waitForSelector("table.rows td.main");
        owner.open(OwnerForTests.STORE, "");
    }

    @Test
    void takesTheSheetOutAndBringsItBack() throws IOException {
        want(YearMonth.now(ZONE));
        tap(".all-places summary");
        tap(".places a[href$='/sheet']");
        Path sheet = page.waitForDownload(() -> tap("a[download]")).path();
        Path edited = Files.write(folder.resolve("edited.xlsx"), edited(sheet));
        taps++;
        page.setInputFiles("#sheet-file", edited);
        page.waitForURL("**/goals/sheet/*");
        assertThat(BrowserForTests.overflow(page)).isZero();
        tap(".actions form button.main");
        assertThat(page.textContent(".note-done")).contains("the plan now");
    }

    private static void want(YearMonth month) {
        owner.server()
                .bean(GoalSetting.class)
                .set(
                        StateForTests.store(OwnerForTests.STORE),
                        new Aim("net_revenue", null, month),
                        new BigDecimal("300000"),
                        "ana");
    }

    /** The sheet with one cent more on the last day of the month. */
    private static byte[] edited(Path sheet) throws IOException {
        YearMonth month = YearMonth.now(ZONE);
        MonthGoal goal =
                owner.server()
                        .bean(Goals.class)
                        .find(OwnerForTests.STORE, "net_revenue", null, month)
                        .orElseThrow();
        BigDecimal last = goal.on(month.atEndOfMonth()).orElseThrow().stripTrailingZeros();
        BigDecimal more = last.add(new BigDecimal("0.01"));
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(sheet));
                ZipOutputStream out = new ZipOutputStream(copy)) {
            for (ZipEntry part; (part = in.getNextEntry()) != null; ) {
                out.putNextEntry(new ZipEntry(part.getName()));
                String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                boolean cells = part.getName().equals("xl/worksheets/sheet1.xml");
                String was = "<v>" + last.toPlainString() + "</v>";
                String now = "<v>" + more.toPlainString() + "</v>";
                out.write((cells ? xml.replace(was, now) : xml).getBytes(StandardCharsets.UTF_8));
            }
        }
        return copy.toByteArray();
    }

    @Test
    void notesWhatHappenedAndSharesIt() {
        fill("#note", "The payment page was down for two hours");
        tap("#notes form.stack button");
        tap("#notes .onward a");
        tap("[data-copy]");
        assertThat(page.inputValue("#share-text")).contains("two hours");
        PlaywrightAssertions.assertThat(page.locator("[data-copy]")).hasText("Copied");
    }

    @Test
    void readsInAnotherLanguage() {
        tap(".account summary");
        tap("button[value=zh-CN]");
        assertThat(page.getAttribute("html", "lang")).isEqualTo("zh-CN");
        tap(".account summary");
        tap("button[value=en]");
        assertThat(page.getAttribute("html", "lang")).isEqualTo("en");
    }

    @Test
    void laysOneBlackFridayBesideTheOther() {
        tap(".metric h3 a[href*='/metric/']");
        taps++;
        page.selectOption("select[name=span]", "last_year");
        page.waitForURL("**span=last_year**");
        if (!page.isVisible(".marks-list")) {
            tap("details.as-table:has(.marks-list) summary");
        }
        tap(".marks-list a:has-text('Black Friday')");
        assertThat(page.textContent(".span-says")).contains("Black Friday");
        assertThat(page.inputValue("select[name=against]")).isEqualTo("event");
    }

    @Test
    void findsTheSizeThatIsMissing() {
        tap(".all-places summary");
        tap(".places a[href$='/products']");
        tap(".sold-out a");
        assertThat(page.locator(".variants td.out").count()).isPositive();
    }

    @Test
    void addsASecondStore() {
        tap(".store-name");
        tap(".page-head a[href='/stores/new']");
        fill("#name", "Second Example");
        tap("main form button.main");
        assertThat(page.url()).contains("/s/second-example");
    }

    @Test
    void invitesAColleague() {
        tap(".all-places summary");
        tap(".places a[href$='/people']");
        tap("section[aria-labelledby=invite-title] input[value=adviser]");
        tap("form[action$='/invitations'] button.main");
        tap("[data-copy]");
        assertThat(page.inputValue("#invitation-text")).contains("http");
        PlaywrightAssertions.assertThat(page.locator("[data-copy]")).hasText("Copied");
    }

    private void tap(String control) {
        taps++;
        page.locator(control).first().click();
    }

    private void fill(String field, String text) {
        taps++;
        page.locator(field).first().fill(text);
    }
}

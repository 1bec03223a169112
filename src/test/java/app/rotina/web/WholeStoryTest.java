package app.rotina.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An owner asks why, shares the answer, looks at all stores and sources, invites a colleague. */
class WholeStoryTest {
    private static final String STORE = "/s/" + OwnerForTests.STORE;

    private static OwnerForTests owner;
    private static Page page;

    private final List<String> barriers = new ArrayList<>();

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

    @Test
    void leadsFromTheDayToItsWholeStoryAndItsRows() {
        open(STORE);
        page.click(".why .onward a");
        assertThat(page.url()).contains("/why?from=");
        check();
        String day = page.textContent(".story .sentence");

        page.click(".span-pick nav:first-child a:nth-child(2)");
        assertThat(page.url()).contains("against=previous");
        assertThat(page.textContent(".story .sentence")).isNotEqualTo(day);
        check();

        page.click("#cuts .choices a:nth-child(2)");
        assertThat(page.url()).contains("by=").contains("against=previous");
        check();
        page.click("#cuts .fall a.figure");
        assertThat(page.url()).contains("/rows?").contains("where=");

        page.goBack();
        page.goBack();
        assertThat(page.url()).contains("against=previous").doesNotContain("by=");
    }

    @Test
    void writesWhatHappenedAndSharesTheDay() {
        LocalDate yesterday = LocalDate.now(ZoneId.of("America/Sao_Paulo")).minusDays(1);
        open(STORE + "/day/" + yesterday);
        page.fill("#note", "Two hours without the payment page <b>");
        page.click("#notes form.stack button");
        page.click("#notes .onward a");

        assertThat(page.inputValue("#share-text"))
                .contains("Two hours without the payment page <b>")
                .contains(page.textContent(".story .sentence").strip());
        assertThat(page.getAttribute(".share a.button", "href")).startsWith("https://wa.me/?text=");
        check();
    }

    @Test
    void putsTheStoresThatNeedAHandInPlainSight() {
        owner.addStore("second");
        open("/stores");

        assertThat(page.locator(".portfolio tbody tr").count()).isEqualTo(2);
        assertThat(page.textContent(".portfolio tr:last-child .hands")).contains("Bring data");
        check();
        page.click(".portfolio .store-link");
        assertThat(page.url()).endsWith(STORE);
    }

    @Test
    void takesEveryTableAlong() {
        LocalDate day = LocalDate.now(ZoneId.of("America/Sao_Paulo")).minusDays(2);
        String rows = STORE + "/rows?metric=units&from=" + day + "&to=" + day;
        for (String path : List.of(STORE + "/why", STORE + "/month", rows, "/stores")) {
            open(path);
            check();
            List<String> files =
                    page.locator(".exports a").all().stream()
                            .map(link -> link.getAttribute("href"))
                            .toList();
            assertThat(files).as(path).hasSizeGreaterThanOrEqualTo(3);
            for (String file : files) {
                APIResponse answer =
                        page.context().request().get(owner.server().url(file).toString());
                assertThat(answer.status()).as(file).isEqualTo(200);
                assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1))
                        .as(file)
                        .startsWith(
                                file.endsWith("pdf")
                                        ? "%PDF"
                                        : file.endsWith("xlsx") ? "PK" : "\u00EF\u00BB\u00BF");
            }
        }
    }

    @Test
    void keepsAViewOfAWhy() {
        open(STORE + "/why?against=previous");
        page.click(".save-view summary");
        page.fill("#view-name", "Against the day before");
        page.click(".save-view button.button");
        page.click(".saved dt a");
        assertThat(page.url()).endsWith("/why?against=previous");
        check();
    }

    @Test
    void tellsWhatEverySourceHasBrought() {
        open(STORE + "/sources");

        assertThat(page.locator(".origin").count()).isGreaterThan(5);
        assertThat(page.locator(".origin .badge.met").count()).isGreaterThan(3);
        check();
    }

    @Test
    void letsAColleagueIn() {
        open(STORE + "/people");
        check();
        page.check("section[aria-labelledby=invite-title] input[value=adviser]");
        page.click("form[action$='/invitations'] button.main");
        check();
        String text = page.inputValue("#invitation-text");
        String link = text.substring(text.indexOf("http"));

        try (BrowserContext other = owner.another(Locale.UK)) {
            Page colleague = other.newPage();
            colleague.navigate(link);
            colleague.fill("#name", "Bo Exemplo");
            colleague.fill("#email", "bo@example.org");
            colleague.fill("#password", "another long one");
            colleague.click("main button.main");
            assertThat(colleague.url()).endsWith(STORE);
            assertThat(colleague.locator("#note").count()).isZero();

            colleague.navigate(link);
            assertThat(colleague.locator("#password").count()).isZero();
        }
        open(STORE + "/people");
        assertThat(page.textContent(".members")).contains("Bo Exemplo");
    }

    private static void open(String path) {
        page.navigate(owner.server().url(path).toString());
    }

    /** No barrier, and nothing wider than a phone or a desk. */
    private void check() {
        for (int[] window : new int[][] {{1440, 900}, {360, 740}}) {
            page.setViewportSize(window[0], window[1]);
            BrowserForTests.barriers(page).forEach(one -> barriers.add(page.url() + " " + one));
            assertThat(BrowserForTests.overflow(page)).as(page.url()).isZero();
        }
        assertThat(barriers).isEmpty();
    }
}

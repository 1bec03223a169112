package app.rotina.web;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of this machine. */
final class BrowserForTests implements AutoCloseable {
    private static final String LAY_BARS =
            """
            document.querySelectorAll('body *').forEach(it => {
              if (it.closest('dialog') === null
                  && ['sticky', 'fixed'].includes(getComputedStyle(it).position)) {
                it.dataset.laid = it.style.position;
                it.style.position = 'relative';
              }
            })
            """;

    private static final String FREE_BARS =
            """
            document.querySelectorAll('[data-laid]').forEach(it => {
              it.style.position = it.dataset.laid;
              delete it.dataset.laid;
            })
            """;

    private final Playwright playwright;
    private final Browser browser;

    BrowserForTests() {
        Path chromium = chromium();
        this.playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(chromium)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-background-networking")));
    }

    private static Path chromium() {
        List<Path> found =
                Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .toList();
        Assumptions.assumeFalse(
                found.isEmpty(), "no Chromium on this machine: apt install chromium");
        return found.getFirst();
    }

    /** A phone of 360 × 740 whose owner reads this language. */
    BrowserContext phone(Locale locale) {
        return browser.newContext(
                new Browser.NewContextOptions()
                        .setViewportSize(360, 740)
                        .setLocale(locale.toLanguageTag()));
    }

    /** The same browser with the sign-in of another, but without scripts. */
    BrowserContext withoutScript(BrowserContext other) {
        return browser.newContext(
                new Browser.NewContextOptions()
                        .setViewportSize(360, 740)
                        .setLocale("en-GB")
                        .setJavaScriptEnabled(false)
                        .setStorageState(other.storageState()));
    }

    /**
     * What a page does that WCAG 2.2 AA does not allow, in words.
     *
     * <p>Bars that stay in sight are laid into the page for it: where the page stands, they cover
     * half of some link or other, and a small scroll frees it.
     */
    static List<String> barriers(Page page) {
        page.evaluate(LAY_BARS);
        List<String> barriers = barriersIn(page);
        page.evaluate(FREE_BARS);
        return barriers;
    }

    private static List<String> barriersIn(Page page) {
        AxeRunOptions onlyWhatIsWrong = new AxeRunOptions(); // the rest in full costs a third more
        onlyWhatIsWrong.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                        .setLegacyMode(true)
                        .options(onlyWhatIsWrong)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(BrowserForTests::said)
                        .toList();
    }

    /** How many pixels the page is wider than its window. */
    static int overflow(Page page) {
        return ((Number)
                        page.evaluate(
                                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    private static String said(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().getFirst().getHtml();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

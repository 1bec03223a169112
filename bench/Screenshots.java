import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every page as a picture: of the sample store and of an empty one, in three languages, light and
 * dark, on a phone and on a desk; says which are wider than their screen or closed to somebody.
 */
public final class Screenshots {
    private static final List<String> LANGUAGES = List.of("en", "pt-BR", "zh-CN");
    private static final Map<String, int[]> SCREENS =
            Map.of("phone", new int[] {360, 740}, "desk", new int[] {1440, 900});

    private final Path out;
    private final String url;
    private int shot;
    private int faults;

    private Screenshots(Path out, String url) {
        this.out = out;
        this.url = url;
    }

    public static void main(String[] args) throws Exception {
        Path out = Path.of(option(args, "--out", "target/screenshots"));
        Files.createDirectories(out);
        boolean passed;
        try (Cockpit cockpit = Cockpit.open();
                Playwright playwright = Cockpit.playwright()) {
            Browser browser = Cockpit.chromium(playwright);
            passed = new Screenshots(out, cockpit.url()).shoot(browser, cockpit.signedIn(browser));
        }
        System.exit(passed ? 0 : 1);
    }

    static String option(String[] args, String name, String otherwise) {
        for (int i = 0; i + 1 < args.length; i++) {
            if (args[i].equals(name)) {
                return args[i + 1];
            }
        }
        return otherwise;
    }

    private boolean shoot(Browser browser, String state) {
        Set<String> addresses = addresses(browser, state);
        for (String screen : SCREENS.keySet()) {
            for (String theme : List.of("light", "dark")) {
                for (String language : LANGUAGES) {
                    shoot(browser, state, new Look(screen, theme, language), addresses);
                }
            }
        }
        System.out.printf(
                "%d pages, %d pictures in %s, %d faults%n", addresses.size(), shot, out, faults);
        return faults == 0;
    }

    /** How a page is looked at. */
    private record Look(String screen, String theme, String language) {}

    /** What the menus lead to, and what a person gets to beside them. */
    private Set<String> addresses(Browser browser, String state) {
        Set<String> found =
                new LinkedHashSet<>(
                        List.of("/", "/stores/new", "/preferences", "/design", "/nowhere"));
        try (BrowserContext context =
                browser.newContext(new Browser.NewContextOptions().setStorageState(state))) {
            Page page = context.newPage();
            for (String store : List.of("sample", Cockpit.EMPTY_STORE)) {
                page.navigate(url + "/s/" + store);
                page.locator(".places a").all().forEach(one -> found.add(one.getAttribute("href")));
                found.add("/s/" + store + "/profiles");
            }
            page.navigate(url + "/s/sample");
            found.add(page.locator("a[rel=prev]").first().getAttribute("href"));
            found.add(page.locator(".verdict a.figure").first().getAttribute("href"));
            found.add(page.locator(".fall a.figure").first().getAttribute("href"));
        }
        return found;
    }

    private void shoot(Browser browser, String state, Look look, Set<String> addresses) {
        int[] size = SCREENS.get(look.screen());
        Browser.NewContextOptions options =
                new Browser.NewContextOptions()
                        .setStorageState(state)
                        .setViewportSize(size[0], size[1])
                        .setReducedMotion(ReducedMotion.REDUCE);
        try (BrowserContext context = browser.newContext(options)) {
            context.addCookies(
                    List.of(
                            new Cookie("language", look.language()).setUrl(url),
                            new Cookie("theme", look.theme()).setUrl(url)));
            Page page = context.newPage();
            for (String address : addresses) {
                page.navigate(url + address);
                keep(page, address, look);
            }
        }
    }

    private void keep(Page page, String address, Look look) {
        String name = address.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        String file =
                "%s_%s_%s_%s.png"
                        .formatted(
                                name.isEmpty() ? "stores" : name,
                                look.screen(),
                                look.theme(),
                                look.language());
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(out.resolve(file)));
        shot++;
        int wide =
                ((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                        .intValue();
        if (wide > 0) {
            fault(address, look, wide + " px wider than the screen");
        }
        new AxeBuilder(page)
                .setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations()
                .forEach(rule -> fault(address, look, said(rule)));
    }

    private static String said(Rule rule) {
        return rule.getId() + " " + rule.getNodes().getFirst().getHtml();
    }

    private void fault(String address, Look look, String what) {
        faults++;
        System.out.printf(
                "%s, %s %s %s: %s%n", address, look.screen(), look.theme(), look.language(), what);
    }
}

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;

/** One browser that shoots pages, a look at a time, and says what is wrong with them. */
final class Camera {
    private final Path out;
    private final String url;
    private final String state;

    Camera(Path out, String url, String state) {
        this.out = out;
        this.url = url;
        this.state = state;
    }

    /**
     * How a page is looked at.
     *
     * @param judged true where it is checked for barriers, too
     */
    record Look(String screen, String theme, String language, boolean judged) {
        boolean isPhone() {
            return screen.equals("phone");
        }

        @Override
        public String toString() {
            return screen + " " + theme + " " + language;
        }
    }

    /** Takes looks until none is left; a browser belongs to one thread. */
    List<String> shoot(Queue<Look> looks, Collection<String> addresses) {
        List<String> faults = new ArrayList<>();
        try (Playwright playwright = Cockpit.playwright();
                Browser browser = Cockpit.chromium(playwright)) {
            for (Look look = looks.poll(); look != null; look = looks.poll()) {
                faults.addAll(shoot(browser, look, addresses));
            }
        }
        return faults;
    }

    private List<String> shoot(Browser browser, Look look, Collection<String> addresses) {
        List<String> faults = new ArrayList<>();
        try (BrowserContext context = browser.newContext(options(look))) {
            context.addCookies(
                    List.of(
                            new Cookie("language", look.language()).setUrl(url),
                            new Cookie("theme", look.theme()).setUrl(url)));
            Page page = context.newPage();
            for (String address : addresses) {
                page.navigate(url + address);
                keep(page, address, look)
                        .forEach(fault -> faults.add(address + ", " + look + ": " + fault));
            }
        }
        return faults;
    }

    private Browser.NewContextOptions options(Look look) {
        return new Browser.NewContextOptions()
                .setStorageState(state)
                .setViewportSize(look.isPhone() ? 360 : 1440, look.isPhone() ? 740 : 900)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    private List<String> keep(Page page, String address, Look look) {
        List<String> faults = new ArrayList<>();
        Path file = out.resolve(name(address) + "_" + look.toString().replace(' ', '_') + ".png");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
        Number wide =
                (Number) page.evaluate("document.documentElement.scrollWidth - innerWidth");
        if (wide.intValue() > 0) {
            faults.add(wide + " px wider than the screen");
        }
        if (look.judged()) {
            faults.addAll(barriers(page));
        }
        return faults;
    }

    private static String name(String address) {
        String name = address.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() ? "stores" : name;
    }

    private static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                        .setLegacyMode(true)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(Camera::said)
                        .toList();
    }

    private static String said(Rule rule) {
        return rule.getId() + " " + rule.getNodes().getFirst().getHtml();
    }
}

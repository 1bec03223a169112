import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * Every page as a picture: of the sample store and of an empty one, in three languages, light and
 * dark, on a phone and on a desk; says which are wider than their screen or closed to somebody.
 */
public final class Screenshots {
    private static final int CAMERAS = 2;

    private final String[] args;
    private final String url;
    private final String state;

    private Screenshots(String[] args, String url, String state) {
        this.args = args;
        this.url = url;
        this.state = state;
    }

    public static void main(String[] args) throws Exception {
        boolean passed;
        try (Cockpit cockpit = Cockpit.open(option(args, "--orders", Cockpit.USUAL));
                Playwright playwright = Cockpit.playwright();
                Browser browser = Cockpit.chromium(playwright)) {
            passed =
                    new Screenshots(args, cockpit.url(), cockpit.signedIn(browser)).shoot(browser);
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

    private List<String> list(String name, String otherwise) {
        return List.of(option(args, name, otherwise).split(","));
    }

    private boolean shoot(Browser browser) throws Exception {
        Path out = Path.of(option(args, "--out", "target/screenshots"));
        Files.createDirectories(out);
        Pattern wanted = Pattern.compile(option(args, "--pages", ""));
        List<String> addresses =
                addresses(browser).stream().filter(each -> wanted.matcher(each).find()).toList();
        List<Camera.Look> looks = looks();
        List<String> faults = faults(out, new ConcurrentLinkedQueue<>(looks), addresses);
        faults.stream().sorted().forEach(System.out::println);
        System.out.printf(
                "%d pages, %d pictures in %s, %d faults%n",
                addresses.size(), addresses.size() * looks.size(), out, faults.size());
        return faults.isEmpty();
    }

    /** Barriers are looked for on the phone, and on a desk in the first of the languages. */
    private List<Camera.Look> looks() {
        List<Camera.Look> looks = new ArrayList<>();
        List<String> languages = list("--langs", "en,pt-BR,zh-CN");
        for (String screen : list("--screens", "phone,desk")) {
            for (String theme : list("--themes", "light,dark")) {
                for (String language : languages) {
                    boolean judged =
                            screen.equals("phone") || language.equals(languages.getFirst());
                    looks.add(new Camera.Look(screen, theme, language, judged));
                }
            }
        }
        return looks;
    }

    private List<String> faults(Path out, Queue<Camera.Look> looks, List<String> addresses)
            throws Exception {
        List<String> faults = new ArrayList<>();
        try (ExecutorService cameras = Executors.newFixedThreadPool(CAMERAS)) {
            List<Future<List<String>>> shooting = new ArrayList<>();
            for (int i = 0; i < CAMERAS; i++) {
                Camera camera = new Camera(out, url, state);
                shooting.add(cameras.submit(() -> camera.shoot(looks, addresses)));
            }
            for (Future<List<String>> each : shooting) {
                faults.addAll(each.get());
            }
        }
        return faults;
    }

    /** What the menus lead to, and what a person gets to beside them. */
    private Set<String> addresses(Browser browser) {
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
                found.add("/s/" + store + "/quarantine");
                found.add("/s/" + store + "/why");
            }
            page.navigate(url + "/s/sample");
            found.add(first(page, "a[rel=prev]"));
            found.add(first(page, ".verdict a.figure"));
            found.add(first(page, ".fall a.figure"));
            found.add("/s/sample/metric/net_revenue?span=last_28&by=channel");
            page.navigate(url + "/s/sample/channels");
            found.add(first(page, "a[href*='/channels/one']"));
            page.navigate(url + "/s/sample/products");
            found.add(first(page, "a[href*='/products/one']"));
        }
        return found;
    }

    private static String first(Page page, String link) {
        return page.locator(link).first().getAttribute("href");
    }
}

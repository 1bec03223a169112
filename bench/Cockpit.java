import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The product as somebody just started it, in a fresh folder: the sample store and an empty one. */
final class Cockpit implements AutoCloseable {
    static final String EMPTY_STORE = "empty";

    /** Orders of the sample store where nobody says otherwise. */
    static final String USUAL = "60000";

    private final Path folder;
    private final Process server;
    private final String start;

    private Cockpit(Path folder, Process server, String start) {
        this.folder = folder;
        this.server = server;
        this.start = start;
    }

    static Cockpit open(String orders) throws IOException {
        Path folder = Files.createTempDirectory("rotina-cockpit");
        Process server =
                new ProcessBuilder(
                                "./rotina",
                                "--data",
                                folder.resolve("data").toString(),
                                "demo",
                                "--orders",
                                orders,
                                "--port",
                                Serving.freePort())
                        .redirectErrorStream(true)
                        .start();
        BufferedReader said =
                new BufferedReader(server.inputReader(StandardCharsets.UTF_8));
        String line = said.readLine();
        while (line != null && !line.contains("/start?token=")) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IOException("the product did not start");
        }
        Thread.ofVirtual().start(() -> said.lines().forEach(each -> {}));
        return new Cockpit(folder, server, line.substring(line.indexOf("http")).strip());
    }

    String url() {
        return start.substring(0, start.indexOf("/start"));
    }

    static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser chromium(Playwright playwright) {
        return playwright
                .chromium()
                .launch(
                        new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium())
                                .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("apt install chromium"));
    }

    /** Opens the first account and adds the empty store; what a browser keeps of that. */
    String signedIn(Browser browser) {
        try (BrowserContext context =
                browser.newContext(new Browser.NewContextOptions().setLocale("en"))) {
            Page page = context.newPage();
            page.navigate(start);
            page.fill("#name", "Ana Exemplo");
            page.fill("#email", "ana@example.org");
            page.fill("#password", "a long enough one");
            page.click("main button.main");
            page.navigate(url() + "/stores/new");
            page.fill("#name", "Empty Example");
            page.fill("#id", EMPTY_STORE);
            page.click("main button.main");
            page.waitForURL("**/s/" + EMPTY_STORE);
            return context.storageState();
        }
    }

    @Override
    public void close() throws IOException {
        server.toHandle().descendants().forEach(ProcessHandle::destroy);
        server.destroy();
        try {
            server.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

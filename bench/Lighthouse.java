import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lighthouse's mobile preset over pages of the sample store, signed in. Lighthouse comes by npm into
 * the build folder; nobody needs it to use the product.
 */
public final class Lighthouse {
    private static final Path TOOL = Path.of("target/lighthouse").toAbsolutePath();
    private static final List<String> PAGES =
            List.of("/s/sample", "/s/sample/why", "/s/sample/month", "/s/sample/sheet");

    private final Path folder;
    private final String url;
    private final Path cookies;

    private Lighthouse(Path folder, String url, Path cookies) {
        this.folder = folder;
        this.url = url;
        this.cookies = cookies;
    }

    public static void main(String[] args) throws Exception {
        install();
        List<String> pages = args.length == 0 ? PAGES : List.of(args);
        Path folder = Files.createTempDirectory("rotina-lighthouse");
        try (Cockpit cockpit = Cockpit.open(Cockpit.USUAL);
                Playwright playwright = Cockpit.playwright()) {
            Browser browser = Cockpit.chromium(playwright);
            Path cookies = cookies(folder, cockpit.signedIn(browser));
            browser.close();
            Lighthouse lighthouse = new Lighthouse(folder, cockpit.url(), cookies);
            System.out.println(
                    "page: performance, accessibility, best practices; first view; largest paint");
            for (String page : pages) {
                lighthouse.look(page);
            }
        }
        System.exit(0);
    }

    private static void install() throws Exception {
        if (!Files.exists(TOOL.resolve("node_modules/.bin/lighthouse"))) {
            Files.createDirectories(TOOL);
            run(TOOL, "npm", "install", "--no-audit", "--no-fund", "--silent", "lighthouse@13.5");
        }
    }

    private static Path cookies(Path folder, String state) throws IOException {
        List<String> pairs = new ArrayList<>();
        for (JsonNode one : JsonMapper.shared().readTree(state).path("cookies")) {
            pairs.add(one.path("name").asString() + "=" + one.path("value").asString());
        }
        Map<String, String> headers = Map.of("Cookie", String.join("; ", pairs));
        return Files.writeString(
                folder.resolve("headers.json"), JsonMapper.shared().writeValueAsString(headers));
    }

    /** Looks at a page once, since a server in use is warm, and counts the second look. */
    private void look(String page) throws Exception {
        visit(page);
        JsonNode told = visit(page);
        System.out.printf(
                "%s: %.0f, %.0f, %.0f; %s; %s; shift %s%n",
                page,
                score(told, "performance"),
                score(told, "accessibility"),
                score(told, "best-practices"),
                shown(told, "total-byte-weight"),
                shown(told, "largest-contentful-paint"),
                shown(told, "cumulative-layout-shift"));
    }

    private JsonNode visit(String page) throws Exception {
        Path answer = folder.resolve("answer.json");
        run(
                TOOL,
                "node_modules/.bin/lighthouse",
                url + page,
                "--quiet",
                "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
                "--only-categories=performance,accessibility,best-practices",
                "--extra-headers=" + cookies,
                "--output=json",
                "--output-path=" + answer);
        return JsonMapper.shared().readTree(Files.readString(answer));
    }

    private static double score(JsonNode told, String category) {
        return 100 * told.path("categories").path(category).path("score").asDouble();
    }

    private static String shown(JsonNode told, String audit) {
        return told.path("audits").path(audit).path("displayValue").asString();
    }

    private static void run(Path folder, String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        builder.environment().put("PUPPETEER_SKIP_DOWNLOAD", "1");
        builder.environment().put("CHROME_PATH", Cockpit.chromium().toString());
        if (builder.start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }
}

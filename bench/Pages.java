import app.rotina.sample.SampleStore;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * What pages cost a warm server, each asked for another day, month or span every time, so that no
 * answer has been kept, and asked once more for the same.
 */
public final class Pages {
    private static final int ROUNDS = 10;
    private static final String STORE = "/s/sample";

    public static void main(String[] args) throws Exception {
        String orders = args.length > 0 ? args[0] : "60000";
        Path folder =
                args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("rotina-pages");
        if (args.length < 2) {
            Serving.run(folder, "sample", "sample", "--orders", orders, "--seed", "1");
        }
        try (Serving server = Serving.start(folder)) {
            Map<String, IntFunction<String>> pages = pages();
            for (IntFunction<String> page : pages.values()) {
                for (int i = 0; i < ROUNDS; i++) {
                    server.get(page.apply(ROUNDS + i));
                }
            }
            for (Map.Entry<String, IntFunction<String>> page : pages.entrySet()) {
                measure(server, page.getKey(), page.getValue());
            }
        }
    }

    private static void measure(Serving server, String name, IntFunction<String> page)
            throws Exception {
        double[] first = new double[ROUNDS];
        double[] again = new double[ROUNDS];
        double firstProcessor = 0;
        double againProcessor = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Serving.Took one = server.timed(page.apply(i));
            Serving.Took other = server.timed(page.apply(i));
            first[i] = one.clock();
            again[i] = other.clock();
            firstProcessor += one.processor() / ROUNDS;
            againProcessor += other.processor() / ROUNDS;
        }
        System.out.printf(
                Locale.ROOT,
                "%-12s first %4.0f ms, processors %4.0f ms; again %4.0f ms, processors %4.0f ms%n",
                name,
                Serving.median(first),
                firstProcessor,
                Serving.median(again),
                againProcessor);
    }

    private static Map<String, IntFunction<String>> pages() {
        LocalDate last = LocalDate.now(SampleStore.STORE.zone()).minusDays(1);
        String product = "&name=" + URLEncoder.encode("Vestido Midi Aurora", StandardCharsets.UTF_8);
        Map<String, IntFunction<String>> pages = new LinkedHashMap<>();
        pages.put("day", i -> STORE + "/day/" + last.minusDays(i));
        pages.put("why", i -> STORE + "/why?from=" + last.minusDays(i) + "&to=" + last.minusDays(i));
        pages.put("month", i -> STORE + "/month/" + YearMonth.from(last).minusMonths(i));
        pages.put("sheet", i -> STORE + "/sheet/" + YearMonth.from(last).minusMonths(i));
        pages.put("metric", i -> STORE + "/metric/net_revenue" + span(last, i));
        pages.put("conversion", i -> STORE + "/metric/conversion_rate" + span(last, i));
        pages.put("channels", i -> STORE + "/channels" + span(last, i));
        pages.put("one channel", i -> STORE + "/channels/one" + span(last, i));
        pages.put("products", i -> STORE + "/products" + span(last, i));
        pages.put("one product", i -> STORE + "/products/one" + span(last, i) + product);
        pages.put("report", i -> STORE + "/reports?kind=weekly&date=" + last.minusWeeks(i));
        pages.put("routine", i -> STORE + "/routine");
        return pages;
    }

    private static String span(LocalDate last, int back) {
        return "?span=custom&from=" + last.minusDays(27L + back) + "&to=" + last.minusDays(back);
    }
}

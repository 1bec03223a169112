import app.rotina.sample.SampleSize;
import app.rotina.sample.SampleStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What went wrong in a sample store, against what the product says when asked why: the place among
 * the causes it names, and how much of the money that was truly lost it gives them.
 */
public final class Incidents {
    private static final LocalDate END = LocalDate.of(2026, 6, 30);
    private static final int WORST = 2;
    private static final double SHARE = .9;

    public static void main(String[] args) throws Exception {
        long orders = args.length > 0 ? Long.parseLong(args[0]) : 150_000;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        Path folder = Files.createTempDirectory("rotina-incidents");
        SampleStore.write(
                folder.resolve("files"),
                new SampleSize(orders, seed, END),
                SampleStore.Progress.SILENT);
        JsonNode truth = json(Files.readString(folder.resolve("files").resolve("truth.json")));
        Serving.run(
                folder.resolve("data"), "sample", "sample", "--orders", String.valueOf(orders),
                "--seed", String.valueOf(seed), "--end", END.toString());
        try (Serving server = Serving.start(folder.resolve("data"))) {
            List<Told> told = new ArrayList<>();
            for (JsonNode incident : truth.path("incidents")) {
                told.add(told(server, incident));
            }
            print(told);
        }
    }

    /**
     * @param place among the causes of the gap or of a driver, the best; 0: none is about it
     * @param amount what the causes about it are given in the search that gives it most
     */
    private record Told(String id, String kind, double lost, int place, double amount) {
        double share() {
            return amount / lost;
        }
    }

    private static Told told(Serving server, JsonNode incident) throws Exception {
        String kind = incident.path("kind").asString();
        String until = incident.path("to").asString();
        double lost = 0;
        TreeSet<String> days = new TreeSet<>();
        for (JsonNode day : incident.path("days")) {
            if (day.path("date").asString().compareTo(until) <= 0) {
                days.add(day.path("date").asString());
                // a mistaken price brings orders, and costs margin
                lost += day.path(kind.equals("price_mistake") ? "placed_margin" : "net_revenue").asDouble();
            }
        }
        JsonNode why =
                json(server.get("/api/stores/sample/why?from=%s&to=%s".formatted(days.first(), days.last())))
                        .path("why");
        List<JsonNode> searches = new ArrayList<>(List.of(why.path("causes")));
        why.path("driver_causes").forEach(each -> searches.add(each.path("causes")));
        int best = 0;
        double amount = 0;
        for (JsonNode causes : searches) {
            double together = 0; // causes share no leaf
            for (int i = 0; i < causes.size(); i++) {
                if (isAbout(incident.path("segment"), causes.get(i).path("where"))) {
                    best = best == 0 ? i + 1 : Math.min(best, i + 1);
                    together -= causes.get(i).path("amount").asDouble();
                }
            }
            amount = Math.max(amount, together);
        }
        return new Told(incident.path("id").asString(), kind, lost, best, amount);
    }

    /** Of the incident's own values at least one, and no other value of their dimensions. */
    private static boolean isAbout(JsonNode own, JsonNode where) {
        boolean any = false;
        for (String dimension : where.propertyNames()) {
            if (own.has(dimension)) {
                if (!own.path(dimension).equals(where.path(dimension))) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    private static void print(List<Told> all) {
        TreeMap<String, double[]> kinds = new TreeMap<>();
        for (Told one : all) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: lost %.2f, named %s with %.2f = %.2f%n",
                    one.id(), one.lost(), one.place() == 0 ? "nowhere" : "as number " + one.place(), one.amount(), one.share());
            double[] sums = kinds.computeIfAbsent(one.kind(), any -> new double[2]);
            sums[0] += one.lost();
            sums[1] += one.amount();
        }
        System.out.printf(
                Locale.ROOT,
                "{\"incidents\": %d, \"first_or_second\": %d, \"with_most_of_their_money\": %d, \"kinds\": %d, \"kinds_with_most_of_their_money\": %d}%n",
                all.size(),
                all.stream().filter(one -> one.place() > 0 && one.place() <= WORST).count(),
                all.stream().filter(one -> one.share() >= SHARE).count(),
                kinds.size(),
                kinds.values().stream().filter(sums -> sums[1] >= SHARE * sums[0]).count());
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}

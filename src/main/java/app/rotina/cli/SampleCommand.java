package app.rotina.cli;

import app.rotina.kernel.Store;
import app.rotina.sample.SampleStore;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina sample}: an invented shop's two years, imported like any other files. */
@Command(name = "sample")
final class SampleCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @Option(names = "--orders", required = true, paramLabel = "N")
    private long orders;

    @Option(names = "--seed", paramLabel = "S")
    private long seed = 1;

    @Option(names = "--end", paramLabel = "DATE")
    private @Nullable LocalDate end;

    SampleCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            JsonNode report = make(client, root, store, new Wanted(orders, seed, end));
            root.answer(report, () -> ImportCommand.text(report, Reading.of(client, root, store)));
            return report.path("quarantined").asLong() > 0 ? ImportCommand.SOME_QUARANTINED : 0;
        }
    }

    /**
     * @param end absence: yesterday
     */
    record Wanted(long orders, long seed, @Nullable LocalDate end) {}

    /** Adds the store where it is missing, and imports the sample's files into it. */
    static JsonNode make(Client client, RotinaCommand root, String store, Wanted wanted) {
        if (!exists(client, store)) {
            client.post("/api/stores", card(store));
        }
        Map<String, @Nullable Object> sample = new LinkedHashMap<>();
        sample.put("orders", wanted.orders());
        sample.put("seed", wanted.seed());
        sample.put("end", wanted.end() == null ? null : wanted.end().toString());
        String job =
                client.post(Client.path("/api/stores/{}/samples", store), sample)
                        .path("id")
                        .asString();
        return new JobWatch(client, root)
                .follow(Client.path("/api/stores/{}/imports/{}", store, job));
    }

    static boolean exists(Client client, String store) {
        for (JsonNode one : client.get("/api/stores")) {
            if (one.path("id").asString().equals(store)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, String> card(String id) {
        Store sample = SampleStore.STORE;
        return Map.of(
                "id", id,
                "name", sample.name(),
                "zone", sample.zone().getId(),
                "currency", sample.currency().getCurrencyCode(),
                "locale", sample.locale().toLanguageTag(),
                "basis", sample.basis().name().toLowerCase(Locale.ROOT),
                "identity", sample.identity().name().toLowerCase(Locale.ROOT));
    }
}

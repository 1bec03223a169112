package app.rotina.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code rotina store add} and {@code rotina store list}. */
@Command(
        name = "store",
        subcommands = {StoreCommand.Add.class, StoreCommand.Listing.class})
final class StoreCommand {

    @Command(name = "add")
    static final class Add extends Errand.OfStore {
        @Option(names = "--name", required = true, paramLabel = "NAME")
        private String name = "";

        @Option(names = "--zone", required = true, paramLabel = "ZONE")
        private String zone = "";

        @Option(names = "--currency", required = true, paramLabel = "CODE")
        private String currency = "";

        @Option(names = "--locale", required = true, paramLabel = "LOCALE")
        private String locale = "";

        @Option(names = "--basis", paramLabel = "BASIS")
        private @Nullable String basis;

        @Option(names = "--identity", paramLabel = "IDENTITY")
        private @Nullable String identity;

        Add(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            return new Brought(
                    client.post("/api/stores", card()),
                    added -> say("cli.store_added", store, name));
        }

        private Map<String, @Nullable String> card() {
            Map<String, @Nullable String> card = new LinkedHashMap<>();
            card.put("id", store);
            card.put("name", name);
            card.put("zone", zone);
            card.put("currency", currency);
            card.put("locale", locale);
            card.put("basis", basis);
            card.put("identity", identity);
            return card;
        }
    }

    @Command(name = "list")
    static final class Listing extends Errand {
        Listing(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            return new Brought(client.get("/api/stores"), stores -> table(stores));
        }

        private String table(JsonNode stores) {
            if (stores.isEmpty()) {
                return say("cli.no_stores");
            }
            Table table = new Table(List.of());
            stores.forEach(store ->
                    table.row(
                            store.path("id").asString(),
                            store.path("name").asString(),
                            store.path("zone").asString(),
                            store.path("currency").asString(),
                            store.path("locale").asString()));
            return table.toString();
        }
    }
}

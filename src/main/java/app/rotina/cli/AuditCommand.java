package app.rotina.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code rotina audit}: who changed what, and whether the record of it is whole. */
@Command(
        name = "audit",
        subcommands = {AuditCommand.Listing.class, AuditCommand.Verify.class})
final class AuditCommand {

    /** Lists the changes, the newest first. */
    @Command(name = "list")
    static final class Listing implements Callable<Integer> {
        private final RotinaCommand root;

        @Option(names = "--store", paramLabel = "STORE")
        private @Nullable String store;

        @Option(names = "--who", paramLabel = "NAME")
        private @Nullable String who;

        @Option(names = "--action", paramLabel = "ACTION")
        private @Nullable String action;

        @Option(names = "--most", paramLabel = "COUNT", defaultValue = "50")
        private int most;

        Listing(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                JsonNode rows = client.get(address());
                root.answer(rows, () -> table(rows));
                return 0;
            }
        }

        private String address() {
            String path = store == null ? "/api/audit" : Client.path("/api/stores/{}/audit", store);
            return path
                    + "?most="
                    + most
                    + (who == null ? "" : "&who=" + Client.encoded(who))
                    + (action == null ? "" : "&action=" + Client.encoded(action));
        }

        private String table(JsonNode rows) {
            if (rows.isEmpty()) {
                return root.texts().say("audit.none");
            }
            Table table = new Table(List.of(true));
            rows.forEach(row ->
                    table.row(
                            row.path("number").asString(),
                            row.path("at").asString(),
                            word(row, "who"),
                            word(row, "store"),
                            row.path("action").asString(),
                            word(row, "subject")));
            return table.toString();
        }

        private static String word(JsonNode row, String name) {
            return row.path(name).asString("–");
        }
    }

    /** Says whether the record is whole; where it is not, it exits with 4. */
    @Command(name = "verify")
    static final class Verify implements Callable<Integer> {
        private static final int BROKEN = 4;

        private final RotinaCommand root;

        @Option(names = "--expect", paramLabel = "HASH", defaultValue = "")
        private String expect = "";

        Verify(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                JsonNode chain = client.get("/api/audit/chain?expect=" + Client.encoded(expect));
                root.answer(chain, () -> said(chain));
                return chain.path("whole").asBoolean() && chain.path("expected").asBoolean(true)
                        ? 0
                        : BROKEN;
            }
        }

        private String said(JsonNode chain) {
            if (!chain.path("whole").asBoolean()) {
                return root.texts().say("audit.broken", chain.path("broken").asString());
            }
            return chain.path("expected").asBoolean(true)
                    ? root.texts()
                            .say(
                                    "audit.whole",
                                    chain.path("rows").asLong(),
                                    chain.path("head").asString())
                    : root.texts().say("audit.gone");
        }
    }
}

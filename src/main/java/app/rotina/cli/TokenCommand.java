package app.rotina.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina token}: what programs show in the name of a person. */
@Command(
        name = "token",
        subcommands = {
            TokenCommand.Add.class,
            TokenCommand.Listing.class,
            TokenCommand.Revoke.class
        })
final class TokenCommand {

    /** Makes one, which is printed this once. */
    @Command(name = "add")
    static final class Add implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(paramLabel = "EMAIL", descriptionKey = "rotina.people.EMAIL")
        private String email = "";

        @Option(names = "--name", required = true, paramLabel = "NAME")
        private String name = "";

        @Option(names = "--store", split = ",", paramLabel = "STORE")
        private List<String> stores = List.of();

        @Option(names = "--write")
        private boolean writes;

        @Option(names = "--days", paramLabel = "DAYS", defaultValue = "90")
        private int days;

        Add(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                Map<String, @Nullable Object> wanted = new LinkedHashMap<>();
                wanted.put("person", email);
                wanted.put("name", name);
                wanted.put("stores", stores);
                wanted.put("writes", writes);
                wanted.put("days", days);
                JsonNode made = client.post("/api/tokens", wanted);
                root.answer(made, () -> made.path("token").asString());
                return 0;
            }
        }
    }

    /** Lists those that work. */
    @Command(name = "list")
    static final class Listing implements Callable<Integer> {
        private final RotinaCommand root;

        Listing(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                JsonNode tokens = client.get("/api/tokens");
                root.answer(tokens, () -> table(tokens));
                return 0;
            }
        }

        private String table(JsonNode tokens) {
            if (tokens.isEmpty()) {
                return root.texts().say("account.token.none");
            }
            Table table = new Table(List.of(true));
            tokens.forEach(token ->
                    table.row(
                            token.path("id").asString(),
                            token.path("name").asString(),
                            token.path("person").asString(),
                            root.texts()
                                    .say(
                                            token.path("writes").asBoolean()
                                                    ? "account.token.writes"
                                                    : "account.token.reads"),
                            stores(token),
                            token.path("expiresAt").asString()));
            return table.toString();
        }

        private static String stores(JsonNode token) {
            return token.path("stores").isEmpty()
                    ? "*"
                    : String.join(
                            " ",
                            token.path("stores").valueStream().map(JsonNode::asString).toList());
        }
    }

    /** Makes one work no more. */
    @Command(name = "revoke")
    static final class Revoke implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(paramLabel = "TOKEN", descriptionKey = "rotina.token.TOKEN")
        private long token;

        Revoke(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                JsonNode gone = client.delete("/api/tokens/" + token);
                root.answer(gone, () -> root.texts().say("account.token.revoked"));
                return 0;
            }
        }
    }
}

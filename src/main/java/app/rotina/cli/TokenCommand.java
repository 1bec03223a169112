package app.rotina.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    static final class Add extends Errand {
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
            super(root);
        }

        @Override
        Brought run(Client client) {
            Map<String, @Nullable Object> wanted = new LinkedHashMap<>();
            wanted.put("person", email);
            wanted.put("name", name);
            wanted.put("stores", stores);
            wanted.put("writes", writes);
            wanted.put("days", days);
            return new Brought(
                    client.post("/api/tokens", wanted), made -> made.path("token").asString());
        }
    }

    /** Lists those that work. */
    @Command(name = "list")
    static final class Listing extends Errand {
        Listing(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            return new Brought(client.get("/api/tokens"), tokens -> table(tokens));
        }

        private String table(JsonNode tokens) {
            if (tokens.isEmpty()) {
                return say("account.token.none");
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
    static final class Revoke extends Errand {
        @Parameters(paramLabel = "TOKEN", descriptionKey = "rotina.token.TOKEN")
        private long token;

        Revoke(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            return new Brought(
                    client.delete("/api/tokens/" + token), gone -> say("account.token.revoked"));
        }
    }
}

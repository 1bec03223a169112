package app.rotina.cli;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code rotina profile}: a store's own kinds of file, as text, in and out. */
@Command(
        name = "profile",
        subcommands = {
            ProfileCommand.Add.class,
            ProfileCommand.Listing.class,
            ProfileCommand.Show.class,
            ProfileCommand.Remove.class,
            CellRuleCommand.class
        })
final class ProfileCommand {

    private static String path(String store, String... id) {
        String all = Client.path("/api/stores/{}/profiles", store);
        return id.length == 0 ? all : all + "/" + Client.encoded(id[0]);
    }

    /** Adds one, or replaces the one with its id. */
    @Command(name = "add")
    static final class Add extends Errand.OfStore {
        @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "rotina.profile.FILE")
        private Path file = Path.of("");

        Add(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new RotinaException(Problem.FILE_NOT_FOUND, file);
            }
            String name = "?name=" + Client.encoded(String.valueOf(file.getFileName()));
            return new Brought(
                    client.send("POST", path(store) + name, file),
                    saved -> say("cli.profile.saved", saved.path("id").asString(), store));
        }
    }

    /** The store's own, then the shipped ones. */
    @Command(name = "list")
    static final class Listing extends Errand.OfStore {
        Listing(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            return new Brought(client.get(path(store)), profiles -> table(profiles));
        }

        private String table(JsonNode profiles) {
            Table table = new Table(List.of());
            profiles.forEach(one ->
                    table.row(
                            one.path("id").asString(),
                            one.path("title").asString(),
                            String.join(
                                    ", ",
                                    one.path("files")
                                            .valueStream()
                                            .map(JsonNode::asString)
                                            .toList()),
                            root.texts()
                                    .say(
                                            "cli.profile."
                                                    + (one.path("own").asBoolean()
                                                            ? "own"
                                                            : "shipped")),
                            one.path("problem").asString("")));
            return table.toString();
        }
    }

    /** One of the store's own as text. */
    @Command(name = "show")
    static final class Show extends Errand.OfStore {
        @Parameters(index = "1", paramLabel = "PROFILE")
        private String profile = "";

        @Option(names = "--out", paramLabel = "FILE")
        private @Nullable Path out;

        Show(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            Path file = out;
            if (file == null) {
                String yaml = client.text(path(store, profile));
                return new Brought(
                        JsonMapper.shared().createObjectNode().put("yaml", yaml),
                        shown -> yaml.strip());
            }
            client.download(path(store, profile), file);
            return new Brought(
                    JsonMapper.shared().createObjectNode().put("file", file.toString()),
                    written -> say("cli.profile.written", profile, file.toString()));
        }
    }

    /** Forgets one; what was imported stays. */
    @Command(name = "remove")
    static final class Remove extends Errand.OfStore {
        @Parameters(index = "1", paramLabel = "PROFILE")
        private String profile = "";

        Remove(RotinaCommand root) {
            super(root);
        }

        @Override
        Brought run(Client client) {
            client.delete(path(store, profile));
            return new Brought(
                    JsonMapper.shared().createObjectNode().put("removed", profile),
                    gone -> say("cli.profile.removed", profile, store));
        }
    }
}

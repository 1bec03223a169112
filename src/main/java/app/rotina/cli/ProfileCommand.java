package app.rotina.cli;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
    static final class Add implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(index = "0", paramLabel = "STORE")
        private String store = "";

        @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "rotina.profile.FILE")
        private Path file = Path.of("");

        Add(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new RotinaException(Problem.FILE_NOT_FOUND, file);
            }
            try (Client client = root.connect()) {
                String name = "?name=" + Client.encoded(String.valueOf(file.getFileName()));
                JsonNode saved = client.send("POST", path(store) + name, file);
                root.answer(
                        saved,
                        () ->
                                root.texts()
                                        .say(
                                                "cli.profile.saved",
                                                saved.path("id").asString(),
                                                store));
                return 0;
            }
        }
    }

    /** The store's own, then the shipped ones. */
    @Command(name = "list")
    static final class Listing implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(paramLabel = "STORE")
        private String store = "";

        Listing(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                JsonNode profiles = client.get(path(store));
                root.answer(profiles, () -> table(profiles));
                return 0;
            }
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
    static final class Show implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(index = "0", paramLabel = "STORE")
        private String store = "";

        @Parameters(index = "1", paramLabel = "PROFILE")
        private String profile = "";

        @Option(names = "--out", paramLabel = "FILE")
        private @Nullable Path out;

        Show(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            Path file = out;
            try (Client client = root.connect()) {
                if (file != null) {
                    client.download(path(store, profile), file);
                    root.answer(
                            JsonMapper.shared().createObjectNode().put("file", file.toString()),
                            () ->
                                    root.texts()
                                            .say("cli.profile.written", profile, file.toString()));
                    return 0;
                }
                String yaml = client.text(path(store, profile));
                root.answer(JsonMapper.shared().createObjectNode().put("yaml", yaml), yaml::strip);
                return 0;
            }
        }
    }

    /** Forgets one; what was imported stays. */
    @Command(name = "remove")
    static final class Remove implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(index = "0", paramLabel = "STORE")
        private String store = "";

        @Parameters(index = "1", paramLabel = "PROFILE")
        private String profile = "";

        Remove(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                client.delete(path(store, profile));
                root.answer(
                        JsonMapper.shared().createObjectNode().put("removed", profile),
                        () -> root.texts().say("cli.profile.removed", profile, store));
                return 0;
            }
        }
    }
}

package app.rotina.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code rotina task file}: attaches files to a task, fetches them and takes them away. */
@Command(name = "file")
final class TaskFileCommand extends TaskCommand.OfTask {
    @ArgGroup(exclusive = true, multiplicity = "1")
    private Wish wish = new Wish();

    /** What is wanted of which file. */
    static final class Wish {
        @Option(names = "--add", required = true, paramLabel = "FILE")
        private @Nullable Path added;

        @Option(names = "--remove", required = true, paramLabel = "ID")
        private @Nullable Long removed;

        @ArgGroup(exclusive = false)
        private @Nullable Fetch fetch;
    }

    /** One to be fetched, and where it is to be kept. */
    static final class Fetch {
        @Option(names = "--get", required = true, paramLabel = "ID")
        private long id;

        @Option(names = "--out", required = true, paramLabel = "FILE")
        private Path out = Path.of("");
    }

    TaskFileCommand(RotinaCommand root) {
        super(root);
    }

    @Override
    Brought run(Client client) {
        if (wish.fetch != null) {
            return fetch(client, wish.fetch);
        }
        Reading reading = Reading.of(client, root, store);
        return new Brought(
                change(client),
                whole -> String.join("\n", new TaskText(reading).files(whole)).stripIndent());
    }

    private Brought fetch(Client client, Fetch fetch) {
        client.download(path() + "/files/" + fetch.id, fetch.out);
        String file = fetch.out.toString();
        return new Brought(
                JsonMapper.shared().createObjectNode().put("file", file),
                kept -> say("cli.task.file.kept", file));
    }

    private JsonNode change(Client client) {
        String files = path() + "/files";
        if (wish.added == null) {
            return client.delete(files + "/" + Objects.requireNonNull(wish.removed));
        }
        String name = Client.encoded(String.valueOf(wish.added.getFileName()));
        return client.send("PUT", files + "?name=" + name, wish.added);
    }
}

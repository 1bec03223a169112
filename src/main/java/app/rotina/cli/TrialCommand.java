package app.rotina.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code rotina trial}: partners on trial, from beginning to decision. */
@Command(
        name = "trial",
        subcommands = {
            TrialCommand.Add.class,
            TrialCommand.Decide.class,
            TrialCommand.Undo.class,
            TrialCommand.Remove.class
        })
final class TrialCommand {
    private TrialCommand() {}

    static String line(JsonNode trial, Reading reading) {
        return "- %s %s · %s · %s %s"
                .formatted(
                        trial.path("id").asString(),
                        trial.path("partner").asString(),
                        reading.say("team.trial." + trial.path("state").asString()),
                        reading.say("team.trial.decide_by"),
                        reading.date(trial.path("decideBy").asString()));
    }

    /** Begins a trial. */
    @Command(name = "add")
    static final class Add implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(index = "0", paramLabel = "STORE")
        private String store = "";

        @Parameters(index = "1", paramLabel = "PARTNER", descriptionKey = "rotina.trial.PARTNER")
        private String partner = "";

        @Option(names = "--criterion", required = true, paramLabel = "TEXT")
        private List<String> criteria = List.of();

        @Option(names = "--work", paramLabel = "TEXT")
        private String work = "";

        @Option(names = "--until", paramLabel = "DATE")
        private @Nullable LocalDate until;

        @Option(names = "--job", paramLabel = "JOB")
        private @Nullable String job;

        Add(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                Map<String, @Nullable Object> wish = new LinkedHashMap<>();
                wish.put("partner", partner);
                wish.put("work", work);
                wish.put("decideBy", until);
                wish.put("job", job);
                wish.put("criteria", criteria);
                JsonNode trial = client.post(Client.path("/api/stores/{}/trials", store), wish);
                root.answer(trial, () -> line(trial, Reading.of(client, root, store)));
                return 0;
            }
        }
    }

    /** Passes, extends or ends one. */
    @Command(name = "decide")
    static final class Decide implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(index = "0", paramLabel = "STORE")
        private String store = "";

        @Parameters(index = "1", paramLabel = "TRIAL", descriptionKey = "rotina.trial.TRIAL")
        private long trial;

        @Option(names = "--exit", required = true, paramLabel = "EXIT")
        private String exit = "";

        @Option(names = "--why", required = true, paramLabel = "TEXT")
        private String why = "";

        @Option(names = "--until", paramLabel = "DATE")
        private @Nullable LocalDate until;

        Decide(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                Map<String, @Nullable Object> decided = new LinkedHashMap<>();
                decided.put("exit", exit);
                decided.put("why", why);
                decided.put("until", until);
                String path = Client.path("/api/stores/{}/trials/{}/decision", store, "" + trial);
                JsonNode after = client.post(path, decided);
                root.answer(after, () -> line(after, Reading.of(client, root, store)));
                return 0;
            }
        }
    }

    /** Takes the latest decision about one back. */
    @Command(name = "undo")
    static final class Undo implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(index = "0", paramLabel = "STORE")
        private String store = "";

        @Parameters(index = "1", paramLabel = "TRIAL", descriptionKey = "rotina.trial.TRIAL")
        private long trial;

        Undo(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                JsonNode before =
                        client.delete(
                                Client.path(
                                        "/api/stores/{}/trials/{}/decision/{}",
                                        store,
                                        "" + trial,
                                        "" + latest(client)));
                root.answer(before, () -> line(before, Reading.of(client, root, store)));
                return 0;
            }
        }

        /** What is taken back; 0: nothing is decided, which is refused. */
        private long latest(Client client) {
            return client.get(Client.path("/api/stores/{}/trials", store))
                    .valueStream()
                    .filter(one -> one.path("id").asLong() == trial)
                    .mapToLong(one -> one.path("decisions").path(0).path("id").asLong(0))
                    .findFirst()
                    .orElse(0);
        }
    }

    /** Takes one away that was begun by mistake, or brings it back. */
    @Command(name = "remove")
    static final class Remove implements Callable<Integer> {
        private final RotinaCommand root;

        @Parameters(index = "0", paramLabel = "STORE")
        private String store = "";

        @Parameters(index = "1", paramLabel = "TRIAL", descriptionKey = "rotina.trial.TRIAL")
        private long trial;

        @Option(names = "--undo")
        private boolean undo;

        Remove(RotinaCommand root) {
            this.root = root;
        }

        @Override
        public Integer call() {
            try (Client client = root.connect()) {
                String path = Client.path("/api/stores/{}/trials/{}", store, "" + trial);
                if (undo) {
                    JsonNode back = client.post(path + "/restoration", Map.of());
                    root.answer(back, () -> line(back, Reading.of(client, root, store)));
                    return 0;
                }
                client.delete(path);
                root.answer(
                        JsonMapper.shared().createObjectNode().put("removed", trial),
                        () -> root.texts().say("cli.trial.removed", String.valueOf(trial), store));
                return 0;
            }
        }
    }
}

package app.rotina.cli;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code rotina profile rule}: what cells that could not be read are read as from now on. */
@Command(name = "rule")
final class CellRuleCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(index = "0", paramLabel = "STORE")
    private String store = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "KIND")
    private @Nullable String kind;

    @Parameters(index = "2", arity = "0..1", paramLabel = "COLUMN")
    private String column = "";

    @Parameters(index = "3", arity = "0..1", paramLabel = "TEXT")
    private String was = "";

    @ArgGroup private @Nullable Wish wish;

    /** What becomes of the cell, or of the rule. */
    static final class Wish {
        @Option(names = "--reads", required = true, paramLabel = "VALUE")
        private @Nullable String reads;

        @Option(names = "--leave-out", required = true)
        private boolean leftOut;

        @Option(names = "--forget", required = true)
        private boolean forgotten;
    }

    CellRuleCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Wish wanted = wish;
        if ((kind == null) != (wanted == null)) {
            throw new RotinaException(Problem.BAD_ARGUMENT, "--reads, --leave-out, --forget");
        }
        try (Client client = root.connect()) {
            String path = Client.path("/api/stores/{}/cell-rules", store);
            if (wanted == null) {
                JsonNode rules = client.get(path);
                root.answer(rules, () -> list(rules));
            } else if (wanted.forgotten) {
                forget(client, path);
            } else {
                teach(client, path, wanted.leftOut ? null : wanted.reads);
            }
            return 0;
        }
    }

    private String list(JsonNode rules) {
        if (rules.isEmpty()) {
            return root.texts().say("cli.profile.rule.none");
        }
        Table table = new Table(List.of());
        rules.forEach(one -> table.row(one.path("kind").asString(), says(one)));
        return table.toString();
    }

    private String says(JsonNode rule) {
        String text = rule.path("was").asString();
        String cell = text.isEmpty() ? root.texts().say("quarantine.rule.nothing") : text;
        String heading = rule.path("column").asString();
        if (!rule.path("reads").isString()) {
            return root.texts().say("quarantine.rule.left_out", cell, heading);
        }
        String reads = rule.path("reads").asString();
        return reads.isBlank()
                ? root.texts().say("quarantine.rule.empty", cell, heading)
                : root.texts().say("quarantine.rule.reads", cell, heading, reads);
    }

    private void teach(Client client, String path, @Nullable String reads) {
        Map<String, @Nullable Object> rule = new HashMap<>();
        rule.put("kind", Objects.requireNonNull(kind));
        rule.put("column", column);
        rule.put("was", was);
        rule.put("reads", reads);
        JsonNode taught = client.put(path, rule);
        root.answer(
                taught,
                () -> root.texts().say("cli.profile.rule.kept", taught.path("settled").asInt()));
    }

    private void forget(Client client, String path) {
        String gone = Objects.requireNonNull(kind);
        client.delete(
                path
                        + "?kind=%s&column=%s&was=%s"
                                .formatted(
                                        Client.encoded(gone),
                                        Client.encoded(column),
                                        Client.encoded(was)));
        root.answer(
                JsonMapper.shared().createObjectNode().put("removed", column),
                () -> root.texts().say("cli.profile.rule.forgotten"));
    }
}

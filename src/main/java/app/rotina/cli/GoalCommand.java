package app.rotina.cli;

import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store.GoalBasis;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code rotina goal}: shows, suggests and sets a month's goal, phased to its days. */
@Command(name = "goal")
final class GoalCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @Option(names = "--metric", paramLabel = "METRIC")
    private @Nullable String metric;

    @Option(names = "--channel", paramLabel = "CHANNEL")
    private @Nullable String channel;

    @Option(names = "--month", required = true, paramLabel = "MONTH")
    private YearMonth month = YearMonth.of(1970, 1);

    @Option(names = "--day", paramLabel = "DATE")
    private @Nullable LocalDate day;

    @ArgGroup private Deed deed = new Deed();

    /** What is to be done; nothing: the goal is shown. */
    private static final class Deed {
        @Option(names = "--value", paramLabel = "VALUE")
        private @Nullable String value;

        @Option(names = "--suggested")
        private boolean suggested;

        @Option(names = "--remove")
        private boolean remove;
    }

    GoalCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            String of = metric == null ? basis(client) : metric;
            if (deed.remove) {
                client.delete(path(of, ""));
                root.answer(
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("metric", of)
                                .put("channel", channel)
                                .put("month", month.toString())
                                .put("removed", true),
                        () -> root.texts().say("cli.goal.removed", of, month.toString()));
            } else if (deed.value == null && !deed.suggested) {
                show(client, of);
            } else {
                String value = deed.value == null ? suggested(client, of) : deed.value;
                String days = day == null ? "" : "/days/" + day;
                tell(client.put(path(of, days), Map.of("value", value)), of, client);
            }
            return 0;
        }
    }

    private String basis(Client client) {
        String basis = client.get(Client.path("/api/stores/{}", store)).path("basis").asString();
        return GoalBasis.valueOf(basis.toUpperCase(Locale.ROOT)).metric();
    }

    private String path(String of, String part) {
        String path = Client.path("/api/stores/{}/goals/{}/{}", store, month.toString(), of) + part;
        return channel == null ? path : path + Client.path("?channel={}", channel);
    }

    private String suggested(Client client, String of) {
        JsonNode value = client.get(path(of, "/suggestion")).path("value");
        if (value.isNull()) {
            throw new RotinaException(Problem.NO_SUGGESTION);
        }
        return value.asString();
    }

    /** The goal as it is; where there is none, what it could be. */
    private void show(Client client, String of) {
        for (JsonNode goal :
                client.get(Client.path("/api/stores/{}/goals/{}", store, month.toString()))) {
            String in = goal.path("channel").isNull() ? null : goal.path("channel").asString();
            if (goal.path("metric").asString().equals(of) && same(in, channel)) {
                tell(goal, of, client);
                return;
            }
        }
        ObjectNode none =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("metric", of)
                        .put("channel", channel)
                        .put("month", month.toString())
                        .putNull("value");
        none.set("suggestion", client.get(path(of, "/suggestion")));
        root.answer(none, () -> GoalText.none(none, Reading.of(client, root, store)));
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equals(other);
    }

    private void tell(JsonNode goal, String of, Client client) {
        root.answer(goal, () -> GoalText.of(goal, of, Reading.of(client, root, store)));
    }
}

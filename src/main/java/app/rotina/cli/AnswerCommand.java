package app.rotina.cli;

import java.math.BigDecimal;
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

/** {@code rotina answer}: answers a check that a person decides. */
@Command(name = "answer")
final class AnswerCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(index = "0", paramLabel = "STORE")
    private String store = "";

    @Parameters(index = "1", paramLabel = "CHECK", descriptionKey = "rotina.answer.CHECK")
    private String check = "";

    @Parameters(index = "2", paramLabel = "OUTCOME", descriptionKey = "rotina.answer.OUTCOME")
    private String outcome = "";

    @Option(names = "--note", paramLabel = "TEXT")
    private @Nullable String note;

    @Option(names = "--number", paramLabel = "[NAME=]NUMBER")
    private List<String> numbers = List.of();

    @Option(names = "--stake", paramLabel = "AMOUNT")
    private @Nullable BigDecimal stake;

    @Option(names = "--link", paramLabel = "LINK")
    private @Nullable String link;

    @Option(names = "--date", paramLabel = "DATE")
    private @Nullable LocalDate date;

    @Option(names = "--task")
    private boolean task;

    AnswerCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            JsonNode answer =
                    client.post(
                            Client.path("/api/stores/{}/routine/{}/answers", store, check), said());
            if (task) {
                client.post(
                        Client.path(
                                "/api/stores/{}/routine/answers/{}/task",
                                store,
                                answer.path("id").asString()),
                        Map.<String, @Nullable Object>of());
            }
            root.answer(answer, () -> root.texts().say("checks.answered", check, said(answer)));
            return 0;
        }
    }

    private String said(JsonNode answer) {
        return root.texts().say("checks.outcome." + answer.path("outcome").asString());
    }

    private Map<String, @Nullable Object> said() {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("outcome", outcome);
        said.put("note", note);
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        for (String number : numbers) {
            int at = number.indexOf('=');
            if (at < 0) {
                said.put("number", number);
            } else {
                named.put(number.substring(0, at), number.substring(at + 1));
            }
        }
        said.put("numbers", named);
        said.put("stake", stake);
        said.put("link", link);
        said.put("day", date == null ? null : date.toString());
        return said;
    }
}

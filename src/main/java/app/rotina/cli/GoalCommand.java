package app.rotina.cli;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code rotina goal}: sets a month's goal, phased to its days. */
@Command(name = "goal")
final class GoalCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    @Option(names = "--metric", required = true, paramLabel = "METRIC")
    private String metric = "";

    @Option(names = "--month", required = true, paramLabel = "MONTH")
    private YearMonth month = YearMonth.of(1970, 1);

    @Option(names = "--value", required = true, paramLabel = "VALUE")
    private String value = "";

    GoalCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            String path =
                    Client.path("/api/stores/{}/goals/{}/{}", store, month.toString(), metric);
            JsonNode goal = client.put(path, Map.of("value", value));
            root.answer(goal, () -> text(goal, Reading.of(client, root, store)));
            return 0;
        }
    }

    private String text(JsonNode goal, Reading reading) {
        Table table = new Table(List.of(false, true));
        goal.path("days")
                .forEach(day ->
                        table.row(
                                reading.date(day.path("date").asString()),
                                reading.figure(metric, day.path("value"))));
        table.row(reading.label(metric), reading.figure(metric, goal.path("value")));
        return table.toString();
    }
}

package app.rotina.cli;

import app.rotina.metrics.Metric.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code rotina team}: a store's climate, what is expected of whom, and partners on trial. */
@Command(name = "team")
final class TeamCommand implements Callable<Integer> {
    private final RotinaCommand root;

    @Parameters(paramLabel = "STORE")
    private String store = "";

    TeamCommand(RotinaCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (Client client = root.connect()) {
            Reading reading = Reading.of(client, root, store);
            ObjectNode team = JsonMapper.shared().createObjectNode();
            for (String part : List.of("climate", "expectations", "trials")) {
                team.set(part, client.get(Client.path("/api/stores/{}/" + part, store)));
            }
            root.answer(team, () -> text(team, reading));
            return 0;
        }
    }

    private static String text(JsonNode team, Reading reading) {
        List<String> lines = new ArrayList<>();
        lines.add(reading.say("team.climate.title"));
        lines.add(climate(team.path("climate"), reading));
        lines.add("");
        lines.add(reading.say("team.expectation.title"));
        team.path("expectations").forEach(one -> lines.add(expectation(one, reading)));
        lines.add("");
        lines.add(reading.say("team.trial.title"));
        team.path("trials").forEach(one -> lines.add(TrialCommand.line(one, reading)));
        return String.join("\n", lines);
    }

    private static String climate(JsonNode fortnights, Reading reading) {
        if (fortnights.isEmpty()) {
            return reading.say("team.climate.none");
        }
        Table table = new Table(List.of(false, true, true, true, true));
        table.row(
                reading.say("team.climate.when"),
                reading.say("team.climate.mood"),
                reading.say("team.climate.load"),
                reading.say("team.climate.voice"),
                reading.say("team.climate.answers"));
        for (JsonNode one : fortnights) {
            JsonNode means = one.path("means");
            String why = one.path("missing").asString("");
            table.row(
                    one.path("from").asString(),
                    reading.figureIn(Unit.NUMBER, means.path("mood")),
                    reading.figureIn(Unit.NUMBER, means.path("load")),
                    reading.figureIn(Unit.NUMBER, means.path("voice")),
                    why.isEmpty()
                            ? reading.figureIn(Unit.COUNT, one.path("answers"))
                            : reading.say("missing." + why));
        }
        return table.toString();
    }

    private static String expectation(JsonNode one, Reading reading) {
        String job = one.path("job").asString("");
        String review = one.path("review").asString("");
        return "- %s · %s%s"
                .formatted(
                        job.isEmpty()
                                ? one.path("person").asString()
                                : reading.say("checks.job." + job),
                        one.path("text").asString(),
                        review.isEmpty()
                                ? ""
                                : " · "
                                        + reading.say(
                                                "team.expectation.review", reading.date(review)));
    }
}

package app.rotina.cli;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A goal, or what one could be, as a person reads it in a terminal. */
final class GoalText {
    private GoalText() {}

    static String of(JsonNode goal, String metric, Reading reading) {
        Table table = new Table(List.of(false, true));
        goal.path("days")
                .forEach(day ->
                        table.row(
                                reading.date(day.path("date").asString()),
                                reading.figure(metric, day.path("value"))));
        table.row(name(goal, metric, reading), reading.figure(metric, goal.path("value")));
        return table.toString();
    }

    static String none(JsonNode none, Reading reading) {
        String metric = none.path("metric").asString();
        String nothing =
                reading.say(
                        "cli.goal.none",
                        name(none, metric, reading),
                        none.path("month").asString());
        JsonNode suggestion = none.path("suggestion");
        if (suggestion.path("value").isNull()) {
            return nothing;
        }
        return String.join(
                "\n",
                nothing,
                reading.say(
                        "cli.goal.suggestion", reading.figure(metric, suggestion.path("value"))),
                reckoning(suggestion, metric, reading),
                reading.say("cli.goal.take"));
    }

    private static String reckoning(JsonNode suggestion, String metric, Reading reading) {
        String brought = reading.figure(metric, suggestion.path("brought"));
        return suggestion.path("method").asString().equals("last_year")
                ? reading.say(
                        "goals.suggested.last_year",
                        brought,
                        reading.change(factor(suggestion.path("growth"))),
                        reading.change(factor(suggestion.path("calendar"))))
                : reading.say("goals.suggested.run_rate", brought, suggestion.path("days").asInt());
    }

    private static BigDecimal factor(JsonNode factor) {
        return new BigDecimal(factor.asString());
    }

    private static String name(JsonNode goal, String metric, Reading reading) {
        JsonNode channel = goal.path("channel");
        return channel.isNull()
                ? reading.label(metric)
                : reading.label(metric)
                        + " · "
                        + reading.say("value.channel." + channel.asString());
    }
}

package app.rotina.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a month will come to, as a person reads it in a terminal. */
final class ProjectText {
    private static final List<String> AMOUNTS =
            List.of("to_date", "goal", "projection", "low", "high");

    private final JsonNode outlook;
    private final Reading reading;
    private final String metric;

    ProjectText(JsonNode outlook, Reading reading) {
        this.outlook = outlook;
        this.reading = reading;
        this.metric = outlook.path("metric").asString();
    }

    String text() {
        List<String> parts = new ArrayList<>();
        parts.add(
                reading.say(
                        "cli.project.head",
                        reading.label(metric),
                        outlook.path("month").asString(),
                        reading.date(outlook.path("as_of").asString())));
        parts.add(month());
        parts.add(reasons());
        parts.add(channels());
        parts.add(drivers());
        parts.add(whatIf());
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n"));
    }

    private String month() {
        Table table = new Table(List.of(false, true));
        for (String part : AMOUNTS) {
            table.row(reading.say("cli.month." + part), reading.figure(metric, outlook.path(part)));
        }
        table.row(
                reading.say("cli.month.probability"), reading.chance(outlook.path("probability")));
        return table.toString();
    }

    /** Why something cannot be told. */
    private String reasons() {
        return outlook.path("missing").properties().stream()
                .map(one -> reading.say("missing." + one.getValue().asString()))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private String channels() {
        if (outlook.path("channels").isEmpty()) {
            return "";
        }
        Table table = new Table(List.of(false, true, true, true));
        table.row(
                reading.say("cli.channels"),
                reading.say("cli.month.goal"),
                reading.say("cli.month.projection"),
                reading.say("cli.month.probability"));
        outlook.path("channels")
                .forEach(line ->
                        table.row(
                                "  "
                                        + reading.say(
                                                "value.channel." + line.path("channel").asString()),
                                reading.figure(metric, line.path("goal")),
                                reading.figure(metric, line.path("projection")),
                                reading.chance(line.path("probability"))));
        return table.toString();
    }

    private String drivers() {
        if (outlook.path("drivers").isEmpty()) {
            return "";
        }
        Table table = new Table(List.of(false, true, true));
        table.row(
                reading.say("cli.project.drivers"),
                reading.say("cli.project.expected"),
                reading.say("cli.project.needed"));
        outlook.path("drivers")
                .forEach(line -> {
                    String driver = line.path("metric").asString();
                    table.row(
                            "  " + reading.label(driver),
                            reading.figure(driver, line.path("expected")),
                            reading.figure(driver, line.path("needed")));
                });
        return table.toString();
    }

    private String whatIf() {
        JsonNode what = outlook.path("what_if");
        if (!what.isObject()) {
            return "";
        }
        Table table = new Table(List.of(false, true));
        table.row(reading.say("cli.project.what_if"), "");
        for (String part : List.of("projection", "low", "high")) {
            table.row(
                    "  " + reading.say("cli.month." + part),
                    reading.figure(metric, what.path(part)));
        }
        table.row(
                "  " + reading.say("cli.month.probability"),
                reading.chance(what.path("probability")));
        table.row(
                "  " + reading.say("cli.project.difference"),
                reading.difference(metric, what.path("difference")));
        what.path("effects")
                .forEach(part ->
                        table.row(
                                "    " + reading.label(part.path("metric").asString()),
                                reading.difference(metric, part.path("amount"))));
        return table.toString();
    }
}

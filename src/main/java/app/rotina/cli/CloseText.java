package app.rotina.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A close as a person reads it in a terminal: the verdict first, then why, the month, the rest. */
final class CloseText {
    private static final List<String> COLUMNS =
            List.of("value", "target", "gap", "previous_day", "same_weekday", "last_year");

    private static final List<String> MONTH =
            List.of(
                    "to_date",
                    "goal",
                    "projection",
                    "low",
                    "high",
                    "required_tomorrow",
                    "required_per_day");

    private final JsonNode close;
    private final Reading reading;
    private final String goalMetric;

    CloseText(JsonNode close, Reading reading) {
        this.close = close;
        this.reading = reading;
        this.goalMetric = close.path("goal_metric").asString();
    }

    String text() {
        List<String> parts = new ArrayList<>();
        parts.add(head());
        parts.add(changes());
        parts.addAll(new CauseText(reading, goalMetric).blocks(close.path("why")));
        parts.add(month());
        parts.add(channels());
        parts.add(metrics());
        close.path("notes").forEach(note -> parts.add(note.path("text").asString()));
        return String.join("\n\n", parts.stream().filter(part -> !part.isBlank()).toList());
    }

    private String head() {
        List<String> lines = new ArrayList<>();
        lines.add(reading.date(close.path("date").asString()));
        lines.add(reading.say("cli.verdict." + close.path("verdict").asString()));
        JsonNode line = goalLine();
        String value = reading.figure(goalMetric, line.path("value"));
        lines.add(
                line.path("target").isNull()
                        ? reading.label(goalMetric) + "  " + value
                        : reading.say(
                                "cli.against_target",
                                reading.label(goalMetric),
                                value,
                                reading.figure(goalMetric, line.path("target")),
                                reading.difference(goalMetric, line.path("gap"))));
        if (close.path("provisional").asBoolean()) {
            lines.add(reading.say("cli.provisional"));
        } else if (!provisional().isEmpty()) {
            lines.add(reading.say("cli.provisional.figures", String.join(", ", provisional())));
        }
        JsonNode restated = close.path("restated");
        if (restated.isObject()) {
            lines.add(
                    reading.say(
                            "cli.restated", reading.figure(goalMetric, restated.path("before"))));
        }
        if (!close.path("pending").isNull()) {
            lines.add(reading.say("cli.pending", reading.money(close.path("pending"))));
        }
        return String.join("\n", lines);
    }

    /** The names of figures that may still change. */
    private List<String> provisional() {
        return close.path("metrics")
                .valueStream()
                .filter(line -> line.path("provisional").asBoolean())
                .map(line -> reading.label(line.path("id").asString()))
                .toList();
    }

    private String changes() {
        List<String> lines = new ArrayList<>();
        close.path("changes").path("real").forEach(change -> lines.add(change(change)));
        close.path("changes")
                .path("not_yet")
                .forEach(each ->
                        lines.add(
                                reading.say(
                                        "changes.not_yet",
                                        reading.label(each.path("metric").asString()),
                                        each.path("known").asInt(),
                                        each.path("needed").asInt())));
        return String.join("\n", lines);
    }

    private String change(JsonNode change) {
        String metric = change.path("metric").asString();
        boolean up = number(change, "value").compareTo(number(change, "usual_high")) > 0;
        return reading.say(
                up ? "changes.rose" : "changes.fell",
                reading.label(metric),
                reading.figure(metric, change.path("value")),
                reading.figure(metric, change.path("usual_low")),
                reading.figure(metric, change.path("usual_high")),
                reading.weekday(close.path("date").asString()),
                reading.money(change.path("amount")));
    }

    private static BigDecimal number(JsonNode node, String name) {
        return new BigDecimal(node.path(name).asString());
    }

    private JsonNode goalLine() {
        for (JsonNode line : close.path("metrics")) {
            if (line.path("id").asString().equals(goalMetric)) {
                return line;
            }
        }
        return close.path("metrics").path(0);
    }

    private String month() {
        Table table = new Table(List.of(false, true));
        JsonNode month = close.path("month");
        for (String part : MONTH) {
            table.row(
                    reading.say("cli.month." + part), reading.figure(goalMetric, month.path(part)));
        }
        table.row(reading.say("cli.month.probability"), reading.chance(month.path("probability")));
        return table.toString();
    }

    private String channels() {
        if (close.path("channels").isEmpty()) {
            return "";
        }
        Table table = new Table(List.of(false, true, true, true));
        table.row(
                reading.say("cli.channels"),
                reading.say("cli.column.value"),
                reading.say("cli.column.target"),
                reading.say("cli.column.gap"));
        close.path("channels")
                .forEach(line -> {
                    String metric = line.path("metric").asString();
                    table.row(
                            "  " + reading.label(metric) + " · " + channel(line),
                            reading.figure(metric, line.path("value")),
                            reading.figure(metric, line.path("target")),
                            reading.difference(metric, line.path("gap")));
                });
        return table.toString();
    }

    private String channel(JsonNode line) {
        String channel = line.path("channel").asString();
        return channel.startsWith("(")
                ? reading.say("value.channel.rest")
                : reading.say("value.channel." + channel);
    }

    private String metrics() {
        Table table = new Table(List.of(false, true, true, true, true, true, true));
        List<String> header = new ArrayList<>();
        header.add("");
        COLUMNS.forEach(column -> header.add(reading.say("cli.column." + column)));
        table.row(header);
        close.path("metrics")
                .forEach(line -> {
                    if (!line.path("value").isNull()) {
                        table.row(cells(line));
                    }
                });
        return table.toString();
    }

    private List<String> cells(JsonNode line) {
        String id = line.path("id").asString();
        List<String> cells = new ArrayList<>();
        cells.add(reading.label(id));
        COLUMNS.forEach(column ->
                cells.add(
                        column.equals("gap")
                                ? reading.difference(id, line.path(column))
                                : reading.figure(id, line.path(column))));
        return cells;
    }
}

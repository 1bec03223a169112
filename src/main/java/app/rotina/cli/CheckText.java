package app.rotina.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Checks and tasks as a person reads them. */
record CheckText(Reading reading) {

    /** What was found, the check's name where nothing was. */
    List<String> checks(JsonNode checks) {
        List<String> lines = new ArrayList<>();
        for (JsonNode check : checks) {
            lines.add(
                    reading.say(
                            "checks.line",
                            reading.say("checks.outcome." + check.path("outcome").asString()),
                            check.path("label").asString(),
                            missing(check)));
            check.path("findings")
                    .forEach(found ->
                            lines.add("    " + found.path("says").asString() + stake(found)));
            if (!check.path("findings").isEmpty()) {
                lines.add("    → " + job(check) + ": " + check.path("todo").asString());
            }
            lines.addAll(asked(check));
        }
        return lines;
    }

    /** What a person has to decide, and what they said; nothing where data decided. */
    private List<String> asked(JsonNode check) {
        List<String> lines = new ArrayList<>();
        if (check.path("outcome").asString().equals("open")) {
            lines.add("    %s · %s".formatted(check.path("id").asString(), job(check)));
            lines.add("    " + check.path("look").asString());
            lines.addAll(counted(check));
        }
        check.path("evidence")
                .forEach(line ->
                        lines.add(
                                "    "
                                        + reading.say(
                                                "checks.evidence",
                                                named(line),
                                                figure(line, "value"),
                                                figure(line, "before"))));
        check.path("notes").forEach(note -> lines.add("    " + noted(note)));
        JsonNode answer = check.path("answer");
        if (answer.isObject() && !answer.path("note").asString().isEmpty()) {
            lines.add("    " + answer.path("note").asString());
        }
        if (!check.path("missed").isEmpty()) {
            lines.add("    " + reading.say("checks.missed", check.path("missed").size()));
        }
        return lines;
    }

    /** What it was the last time, by name. */
    private List<String> counted(JsonNode check) {
        JsonNode before = check.path("before");
        List<String> lines = new ArrayList<>();
        check.path("numbers")
                .propertyStream()
                .forEach(one -> {
                    String name = one.getKey();
                    JsonNode last =
                            name.isEmpty()
                                    ? before.path("number")
                                    : before.path("numbers").path(name);
                    lines.add(
                            "    "
                                    + (name.isEmpty()
                                            ? reading.say("routine.number")
                                            : name + ": " + one.getValue().asString())
                                    + (last.isString()
                                            ? " · "
                                                    + reading.say(
                                                            "routine.last_time",
                                                            last.asString(),
                                                            reading.date(
                                                                    before.path("turn").asString()))
                                            : ""));
                });
        return lines;
    }

    /** The metric, after the part of the store that it is of. */
    private String named(JsonNode line) {
        String label = reading.label(line.path("metric").asString());
        return line.path("where")
                        .propertyStream()
                        .map(one ->
                                reading.texts().value(one.getKey(), one.getValue().asString())
                                        + " · ")
                        .collect(Collectors.joining())
                + (line.path("until").isString()
                        ? reading.say("checks.until", label, line.path("until").asString())
                        : label);
    }

    private static String noted(JsonNode note) {
        String name = note.path("name").asString();
        return (name.isEmpty() ? "" : name + " · ") + note.path("says").asString();
    }

    private String figure(JsonNode line, String which) {
        return reading.figure(line.path("metric").asString(), line.path(which));
    }

    List<String> tasks(JsonNode tasks) {
        List<String> lines = new ArrayList<>();
        for (JsonNode task : tasks) {
            lines.add(
                    "%s  %s: %s%s"
                            .formatted(
                                    task.path("id").asString(),
                                    job(task),
                                    task.path("title").asString(),
                                    stake(task)));
            JsonNode found = task.path("found");
            if (found.isObject()) {
                lines.add("    " + found.path("finding").path("says").asString());
                lines.add("    " + found.path("todo").asString());
            }
            if (!task.path("due").isNull()) {
                lines.add(
                        "    "
                                + reading.say(
                                        "checks.due", reading.date(task.path("due").asString())));
            }
        }
        return lines;
    }

    private String missing(JsonNode check) {
        String reason = check.path("missing").asString("");
        return reason.isEmpty() ? "" : " (" + reading.say("missing." + reason) + ")";
    }

    private String job(JsonNode one) {
        return reading.say("checks.job." + one.path("job").asString());
    }

    private String stake(JsonNode one) {
        BigDecimal stake = new BigDecimal(one.path("stake").asString("0"));
        return stake.signum() == 0
                ? ""
                : " " + reading.say("checks.stake", reading.money(one.path("stake")));
    }
}

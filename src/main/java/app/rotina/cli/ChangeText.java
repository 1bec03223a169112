package app.rotina.cli;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What somebody changed about a task, as a person reads it. */
record ChangeText(Reading reading) {
    private static final String NOTHING = "—";

    /** With its number, its day, and who did it. */
    String line(JsonNode change) {
        String line =
                reading.say(
                        "cli.task.change",
                        change.path("step").asString(),
                        reading.date(change.path("at").asString().substring(0, 10)),
                        change.path("who").asString(),
                        said(change));
        return change.path("undone").asBoolean()
                ? line + " · " + reading.say("tasks.history.undone")
                : line;
    }

    String said(JsonNode change) {
        String what = change.path("what").asString();
        return switch (what) {
            case "opened", "state" -> state(change);
            case "item", "item_done", "comment", "file", "blocker", "action" ->
                    part(change, "tasks.history." + what);
            case "plan" -> part(change, "tasks.history.plan");
            default ->
                    reading.say(
                            "tasks.history.field",
                            reading.say("tasks.field." + what),
                            value(what, change.path("was")),
                            value(what, change.path("became")));
        };
    }

    private String state(JsonNode change) {
        String state = change.path("became").asString().toLowerCase(Locale.ROOT);
        return reading.say(
                "tasks.history.state." + state + (change.path("was").isNull() ? ".first" : ""));
    }

    private String part(JsonNode change, String key) {
        String text = change.path("text").asString();
        return reading.say(
                key + (change.path("became").isNull() ? ".gone" : ".there"),
                text.isEmpty() ? change.path("subject").asString("") : text);
    }

    private String value(String field, JsonNode value) {
        String text = value.asString("");
        if (text.isEmpty()) {
            return NOTHING;
        }
        return switch (field) {
            case "job" -> reading.say("checks.job." + text.toLowerCase(Locale.ROOT));
            case "due" -> reading.date(text);
            case "stake", "cost" -> reading.money(value);
            default -> text;
        };
    }
}

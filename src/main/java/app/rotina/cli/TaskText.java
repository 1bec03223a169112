package app.rotina.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.DecimalNode;

/** One task with all that belongs to it, as a person reads it. */
record TaskText(Reading reading) {
    private static final String INDENT = "    ";
    private static final BigDecimal WEEK = BigDecimal.valueOf(7);

    List<String> lines(JsonNode whole) {
        JsonNode task = whole.path("task");
        List<String> lines =
                new ArrayList<>(
                        new CheckText(reading)
                                .tasks(JsonMapper.shared().createArrayNode().add(task)));
        String person = task.path("person").asString("");
        String state = reading.say("tasks.state." + state(task));
        lines.add(INDENT + (person.isEmpty() ? state : state + " · " + person));
        add(lines, "tasks.why", task.path("reason").asString());
        add(lines, "tasks.where", task.path("place").asString());
        add(lines, "tasks.how", task.path("how").asString());
        add(lines, "tasks.whole", task.path("partOf").asString(""));
        lines.addAll(lines(whole.path("parts"), this::part));
        lines.addAll(blockers(whole));
        lines.addAll(items(whole));
        whole.path("comments").forEach(comment -> lines.add(INDENT + comment(comment)));
        lines.addAll(files(whole));
        whole.path("actions").forEach(action -> lines.add(INDENT + "→ " + outcome(action)));
        return lines;
    }

    /** What it waits for. */
    List<String> blockers(JsonNode whole) {
        return lines(whole.path("blockers"), this::waits);
    }

    /** The checklist; each line by the number that it is ticked off with. */
    List<String> items(JsonNode whole) {
        return lines(whole.path("items"), TaskText::item);
    }

    /** What is attached; each file by the number that it is fetched with. */
    List<String> files(JsonNode whole) {
        return lines(whole.path("files"), this::file);
    }

    /** What was changed, the latest first; each by the number that it is taken back with. */
    List<String> history(JsonNode whole) {
        ChangeText text = new ChangeText(reading);
        return lines(whole.path("history"), text::line);
    }

    private static List<String> lines(JsonNode all, Function<JsonNode, String> line) {
        return all.valueStream().map(each -> INDENT + line.apply(each)).toList();
    }

    private String waits(JsonNode other) {
        String name = other.path("id").asString() + " " + other.path("title").asString();
        return reading.say("cli.task.waits", name);
    }

    private String part(JsonNode other) {
        return reading.say(
                "cli.task.part",
                other.path("id").asString(),
                other.path("title").asString(),
                reading.say("checks.job." + other.path("job").asString()));
    }

    private static String item(JsonNode item) {
        return "%s %s %s"
                .formatted(
                        item.path("done").asBoolean() ? "[x]" : "[ ]",
                        item.path("id").asString(),
                        item.path("text").asString());
    }

    private String file(JsonNode file) {
        return reading.say(
                "cli.task.file",
                file.path("id").asString(),
                file.path("name").asString(),
                file.path("size").asString());
    }

    private String state(JsonNode task) {
        String state = task.path("state").asString().toLowerCase(Locale.ROOT);
        return state.equals("open") ? "open_one" : state;
    }

    private void add(List<String> lines, String key, String text) {
        if (!text.isEmpty()) {
            lines.add(INDENT + reading.say(key) + ": " + text);
        }
    }

    private String comment(JsonNode comment) {
        return reading.say(
                "cli.task.comment",
                comment.path("author").asString(),
                reading.date(comment.path("at").asString().substring(0, 10)),
                comment.path("text").asString());
    }

    private String outcome(JsonNode entry) {
        JsonNode action = entry.path("action");
        JsonNode judged = entry.path("judged");
        String name = action.path("name").asString() + ": ";
        if (judged.isNull()) {
            return name + reading.say("outcome.pending");
        }
        String verdict = reading.say("effect.verdict." + judged.path("verdict").asString());
        return name + verdict + ". " + measured(action.path("metric").asString(), judged);
    }

    private String measured(String metric, JsonNode judged) {
        if (judged.path("effect").isNull()) {
            return reading.say("effect.reason." + judged.path("reason").asString());
        }
        boolean adds = reading.adds(metric);
        return reading.say(
                "outcome." + judged.path("verdict").asString() + (adds ? "" : ".rate"),
                reading.label(metric),
                figure(metric, judged.path("effect"), adds),
                figure(metric, judged.path("low"), adds),
                figure(metric, judged.path("high"), adds),
                figure(metric, judged.path("smallest_visible"), adds));
    }

    /** By the week, where weeks add up. */
    private String figure(String metric, JsonNode value, boolean adds) {
        BigDecimal figure = new BigDecimal(value.asString());
        return reading.estimate(metric, DecimalNode.valueOf(adds ? figure.multiply(WEEK) : figure));
    }
}

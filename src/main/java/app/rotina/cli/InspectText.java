package app.rotina.cli;

import app.rotina.kernel.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A first look at a file as a person reads it: what it is, what is open, what its rows become. */
final class InspectText {
    private static final int ROWS = 3;
    private static final int REJECTED = 10;
    private static final int WIDEST = 30;
    private static final int ALONE = 1;

    private final JsonNode seen;
    private final Texts texts;

    InspectText(JsonNode seen, Texts texts) {
        this.seen = seen;
        this.texts = texts;
    }

    String text() {
        List<String> parts = new ArrayList<>();
        seen.path("tables").forEach(table -> parts.addAll(parts(table)));
        if (seen.path("store").isNull()) {
            parts.add(
                    texts.say(
                            "cli.inspect.alone",
                            seen.path("zone").asString(),
                            seen.path("currency").asString()));
        }
        return String.join("\n\n", parts);
    }

    private List<String> parts(JsonNode table) {
        return Stream.of(
                        what(table),
                        table.path("problem").asString(""),
                        warnings(table),
                        questions(table),
                        rows(table),
                        rejected(table))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private String what(JsonNode table) {
        String name = table.path("name").asString();
        if (!table.path("recognised").isNull()) {
            return texts.say("cli.inspect.recognised", name, table.path("recognised").asString());
        }
        if (!table.path("profile").isNull()) {
            return texts.say("cli.inspect.proposed", name)
                    + "\n\n"
                    + table.path("profile").asString().strip().indent(2).stripTrailing();
        }
        return texts.say("cli.inspect.unknown", name)
                + "\n"
                + texts.say("cli.inspect.header", joined(table.path("header")));
    }

    private String warnings(JsonNode table) {
        return listed(
                "cli.inspect.warnings",
                table.path("warnings").valueStream().map(JsonNode::asString).toList());
    }

    private String questions(JsonNode table) {
        return listed(
                "cli.inspect.questions",
                table.path("questions").valueStream().map(this::question).toList());
    }

    private String question(JsonNode question) {
        String sentence = question.path("question").asString();
        return question.path("options").isEmpty()
                ? sentence
                : sentence
                        + "\n    "
                        + texts.say(
                                "cli.inspect.options",
                                question.path("answer").asString(),
                                joined(question.path("options")));
    }

    private String listed(String title, List<String> lines) {
        return lines.isEmpty() ? "" : texts.say(title) + "\n  " + String.join("\n  ", lines);
    }

    /** A field on each line and a row in each column: rows have more fields than a screen. */
    private String rows(JsonNode table) {
        List<JsonNode> rows = table.path("rows").valueStream().limit(ROWS).toList();
        if (rows.isEmpty()) {
            return understood(table) ? texts.say("cli.inspect.rows", 0) : "";
        }
        Table fields = new Table(List.of());
        for (String field : rows.getFirst().propertyNames()) {
            List<String> cells = new ArrayList<>(List.of("  " + field));
            rows.forEach(row -> cells.add(cut(row.path(field).asString(""))));
            if (cells.stream().skip(ALONE).anyMatch(cell -> !cell.isEmpty())) {
                fields.row(cells);
            }
        }
        return texts.say("cli.inspect.rows", rows.size()) + "\n" + fields;
    }

    private String rejected(JsonNode table) {
        if (!understood(table)) {
            return "";
        }
        Table lines = new Table(List.of());
        table.path("rejected")
                .valueStream()
                .limit(REJECTED)
                .forEach(row ->
                        lines.row(
                                "  " + texts.say("cli.inspect.line", row.path("line").asLong()),
                                row.path("column").asString(""),
                                row.path("reason").asString()));
        JsonNode count = table.path("count");
        String title =
                texts.say(
                        "cli.inspect.rejected",
                        count.path("waiting").asLong(),
                        count.path("read").asLong());
        return count.path("waiting").asLong() == 0 ? title : title + "\n" + lines;
    }

    private static boolean understood(JsonNode table) {
        return !table.path("recognised").isNull() || !table.path("profile").isNull();
    }

    private static String joined(JsonNode words) {
        return String.join(", ", words.valueStream().map(JsonNode::asString).toList());
    }

    private static String cut(String cell) {
        String line = cell.replaceAll("\\R", " ");
        return line.codePointCount(0, line.length()) <= WIDEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }
}

package app.rotina.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The reasons of a gap as a person reads them in a terminal: drivers, segments, single cuts. */
record CauseText(Reading reading, String metric) {
    private static final List<String> PARTS = List.of("common", "mix", "rest");

    /** The blocks of the text, in the order they are read. */
    List<String> blocks(JsonNode why) {
        List<String> blocks = new ArrayList<>();
        if (why.path("gap").isNull()) {
            return blocks;
        }
        blocks.add(drivers(why));
        blocks.add(segments(reading.say("causes.title"), why, true));
        why.path("driver_causes")
                .forEach(driver -> {
                    if (!driver.path("causes").isEmpty()) {
                        String label = reading.label(driver.path("metric").asString());
                        blocks.add(segments(title(label, driver.path("amount")), driver, false));
                    }
                });
        why.path("cuts").forEach(cut -> blocks.add(cut(cut)));
        return blocks;
    }

    private String drivers(JsonNode why) {
        if (why.path("drivers").isEmpty()) {
            return "";
        }
        Table table = table();
        row(table, reading.say("cli.why." + why.path("against").asString()), why.path("gap"));
        why.path("drivers")
                .forEach(part -> {
                    String label = reading.label(part.path("metric").asString());
                    row(table, "  " + label, part.path("amount"));
                });
        return table.toString();
    }

    private String title(String label, JsonNode amount) {
        return reading.say("causes.line", label, reading.difference(metric, amount));
    }

    private String segments(String title, JsonNode causes, boolean sayNone) {
        String ending = causes.path("ending").asString("");
        if (causes.path("causes").isEmpty()) {
            boolean known = !ending.isEmpty() && sayNone;
            return known ? title + "\n  " + reading.say("causes.none." + ending) : "";
        }
        Table table = table();
        causes.path("causes")
                .forEach(one -> row(table, "  " + name(one.path("where")), one.path("amount")));
        for (String part : PARTS) {
            if (causes.path(part).isValueNode() && !isZero(causes.path(part))) {
                row(table, "  " + reading.say("causes." + part), causes.path(part));
            }
        }
        String more = ending.equals("more") ? "\n  " + reading.say("causes.more") : "";
        return title + "\n" + table + more;
    }

    /** Such as WhatsApp × São Paulo. */
    private String name(JsonNode where) {
        List<String> values = new ArrayList<>();
        where.properties()
                .forEach(each ->
                        values.add(
                                reading.texts().value(each.getKey(), each.getValue().asString())));
        return String.join(" × ", values);
    }

    private static boolean isZero(JsonNode amount) {
        return amount.isNull() || new BigDecimal(amount.asString()).signum() == 0;
    }

    private String cut(JsonNode cut) {
        Table table = table();
        String dimension = cut.path("dimension").asString();
        table.row(reading.say("cli.cut", reading.dimension(dimension)), "");
        cut.path("parts")
                .forEach(part -> {
                    String value = part.path("value").asString();
                    row(table, "  " + reading.texts().value(dimension, value), part.path("amount"));
                });
        return table.toString();
    }

    private static Table table() {
        return new Table(List.of(false, true));
    }

    private void row(Table table, String label, JsonNode amount) {
        table.row(label, reading.difference(metric, amount));
    }
}

package app.rotina.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Whether an action worked, as a person reads it in a terminal. */
final class EffectText {
    private static final Set<String> SEEN = Set.of("worked", "made_it_worse");

    private EffectText() {}

    static String of(JsonNode effect, Reading reading) {
        String name = effect.path("action").path("name").asString();
        List<String> lines = new ArrayList<>(List.of(name));
        if (!effect.path("reason").isNull()) {
            lines.add(reading.say("effect.reason." + effect.path("reason").asString()));
            return String.join("\n", lines);
        }
        boolean seen = SEEN.contains(effect.path("verdict").asString());
        lines.add(said(effect, seen, reading));
        lines.addAll(evidence(effect, seen, reading));
        lines.add(by(effect, reading));
        BigDecimal p = new BigDecimal(effect.path("p").asString());
        lines.add(reading.say("effect.chance", reading.percent(p)));
        return String.join("\n", lines);
    }

    private static String said(JsonNode effect, boolean seen, Reading reading) {
        BigDecimal size = new BigDecimal(effect.path("effect").asString());
        String direction = size.signum() < 0 ? ".down" : ".up";
        String verdict = effect.path("verdict").asString();
        String metric = effect.path("metric").asString();
        return reading.say(
                "effect.said." + verdict + (seen ? direction : ""),
                reading.label(metric),
                perDay(effect, StringNode.valueOf(size.abs().toPlainString()), reading));
    }

    private static List<String> evidence(JsonNode effect, boolean seen, Reading reading) {
        String metric = effect.path("metric").asString();
        return List.of(
                reading.say(
                        "effect.range",
                        reading.estimate(metric, effect.path("low")),
                        perDay(effect, effect.path("high"), reading)),
                seen && !effect.path("total").isNull()
                        ? total(effect, reading)
                        : reading.say(
                                "effect.visible",
                                perDay(effect, effect.path("smallest_visible"), reading)));
    }

    /** An amount is told per day, a rate as it is. */
    private static String perDay(JsonNode effect, JsonNode value, Reading reading) {
        String figure = reading.estimate(effect.path("metric").asString(), value);
        return effect.path("total").isNull() ? figure : reading.say("effect.per_day", figure);
    }

    private static String total(JsonNode effect, Reading reading) {
        String metric = effect.path("metric").asString();
        JsonNode total = effect.path("total");
        return reading.say(
                "effect.total",
                effect.path("window").path("days").asInt(),
                reading.estimate(metric, total.path("effect")),
                reading.estimate(metric, total.path("low")),
                reading.estimate(metric, total.path("high")));
    }

    private static String by(JsonNode effect, Reading reading) {
        List<String> control =
                effect.path("control").valueStream().map(JsonNode::asString).toList();
        String from = reading.date(effect.path("window").path("from").asString());
        String to = reading.date(effect.path("window").path("to").asString());
        if (control.isEmpty()) {
            return reading.say("effect.by.own", from, to);
        }
        String dimension = effect.path("dimension").asString();
        String names =
                String.join(
                        ", ",
                        control.stream()
                                .map(value -> reading.texts().value(dimension, value))
                                .toList());
        return reading.say("effect.by.control", from, to, reading.dimension(dimension), names);
    }
}

package app.rotina.sources.mapping;

import app.rotina.kernel.Texts;
import app.rotina.sources.grammar.Booleans;
import app.rotina.sources.grammar.Misfit;
import app.rotina.sources.grammar.NumberGrammar;
import app.rotina.sources.mapping.Step.Assign;
import app.rotina.sources.mapping.Step.Decide;
import app.rotina.sources.mapping.Step.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is computed and decided once the cells are typed. */
final class StepReader {
    private final FileReader.Kinds kinds;
    private final Slots slots;
    private final ConditionReader conditions;

    StepReader(FileReader.Kinds kinds, Slots slots) {
        this.kinds = kinds;
        this.slots = slots;
        this.conditions = new ConditionReader(slots);
    }

    List<Step> read(Yaml file) {
        List<Step> steps = new ArrayList<>(assigns(file.at("compute")));
        file.at("rules").entries().values().forEach(rules -> steps.add(decide(rules)));
        return List.copyOf(steps);
    }

    private List<Assign> assigns(Yaml values) {
        List<Assign> assigns = new ArrayList<>();
        for (Map.Entry<String, Yaml> entry : values.entries().entrySet()) {
            assigns.add(assign(entry.getKey(), entry.getValue()));
        }
        return List.copyOf(assigns);
    }

    /** {@code name: value}, or {@code name: {type, value}} for a name that no fact has. */
    private Assign assign(String name, Yaml entry) {
        ColumnReader.requireName(entry, name);
        boolean typed = entry.isMapping();
        if (typed) {
            entry.only(Set.of("type", "value"));
        }
        Kind kind = typed ? declared(entry.at("type")) : kind(name, entry);
        Yaml value = typed ? entry.at("value") : entry;
        Expression expression = value.check(() -> expression(value.text(), kind));
        requireFits(value, kind, expression.kind());
        return new Assign(value.check(() -> slots.define(name, kind)), kind, expression);
    }

    private static Kind declared(Yaml type) {
        return type.choice(Kind.class);
    }

    private Kind kind(String name, Yaml place) {
        return slots.has(name) ? slots.kind(name) : kinds.of(place, name);
    }

    private Expression expression(String text, Kind kind) {
        if (text.startsWith("=")) {
            return ExpressionParser.parse(text.substring(1), slots);
        }
        return new Expression.Constant(constant(text, kind), kind);
    }

    static Object constant(String text, Kind kind) {
        return switch (kind) {
            case TEXT, ID, CONTACT -> text;
            case MONEY, NUMBER, RATIO -> number(text);
            case INTEGER -> NumberGrammar.PLAIN.integer(text);
            case BOOLEAN -> Booleans.read(text);
            case INSTANT, DATE -> throw new Misfit("fixed_time");
        };
    }

    /** Written as 1234.56; an exponent could make it larger than any memory. */
    static BigDecimal number(String text) {
        return NumberGrammar.PLAIN.number(text);
    }

    private static void requireFits(Yaml place, Kind wanted, Kind found) {
        boolean fits = wanted.type() == found.type() || (wanted.isNumeric() && found.isNumeric());
        if (!fits) {
            throw place.fails("types", found.type(), wanted.type());
        }
    }

    private static @Nullable String refusal(Yaml refuse) {
        @Nullable String reason = refuse.optionalText();
        if (reason != null && !Texts.english().knows("sources.reason." + reason)) {
            throw refuse.fails("no_reason", reason);
        }
        return reason;
    }

    private Decide decide(Yaml rules) {
        List<Rule> decided = new ArrayList<>();
        for (Yaml rule : rules.items()) {
            rule.only(Set.of("when", "set", "ignore", "refuse"));
            decided.add(
                    new Rule(
                            conditions.read(rule.at("when")),
                            assigns(rule.at("set")),
                            rule.at("ignore").flag(),
                            refusal(rule.at("refuse"))));
        }
        return new Decide(List.copyOf(decided));
    }
}

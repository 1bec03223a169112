package app.rotina.sources.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what a rule asks: {@code column: value}, {@code column: [a, b]}, or {@code column:} with
 * {@code starts}, {@code like}, {@code below}, {@code above}, {@code equals}, {@code same} (as
 * another column), {@code empty}, {@code not}. All must hold.
 */
final class ConditionReader {
    private static final Set<String> QUESTIONS =
            Set.of("starts", "like", "below", "above", "equals", "same", "empty", "not");

    private final Slots slots;

    ConditionReader(Slots slots) {
        this.slots = slots;
    }

    Condition read(Yaml when) {
        List<Condition> all = new ArrayList<>();
        when.entries().forEach((name, asked) -> all.add(one(name, asked)));
        return all.size() == 1 ? all.getFirst() : new Condition.All(List.copyOf(all));
    }

    private Condition one(String name, Yaml asked) {
        int slot = asked.check(() -> slots.index(name));
        if (!asked.isMapping()) {
            return in(slot, asked);
        }
        asked.only(QUESTIONS);
        List<Condition> all = new ArrayList<>();
        for (Map.Entry<String, Yaml> entry : asked.entries().entrySet()) {
            all.add(question(entry.getKey(), slot, name, entry.getValue()));
        }
        return all.size() == 1 ? all.getFirst() : new Condition.All(List.copyOf(all));
    }

    private Condition question(String question, int slot, String name, Yaml value) {
        return switch (question) {
            case "starts" -> new Condition.Starts(slot, value.text());
            case "like" -> new Condition.Like(slot, Wildcard.of(value.text()));
            case "below" -> new Condition.Compares(slot, -1, limit(slot, value));
            case "above" -> new Condition.Compares(slot, 1, limit(slot, value));
            case "equals" -> new Condition.Compares(slot, 0, limit(slot, value));
            case "same" -> new Condition.Same(slot, value.check(() -> slots.index(value.text())));
            case "empty" ->
                    value.flag()
                            ? new Condition.Empty(slot)
                            : new Condition.Not(new Condition.Empty(slot));
            default -> new Condition.Not(one(name, value));
        };
    }

    private BigDecimal limit(int slot, Yaml value) {
        if (!slots.all().get(slot).kind().isNumeric()) {
            throw value.fails("compare");
        }
        return value.check(() -> StepReader.number(value.text()));
    }

    private Condition in(int slot, Yaml asked) {
        Kind kind = slots.all().get(slot).kind();
        Set<Object> values = new HashSet<>();
        for (Yaml item : asked.items()) {
            values.add(item.check(() -> StepReader.constant(item.text(), kind)));
        }
        return new Condition.In(slot, Set.copyOf(values));
    }
}

package app.rotina.routine.checks;

import app.rotina.kernel.Definitions;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.routine.checks.Check.Cadence;
import app.rotina.routine.checks.Check.Severity;
import app.rotina.state.Job;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Every check, discovered in the folder {@code checks}. */
@Component
public final class Checks {
    private final List<Check> all =
            Definitions.in("checks").stream()
                    .map(Checks::check)
                    .sorted(Comparator.comparingInt(Check::place))
                    .toList();

    public List<Check> all() {
        return all;
    }

    public List<Check> due(Cadence cadence) {
        return all.stream().filter(check -> check.cadence() == cadence).toList();
    }

    public Check of(String id) {
        return all.stream()
                .filter(check -> check.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.UNKNOWN_CHECK, id, ids()));
    }

    private String ids() {
        return String.join(", ", all.stream().map(Check::id).toList());
    }

    private static Check check(JsonNode yaml) {
        return new Check(
                yaml.path("id").asString(),
                Cadence.valueOf(upper(yaml.path("cadence"))),
                Severity.valueOf(upper(yaml.path("severity"))),
                Job.of(yaml.path("job").asString()),
                yaml.path("place").asInt(),
                strings(yaml.path("packs")),
                rule(yaml.path("rule")),
                texts(yaml.path("labels")),
                texts(yaml.path("finds")),
                texts(yaml.path("task")),
                texts(yaml.path("todo")));
    }

    private static Rule rule(JsonNode yaml) {
        List<String> by = strings(yaml.path("by"));
        String falling = yaml.path("falls").asString("");
        String rising = yaml.path("rises").asString("");
        if (falling.isEmpty() && rising.isEmpty()) {
            return new Rule.Above(
                    yaml.path("above").asString(),
                    by,
                    number(yaml.path("limit")),
                    number(yaml.path("times")),
                    texts(yaml.path("costs")));
        }
        return new Rule.Change(
                falling + rising,
                by,
                rising.isEmpty(),
                number(yaml.path("floor")),
                texts(yaml.path("costs")));
    }

    private static BigDecimal number(JsonNode yaml) {
        return new BigDecimal(yaml.asString("0"));
    }

    private static String upper(JsonNode yaml) {
        return yaml.asString().toUpperCase(Locale.ROOT);
    }

    private static List<String> strings(JsonNode yaml) {
        List<String> all = new ArrayList<>();
        yaml.forEach(each -> all.add(each.asString()));
        return List.copyOf(all);
    }

    private static Map<String, String> texts(JsonNode yaml) {
        Map<String, String> all = new TreeMap<>();
        yaml.properties().forEach(each -> all.put(each.getKey(), each.getValue().asString()));
        return Map.copyOf(all);
    }
}

package app.rotina.routine.checks;

import app.rotina.kernel.Definitions;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.routine.checks.Check.Cadence;
import app.rotina.routine.checks.Check.Severity;
import app.rotina.state.Job;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
                Definitions.words(yaml.path("packs")),
                rule(yaml.path("rule")),
                Definitions.texts(yaml.path("labels")),
                Definitions.texts(yaml.path("finds")),
                Definitions.texts(yaml.path("task")),
                Definitions.texts(yaml.path("todo")));
    }

    private static Rule rule(JsonNode yaml) {
        List<String> by = Definitions.words(yaml.path("by"));
        String falling = yaml.path("falls").asString("");
        String rising = yaml.path("rises").asString("");
        if (falling.isEmpty() && rising.isEmpty()) {
            return new Rule.Above(
                    yaml.path("above").asString(),
                    by,
                    number(yaml.path("limit")),
                    number(yaml.path("times")),
                    Definitions.texts(yaml.path("costs")));
        }
        return new Rule.Change(
                falling + rising,
                by,
                rising.isEmpty(),
                number(yaml.path("floor")),
                Definitions.texts(yaml.path("costs")));
    }

    private static BigDecimal number(JsonNode yaml) {
        return new BigDecimal(yaml.asString("0"));
    }

    private static String upper(JsonNode yaml) {
        return yaml.asString().toUpperCase(Locale.ROOT);
    }
}

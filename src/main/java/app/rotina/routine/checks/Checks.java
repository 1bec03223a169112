package app.rotina.routine.checks;

import app.rotina.kernel.Definitions;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.routine.checks.Check.Severity;
import app.rotina.routine.checks.Check.Words;
import app.rotina.routine.checks.Way.Ask;
import app.rotina.routine.checks.Way.Asking;
import app.rotina.state.Job;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Every check that is shipped, discovered in the folder {@code checks}. */
@Component
public final class Checks {
    private static final String MORNING = "07:00";

    private final List<Check> all =
            Definitions.in("checks").stream()
                    .map(Checks::check)
                    .sorted(Comparator.comparingInt(Check::place))
                    .toList();

    public List<Check> all() {
        return all;
    }

    /** Those that data decide. */
    public List<Check> automatic(Cadence cadence) {
        return all.stream()
                .filter(check -> check.cadence() == cadence && check.rule().isPresent())
                .toList();
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
                Cadence.of(yaml.path("cadence").asString()),
                LocalTime.parse(yaml.path("at").asString(MORNING)),
                yaml.path("every_day").asBoolean(false),
                Severity.valueOf(upper(yaml.path("severity").asString("attention"))),
                Job.of(yaml.path("job").asString()),
                yaml.path("place").asInt(),
                Definitions.words(yaml.path("packs")),
                yaml.path("area").asString(),
                Definitions.words(yaml.path("covers")),
                yaml.has("rule") ? rule(yaml.path("rule")) : asking(yaml),
                new Words(
                        Definitions.texts(yaml.path("labels")),
                        Definitions.texts(yaml.path("finds")),
                        Definitions.texts(yaml.path("look")),
                        Definitions.texts(yaml.path("task")),
                        Definitions.texts(yaml.path("todo"))));
    }

    private static Asking asking(JsonNode yaml) {
        return new Asking(
                Definitions.words(yaml.path("evidence")),
                Definitions.words(yaml.path("asks")).stream().map(Checks::ask).toList());
    }

    static Ask ask(String word) {
        return Stream.of(Ask.values())
                .filter(one -> one.id().equals(word))
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.BAD_ARGUMENT, word));
    }

    private static Rule rule(JsonNode yaml) {
        List<String> by = Definitions.words(yaml.path("by"));
        String falling = yaml.path("falls").asString("");
        String rising = yaml.path("rises").asString("");
        if (yaml.has("judge")) {
            return new Rule.Judged(
                    yaml.path("judge").asString(), yaml.path("metric").asString(), by);
        }
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

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}

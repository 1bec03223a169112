package app.rotina.routine.checks;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The figures that a person decides a check by: of the last whole period, and of the one before.
 */
@Component
public final class Evidence {
    private static final int SAME_WEEKDAYS = 4;
    private static final MetricValue NONE = MetricValue.missing("no_source");

    private final Metrics metrics;

    Evidence(Metrics metrics) {
        this.metrics = metrics;
    }

    /**
     * One figure.
     *
     * @param days that it is of
     * @param before of the period before; of a day, the mean of the four same weekdays before it
     */
    public record Line(String metric, Days days, MetricValue now, MetricValue before) {}

    /** All that who decides these checks wants to see, by cadence and metric. */
    public Map<Cadence, Map<String, Line>> of(Routine routine, List<Agenda.Item> items) {
        Map<Cadence, Map<String, Line>> lines = new EnumMap<>(Cadence.class);
        for (Cadence cadence : Cadence.values()) {
            List<Agenda.Item> those =
                    items.stream()
                            .filter(item -> item.check().cadence() == cadence)
                            .filter(item -> !item.check().evidence().isEmpty())
                            .toList();
            if (!those.isEmpty()) {
                List<String> wanted =
                        those.stream()
                                .flatMap(item -> item.check().evidence().stream())
                                .distinct()
                                .toList();
                lines.put(cadence, of(routine, those.getFirst().turn(), wanted));
            }
        }
        return lines;
    }

    /** By metric, as a period begins. */
    private Map<String, Line> of(Routine routine, Turn turn, List<String> wanted) {
        Store store = routine.store();
        Turns turns = routine.turns();
        Turn now = turns.before(turn);
        Map<String, Line> lines = new HashMap<>();
        if (turn.cadence() == Cadence.DAILY) {
            LocalDate day = now.first();
            List<LocalDate> before =
                    IntStream.rangeClosed(1, SAME_WEEKDAYS).mapToObj(day::minusWeeks).toList();
            List<LocalDate> days = Stream.concat(Stream.of(day), before.stream()).toList();
            Figures figures = new Figures(metrics, store, wanted, days, List.of());
            for (String id : wanted) {
                MetricValue value = figures.on(day, Map.of(), id);
                MetricValue mean = figures.mean(before, Map.of(), id);
                lines.put(id, new Line(id, now.days(), value, mean));
            }
            return lines;
        }
        Map<String, MetricValue> values = total(store, wanted, now.days());
        Map<String, MetricValue> earlier = total(store, wanted, turns.before(now).days());
        for (String id : wanted) {
            lines.put(
                    id,
                    new Line(
                            id,
                            now.days(),
                            values.getOrDefault(id, NONE),
                            earlier.getOrDefault(id, NONE)));
        }
        return lines;
    }

    private Map<String, MetricValue> total(Store store, List<String> wanted, Days days) {
        Answer answer = metrics.answer(store, Question.of(wanted, days));
        return answer.total();
    }
}

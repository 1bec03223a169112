package app.rotina.routine.checks;

import app.rotina.kernel.Days;
import app.rotina.kernel.Formats;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.kernel.Texts;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import app.rotina.routine.TodayWork;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The figures that a person decides a check by: of the last whole period, and of the one before.
 */
@Component
public final class Evidence {
    /** Why orders wait: no dimension of figures, but what those that wait are told apart by. */
    public static final String CAUSE = "delay_cause";

    private static final int SAME_WEEKDAYS = 4;
    private static final int MOST_PARTS = 8;
    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final MetricValue NO_ROWS = MetricValue.missing("nothing_to_divide_by");
    private static final MetricValue NOT_COUNTED = MetricValue.missing("no_history");

    private final Metrics metrics;
    private final TodayWork work;
    private final List<Beside> besides;

    Evidence(Metrics metrics, TodayWork work, List<Beside> besides) {
        this.metrics = metrics;
        this.work = work;
        this.besides = besides;
    }

    /**
     * One figure.
     *
     * @param where the part of the store, value by dimension; empty: the whole store
     * @param days that it is of
     * @param until up to what hour of its day, and of those before; absence: all of it
     * @param before of the period before; of a day, the mean of the four same weekdays before it
     */
    public record Line(
            String metric,
            Map<String, String> where,
            Days days,
            @Nullable LocalTime until,
            MetricValue now,
            MetricValue before) {
        /** False where there was nothing then and now. */
        boolean saysAnything() {
            return Stream.of(now, before)
                    .flatMap(value -> value.known().stream())
                    .anyMatch(value -> value.signum() != 0);
        }
    }

    /**
     * A record that a check is about, such as a campaign.
     *
     * @param kind what it is: {@code campaign}
     * @param state how it stands, as its kind has it; with the kind it names the words for it
     * @param day the day that the words speak of; absence: of none
     * @param path where it is kept; follows the store's address
     */
    public record Note(
            String kind, String name, String state, @Nullable LocalDate day, String path) {
        public String says(Texts texts) {
            String key = "checks.note." + kind + "." + state;
            return day == null
                    ? texts.say(key)
                    : texts.say(key, Formats.of(texts.locale()).day(day));
        }
    }

    /** What is looked at in one period, and by which parts of the store. */
    private record Asked(
            Store store, Turn now, Turn before, List<String> metrics, List<String> by) {
        static Asked of(Routine routine, Turn told, List<String> metrics, List<String> by) {
            return new Asked(routine.store(), told, routine.turns().before(told), metrics, by);
        }
    }

    /** All that who decides these checks wants to see, by check: the whole store, then parts. */
    public Map<String, List<Line>> of(Routine routine, List<Agenda.Item> items) {
        Map<String, List<Line>> lines = new HashMap<>();
        items.stream()
                .filter(item -> item.check().isShown())
                .collect(Collectors.groupingBy(item -> told(routine, item)))
                .forEach((told, those) -> {
                    Map<String, Line> whole = whole(routine, told, those);
                    those.forEach(
                            item -> lines.put(item.check().id(), lines(routine, item, whole)));
                });
        return lines;
    }

    /** The period it is of: the one that data judge, or the last whole one before a person's. */
    public static Turn told(Routine routine, Agenda.Item item) {
        return item.check().rule().isPresent() ? item.turn() : routine.turns().before(item.turn());
    }

    /** By metric; what several checks want is asked once. */
    private Map<String, Line> whole(Routine routine, Turn told, List<Agenda.Item> items) {
        List<String> wanted =
                items.stream()
                        .flatMap(item -> item.check().evidence().stream())
                        .distinct()
                        .toList();
        Map<String, Line> lines = new HashMap<>();
        lines(Asked.of(routine, told, wanted, List.of()))
                .forEach(line -> lines.put(line.metric(), line));
        return lines;
    }

    private List<Line> lines(Routine routine, Agenda.Item item, Map<String, Line> whole) {
        List<Line> lines = new ArrayList<>();
        besides(item).forEach(one -> lines.addAll(one.lines(routine.store(), item)));
        item.check().evidence().forEach(id -> lines.add(Objects.requireNonNull(whole.get(id))));
        lines.addAll(parts(routine, item));
        return lines;
    }

    /** The records that these checks are about, by check. */
    public Map<String, List<Note>> notes(Routine routine, List<Agenda.Item> items) {
        Map<String, List<Note>> notes = new HashMap<>();
        for (Agenda.Item item : items) {
            notes.put(
                    item.check().id(),
                    besides(item)
                            .flatMap(one -> one.notes(routine.store(), item).stream())
                            .toList());
        }
        return notes;
    }

    private Stream<Beside> besides(Agenda.Item item) {
        return item.check().way().shown().beside().stream().map(this::beside);
    }

    private Beside beside(String id) {
        return besides.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RotinaException(Problem.BAD_DEFINITION, id, "shows"));
    }

    private List<Line> parts(Routine routine, Agenda.Item item) {
        List<String> by = item.check().evidenceBy();
        if (by.contains(CAUSE)) {
            return causes(routine, item);
        }
        List<String> wanted =
                item.check().evidence().stream()
                        .filter(id ->
                                by.stream().allMatch(one -> metrics.has(routine.store(), id, one)))
                        .toList();
        return by.isEmpty() || wanted.isEmpty()
                ? List.of()
                : lines(Asked.of(routine, told(routine, item), wanted, by)).stream()
                        .filter(Line::saysAnything)
                        .toList();
    }

    /** The orders that waited at the end of the period. */
    private List<Line> causes(Routine routine, Agenda.Item item) {
        String metric = item.check().evidence().getFirst();
        Days days = told(routine, item).days();
        List<Line> lines = new ArrayList<>();
        work.of(routine.store(), days.to())
                .unshippedByCause()
                .forEach((cause, orders) ->
                        lines.add(
                                new Line(
                                        metric,
                                        Map.of(CAUSE, cause),
                                        days,
                                        null,
                                        MetricValue.known(BigDecimal.valueOf(orders)),
                                        NOT_COUNTED)));
        return lines;
    }

    private List<Line> lines(Asked asked) {
        return asked.now().cadence() == Cadence.DAILY ? ofADay(asked) : ofAPeriod(asked);
    }

    private List<Line> ofADay(Asked asked) {
        LocalDate day = asked.now().first();
        List<LocalDate> before =
                IntStream.rangeClosed(1, SAME_WEEKDAYS).mapToObj(day::minusWeeks).toList();
        List<LocalDate> days = Stream.concat(Stream.of(day), before.stream()).toList();
        Figures figures = new Figures(metrics, asked.store(), asked.metrics(), days, asked.by());
        List<Line> lines = new ArrayList<>();
        for (Map<String, String> where :
                parts(asked, figures.parts(), (part, id) -> figures.on(day, part, id))) {
            for (String id : asked.metrics()) {
                MetricValue now = figures.on(day, where, id);
                MetricValue mean = figures.mean(before, where, id);
                lines.add(new Line(id, where, asked.now().days(), null, now, mean));
            }
        }
        return lines;
    }

    private List<Line> ofAPeriod(Asked asked) {
        Map<Map<String, String>, Map<String, MetricValue>> now = over(asked, asked.now());
        Map<Map<String, String>, Map<String, MetricValue>> earlier = over(asked, asked.before());
        Set<Map<String, String>> found = new LinkedHashSet<>(now.keySet());
        found.addAll(earlier.keySet());
        List<Line> lines = new ArrayList<>();
        for (Map<String, String> where :
                parts(asked, found, (part, id) -> value(asked, now, part, id))) {
            for (String id : asked.metrics()) {
                MetricValue is = value(asked, now, where, id);
                MetricValue was = value(asked, earlier, where, id);
                lines.add(new Line(id, where, asked.now().days(), null, is, was));
            }
        }
        return lines;
    }

    /** A part without rows is zero where others have some and the figure adds up. */
    private MetricValue value(
            Asked asked,
            Map<Map<String, String>, Map<String, MetricValue>> values,
            Map<String, String> where,
            String metric) {
        Map<String, MetricValue> row = values.get(where);
        if (row != null) {
            return row.getOrDefault(metric, NO_ROWS);
        }
        boolean known =
                values.values().stream()
                        .map(other -> other.getOrDefault(metric, NO_ROWS))
                        .anyMatch(value -> value.known().isPresent());
        return known && metrics.addsUp(asked.store(), metric)
                ? MetricValue.known(BigDecimal.ZERO)
                : NO_ROWS;
    }

    /** The largest by what is looked at first, as far as there is room for them. */
    private static List<Map<String, String>> parts(
            Asked asked,
            Set<Map<String, String>> found,
            BiFunction<Map<String, String>, String, MetricValue> values) {
        if (asked.by().isEmpty()) {
            return List.of(Map.of());
        }
        String first = asked.metrics().getFirst();
        Comparator<Map<String, String>> smallest =
                Comparator.comparing(part -> values.apply(part, first).known().orElse(LEAST));
        return found.stream()
                .sorted(smallest.reversed().thenComparing(Map::toString))
                .limit(MOST_PARTS)
                .toList();
    }

    private Map<Map<String, String>, Map<String, MetricValue>> over(Asked asked, Turn turn) {
        Question question = new Question(asked.metrics(), asked.by(), turn.days(), Map.of());
        if (asked.by().isEmpty()) {
            return Map.of(Map.of(), metrics.answer(asked.store(), question).total());
        }
        Map<Map<String, String>, Map<String, MetricValue>> values = new LinkedHashMap<>();
        for (Answer.Row row : metrics.rows(asked.store(), question)) {
            values.put(row.keys(), row.values());
        }
        return values;
    }
}

package app.rotina.web;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes figures of a span apart by a dimension, or along its days, beside those before. */
@Component
final class Breakdown {
    /** Stands for the points of a span where a dimension could stand. */
    static final String TIME = "time";

    private final Metrics metrics;
    private final Catalog catalog;

    Breakdown(Metrics metrics, Catalog catalog) {
        this.metrics = metrics;
        this.catalog = catalog;
    }

    /**
     * Figures by the values of a dimension, the greatest first.
     *
     * @param adding those of the metrics whose parts sum to the whole
     */
    record Lines(
            String dimension,
            List<Metric> metrics,
            Set<String> adding,
            List<Line> lines,
            Line total) {

        Metric first() {
            return metrics.getFirst();
        }
    }

    /** The figures of one value, in the span and before it. */
    record Line(String value, Map<String, MetricValue> now, Map<String, MetricValue> before) {
        MetricValue now(String metric) {
            return now.getOrDefault(metric, MetricValue.missing("no_source"));
        }

        MetricValue before(String metric) {
            return before.getOrDefault(metric, MetricValue.missing("no_history"));
        }

        /** Rows of no worth alone, as postage that was free: nothing, then and now. */
        private boolean isNothing() {
            List<BigDecimal> known =
                    Stream.concat(now.values().stream(), before.values().stream())
                            .flatMap(value -> value.known().stream())
                            .toList();
            return !known.isEmpty() && known.stream().allMatch(value -> value.signum() == 0);
        }
    }

    /** One metric along the span, point by point, beside the points before. */
    record Series(List<MetricValue> now, List<MetricValue> before) {}

    /** Figures that are wanted by the values of a dimension. */
    record Wanted(List<String> metrics, String dimension) {}

    /** By one dimension, for some values of others. */
    Lines by(
            Store store,
            List<String> ids,
            String dimension,
            Period period,
            Map<String, String> where) {
        return by(store, List.of(new Wanted(ids, dimension)), period, where).getFirst();
    }

    /** By several dimensions, each for itself. */
    List<Lines> by(Store store, List<Wanted> wanted, Period period, Map<String, String> where) {
        @Nullable Days earlier = period.before();
        List<Question> questions = new ArrayList<>();
        for (Wanted each : wanted) {
            questions.add(question(each, period.days(), where));
            if (earlier != null) {
                questions.add(question(each, earlier, where));
            }
        }
        Iterator<Answer> answers = metrics.answers(store, questions).iterator();
        return wanted.stream()
                .map(each ->
                        lines(
                                store,
                                each,
                                answers.next(),
                                earlier == null ? new Answer(List.of(), Map.of()) : answers.next()))
                .toList();
    }

    private static Question question(Wanted wanted, Days days, Map<String, String> where) {
        return new Question(wanted.metrics(), List.of(wanted.dimension()), days, where);
    }

    private Lines lines(Store store, Wanted wanted, Answer now, Answer before) {
        String dimension = wanted.dimension();
        Map<String, Map<String, MetricValue>> values = byValue(now, dimension);
        Map<String, Map<String, MetricValue>> earlier = byValue(before, dimension);
        Set<String> all = new LinkedHashSet<>(values.keySet());
        all.addAll(earlier.keySet());
        Set<String> adding = new LinkedHashSet<>(wanted.metrics());
        adding.removeIf(id -> !metrics.splits(store, id, dimension));
        Map<String, MetricValue> nothing = nothing(wanted, now, adding);
        Map<String, MetricValue> nothingBefore = nothing(wanted, before, adding);
        return new Lines(
                dimension,
                wanted.metrics().stream().map(catalog::of).toList(),
                adding,
                all.stream()
                        .map(value ->
                                new Line(
                                        value,
                                        values.getOrDefault(value, nothing),
                                        earlier.getOrDefault(value, nothingBefore)))
                        .filter(line -> !line.isNothing())
                        .sorted(greatest(wanted.metrics().getFirst()))
                        .toList(),
                new Line("", now.total(), before.total()));
    }

    /** What a value without any row has: nothing of what adds up, where the whole is known. */
    private static Map<String, MetricValue> nothing(
            Wanted wanted, Answer answer, Set<String> adding) {
        Map<String, MetricValue> none = new HashMap<>();
        for (String id : wanted.metrics()) {
            MetricValue whole = answer.total().getOrDefault(id, MetricValue.missing("no_history"));
            boolean zero = adding.contains(id) && whole.known().isPresent();
            none.put(
                    id,
                    zero
                            ? MetricValue.known(BigDecimal.ZERO)
                            : MetricValue.missing(whole.missing().orElse("nothing_to_divide_by")));
        }
        return none;
    }

    static Comparator<Line> greatest(String metric) {
        return Comparator.comparing((Line line) ->
                        line.now(metric).known().orElse(BigDecimal.valueOf(Long.MIN_VALUE)))
                .reversed()
                .thenComparing(Line::value);
    }

    private static Map<String, Map<String, MetricValue>> byValue(Answer answer, String dimension) {
        Map<String, Map<String, MetricValue>> values = new LinkedHashMap<>();
        answer.rows()
                .forEach(row ->
                        values.put(
                                Objects.requireNonNull(row.keys().get(dimension)), row.values()));
        return values;
    }

    /** Along the span, each point a line, in the order of time. */
    Lines overTime(Store store, List<String> ids, Period period, Map<String, String> where) {
        Grain grain = period.grain();
        Question question =
                new Question(ids, List.of(grain.id()), period.days(), where)
                        .weeksFrom(period.now().weekStart());
        Answer now = metrics.answer(store, question);
        Map<String, Map<String, MetricValue>> values = byValue(now, grain.id());
        Set<String> adding = new LinkedHashSet<>(ids);
        adding.removeIf(id -> !metrics.addsUp(store, id));
        return new Lines(
                TIME,
                ids.stream().map(catalog::of).toList(),
                adding,
                period.firsts(period.days()).stream()
                        .map(grain::name)
                        .map(point ->
                                new Line(point, values.getOrDefault(point, Map.of()), Map.of()))
                        .toList(),
                new Line("", now.total(), Map.of()));
    }

    /** One metric over the whole span. */
    Line whole(Store store, String metric, Period period) {
        return new Line(
                "",
                Map.of(metric, metrics.value(store, metric, period.days())),
                period.before() == null
                        ? Map.of()
                        : Map.of(metric, metrics.value(store, metric, period.before())));
    }

    /** One metric by several dimensions at once, their values joined by a unit separator. */
    Map<String, MetricValue> cells(
            Store store, String metric, List<String> by, Days days, Map<String, String> where) {
        Map<String, MetricValue> cells = new HashMap<>();
        Question question = new Question(List.of(metric), by, days, where);
        for (Answer.Row row : metrics.answer(store, question).rows()) {
            cells.put(
                    String.join("\u001f", by.stream().map(row.keys()::get).toList()),
                    row.values().getOrDefault(metric, MetricValue.missing("no_source")));
        }
        return cells;
    }

    /** Along the span. */
    Series along(Store store, String metric, Period period, Map<String, String> where) {
        List<Days> spans = new ArrayList<>(List.of(period.days()));
        if (period.before() != null) {
            spans.add(period.before());
        }
        List<Answer> answers =
                metrics.answers(
                        store,
                        spans.stream()
                                .map(days ->
                                        new Question(
                                                        List.of(metric),
                                                        List.of(period.grain().id()),
                                                        days,
                                                        where)
                                                .weeksFrom(period.now().weekStart()))
                                .toList());
        List<List<MetricValue>> points = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            points.add(points(store, metric, period, spans.get(i), answers.get(i)));
        }
        return new Series(points.getFirst(), points.size() == 1 ? List.of() : points.getLast());
    }

    private List<MetricValue> points(
            Store store, String metric, Period period, Days days, Answer answer) {
        Grain grain = period.grain();
        Map<String, Map<String, MetricValue>> known = byValue(answer, grain.id());
        List<LocalDate> firsts = period.firsts(days);
        Silence silence =
                new Silence(at -> metrics.value(store, metric, grain.days(firsts.get(at), days)));
        List<@Nullable MetricValue> points = new ArrayList<>();
        firsts.forEach(
                first -> points.add(known.getOrDefault(grain.name(first), Map.of()).get(metric)));
        return silence.filled(points);
    }

    /** Along the span, for every value of a dimension; for what adds up, no rows are nothing. */
    Map<String, List<MetricValue>> alongBy(
            Store store, String metric, Period period, String dimension) {
        Grain grain = period.grain();
        Map<String, Map<String, MetricValue>> known = new TreeMap<>();
        Set<String> spoken = new HashSet<>();
        Question question =
                new Question(
                                List.of(metric),
                                List.of(grain.id(), dimension),
                                period.days(),
                                Map.of())
                        .weeksFrom(period.now().weekStart());
        for (Answer.Row row : metrics.answer(store, question).rows()) {
            String point = row.keys().getOrDefault(grain.id(), "");
            spoken.add(point);
            known.computeIfAbsent(row.keys().getOrDefault(dimension, ""), any -> new HashMap<>())
                    .put(
                            point,
                            row.values().getOrDefault(metric, MetricValue.missing("no_source")));
        }
        boolean adds = metrics.splits(store, metric, dimension);
        Map<String, List<MetricValue>> series = new TreeMap<>();
        known.forEach((value, points) -> series.put(value, points(period, points, adds, spoken)));
        return series;
    }

    private static List<MetricValue> points(
            Period period, Map<String, MetricValue> known, boolean adds, Set<String> spoken) {
        return period.firsts(period.days()).stream()
                .map(period.grain()::name)
                .map(name -> {
                    MetricValue silent =
                            adds && spoken.contains(name)
                                    ? MetricValue.known(BigDecimal.ZERO)
                                    : MetricValue.missing("not_delivered");
                    return known.getOrDefault(name, silent);
                })
                .toList();
    }
}

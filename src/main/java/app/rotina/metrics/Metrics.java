package app.rotina.metrics;

import app.rotina.kernel.Days;
import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Problem;
import app.rotina.kernel.RotinaException;
import app.rotina.kernel.Store;
import app.rotina.metrics.Metric.Over;
import app.rotina.warehouse.Aggregates;
import app.rotina.warehouse.Cell;
import app.rotina.warehouse.Combinations;
import app.rotina.warehouse.Contrast;
import app.rotina.warehouse.Coverages;
import app.rotina.warehouse.Measure;
import app.rotina.warehouse.Measures;
import app.rotina.warehouse.Slice;
import app.rotina.warehouse.Split;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers questions about a store's metrics; the same question gives the same figures anywhere. */
public final class Metrics {
    /** Stands in formulas for the revenue that the store sets its goals on. */
    static final String GOAL_BASIS = "goal_basis";

    private final Catalog catalog;
    private final Aggregates aggregates;
    private final Coverages coverages;

    public Metrics(Catalog catalog, Aggregates aggregates, Coverages coverages) {
        this.catalog = catalog;
        this.aggregates = aggregates;
        this.coverages = coverages;
    }

    public Answer answer(Store store, Question question) {
        return answers(store, List.of(question)).getFirst();
    }

    /** The answers to several questions, which take from the same rows together. */
    public List<Answer> answers(Store store, List<Question> questions) {
        List<Work> works = questions.stream().map(each -> work(store, each)).toList();
        List<Work> wholes =
                works.stream()
                        .filter(each -> !each.parts.sumUp())
                        .map(each -> work(store, each.wanted, each.parts.asked().whole()))
                        .toList();
        List<Keys> keys = keys(store, Stream.concat(works.stream(), wholes.stream()).toList());
        Covered covered = covered(store);
        List<Answer> answers = new ArrayList<>();
        int whole = works.size();
        for (int i = 0; i < works.size(); i++) {
            Work work = works.get(i);
            Keys rows = keys.get(i);
            Keys total = work.parts.sumUp() ? rows : keys.get(whole++);
            answers.add(
                    new Answer(
                            rows(store, work, rows, covered),
                            only(store, work, total.total().values(covered))));
        }
        return answers;
    }

    /** The rows of the answer alone, which ask the store half as much. */
    public List<Answer.Row> rows(Store store, Question question) {
        Work work = work(store, question);
        return rows(store, work, keys(store, List.of(work)).getFirst(), covered(store));
    }

    /** What a question comes to. */
    private record Work(List<Metric> wanted, Map<String, Metric> needed, Parts parts) {}

    private Work work(Store store, Question question) {
        List<Metric> wanted = question.metrics().stream().map(catalog::of).toList();
        return work(store, wanted, Asked.of(question));
    }

    private Work work(Store store, List<Metric> wanted, Asked asked) {
        Map<String, Metric> needed = needed(store, wanted);
        return new Work(wanted, needed, Parts.of(asked, needed, running(store, needed)));
    }

    private List<Keys> keys(Store store, List<Work> works) {
        List<List<Slice>> slices = works.stream().map(each -> each.parts.slices()).toList();
        Iterator<List<Cell>> cells =
                aggregates
                        .answer(store.id(), slices.stream().flatMap(List::stream).toList())
                        .iterator();
        return works.stream().map(each -> each.parts.keys(cells)).toList();
    }

    private Covered covered(Store store) {
        return new Covered(coverages.of(store.id()), coverages.reportedChannels(store.id()));
    }

    private List<Answer.Row> rows(Store store, Work work, Keys keys, Covered covered) {
        List<Answer.Row> rows = new ArrayList<>();
        Map<LocalDate, String> times = new HashMap<>();
        for (Asked.Key key : keys.all()) {
            rows.add(
                    new Answer.Row(
                            key.named(work.parts.asked(), times),
                            only(store, work, key.values(covered))));
        }
        return rows;
    }

    /** The metrics of single days, which may lie apart. */
    public Daily daily(Store store, List<String> metrics, List<LocalDate> days) {
        Work work = work(store, Question.on(metrics, days, List.of()));
        Covered covered = covered(store);
        Map<LocalDate, Function<String, MetricValue>> measured = new HashMap<>();
        for (Asked.Key key : keys(store, List.of(work)).getFirst().all()) {
            measured.put(key.bucketDay(), key.values(covered));
        }
        return new Daily(
                catalog,
                measured,
                (metric, values) -> value(store, catalog.of(metric), work.needed, values));
    }

    /**
     * Metrics that add up, by every combination of the dimensions' values that has any, on days and
     * by comparable days; the days are such as the metrics are known on.
     *
     * @param usual each comparable day and how much it counts
     * @param scatter whether it is also wanted how far the comparable days lie apart
     */
    public Map<String, Combinations> contrast(
            Store store, Question question, Map<LocalDate, BigDecimal> usual, boolean scatter) {
        return contrasts(store, List.of(question), usual, scatter).getFirst();
    }

    /** The same of several questions about the same days. */
    public List<Map<String, Combinations>> contrasts(
            Store store,
            List<Question> questions,
            Map<LocalDate, BigDecimal> usual,
            boolean scatter) {
        questions.stream()
                .flatMap(each -> each.metrics().stream())
                .forEach(id -> requireToAddUp(store, id));
        return aggregates.contrasts(
                store.id(),
                questions.stream().map(each -> asked(store, each, usual, scatter)).toList());
    }

    /**
     * A metric that is a sum on each day, by each of the dimensions by itself: value → figure, as
     * above.
     */
    public Map<String, Map<String, Split>> splits(
            Store store, Question question, Map<LocalDate, BigDecimal> usual) {
        return aggregates.splits(store.id(), asked(store, question, usual, false));
    }

    private Contrast asked(
            Store store, Question question, Map<LocalDate, BigDecimal> usual, boolean scatter) {
        return new Contrast(
                question.metrics().stream()
                        .map(id -> new Contrast.Figure(id, parts(store, catalog.of(id), 1)))
                        .toList(),
                Asked.of(question).dimensions(),
                question.dates(),
                usual,
                scatter);
    }

    private void requireToAddUp(Store store, String metric) {
        if (!addsUp(store, metric)) {
            throw new IllegalArgumentException(metric + " does not add up");
        }
    }

    /** The measures that a metric is the sum of, and how often each counts. */
    private Map<Measure, Integer> parts(Store store, Metric metric, int times) {
        Map<Measure, Integer> parts = new LinkedHashMap<>();
        if (metric.measure() != null) {
            parts.put(metric.measure(), times);
        } else if (metric.formula() != null) {
            metric.formula()
                    .signs()
                    .forEach((name, sign) ->
                            parts(store, catalog.of(named(store, name)), times * sign)
                                    .forEach((one, n) -> parts.merge(one, n, Integer::sum)));
        }
        return parts;
    }

    /** One figure over the days, without any dimension. */
    public MetricValue value(Store store, String metric, Days days) {
        Answer answer = answer(store, Question.of(List.of(metric), days));
        return answer.total().getOrDefault(metric, MetricValue.missing("no_source"));
    }

    /** The metrics asked for and all they are made of. */
    private Map<String, Metric> needed(Store store, List<Metric> wanted) {
        Map<String, Metric> needed = new LinkedHashMap<>();
        wanted.forEach(metric -> need(store, metric, needed, new LinkedHashSet<>()));
        return needed;
    }

    private void need(Store store, Metric metric, Map<String, Metric> needed, Set<String> path) {
        if (!path.add(metric.id())) {
            throw new RotinaException(Problem.BAD_DEFINITION, metric.id(), path);
        }
        if (needed.put(metric.id(), metric) == null && metric.formula() != null) {
            for (String name : metric.formula().names()) {
                need(store, catalog.of(named(store, name)), needed, new LinkedHashSet<>(path));
            }
        }
    }

    static String named(Store store, String name) {
        return name.equals(GOAL_BASIS) ? store.basis().metric() : name;
    }

    /** Measures that add up from the very first day, for a metric that says so. */
    private Set<String> running(Store store, Map<String, Metric> needed) {
        Set<String> running = new LinkedHashSet<>();
        for (Metric metric : needed.values()) {
            if (metric.over() == Over.CUMULATIVE && metric.formula() != null) {
                metric.formula().names().forEach(name -> running.add(named(store, name)));
            }
        }
        return running;
    }

    private Map<String, MetricValue> only(
            Store store, Work work, Function<String, MetricValue> measured) {
        Map<String, MetricValue> values = new LinkedHashMap<>();
        for (Metric metric : work.wanted) {
            values.put(metric.id(), value(store, metric, work.needed, measured));
        }
        return values;
    }

    private MetricValue value(
            Store store,
            Metric metric,
            Map<String, Metric> needed,
            Function<String, MetricValue> measured) {
        @Nullable Formula formula = metric.formula();
        if (formula == null) {
            return measured.apply(metric.id());
        }
        return formula.value(name -> {
            @Nullable Metric part = needed.get(named(store, name));
            if (part == null) {
                return MetricValue.missing("no_source");
            }
            return metric.over() == Over.CUMULATIVE && part.measure() != null
                    ? measured.apply(Keys.running(part.measure()))
                    : value(store, part, needed, measured);
        });
    }

    /** True where the metric of several days, or of parts of a day, is the sum of theirs. */
    public boolean addsUp(Store store, String metric) {
        return needed(store, List.of(catalog.of(metric))).values().stream()
                .allMatch(Metrics::addsUp);
    }

    private static boolean addsUp(Metric metric) {
        boolean summed = metric.formula() == null || !metric.formula().divides();
        boolean counted = metric.measure() == null || metric.measure().addsOverDays();
        return summed && counted && metric.over() == Over.SUM;
    }

    /** True where the metric's parts by the dimension sum to it. */
    public boolean splits(Store store, String metric, String dimension) {
        return addsUp(store, metric)
                && needed(store, List.of(catalog.of(metric))).values().stream()
                        .map(Metric::measure)
                        .allMatch(one -> one == null || Measures.splits(one, dimension));
    }

    /** True where the metric can be taken by the dimension at all. */
    public boolean has(Store store, String metric, String dimension) {
        return needed(store, List.of(catalog.of(metric))).values().stream()
                .map(Metric::measure)
                .allMatch(measure -> measure == null || Measures.has(measure, dimension));
    }
}

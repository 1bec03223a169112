package app.rotina.metrics;

import app.rotina.kernel.Definitions;
import app.rotina.kernel.Nearest;
import app.rotina.kernel.Problem;
import app.rotina.metrics.Metric.Over;
import app.rotina.metrics.Metric.Unit;
import app.rotina.warehouse.Measure;
import app.rotina.warehouse.Measure.Aggregate;
import app.rotina.warehouse.Measures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Every metric, discovered in the folder {@code metrics}. */
public final class Catalog {
    private final Map<String, Metric> metrics = new TreeMap<>();

    public Catalog() {
        for (JsonNode yaml : Definitions.in("metrics")) {
            Metric metric = metric(yaml);
            metrics.put(metric.id(), metric);
        }
    }

    public List<Metric> all() {
        return List.copyOf(metrics.values());
    }

    /** The metrics people ask for. */
    public List<Metric> shown() {
        return metrics.values().stream()
                .filter(metric -> !metric.internal())
                .sorted(Comparator.comparingInt(Metric::place))
                .toList();
    }

    public Metric of(String id) {
        @Nullable Metric metric = metrics.get(id);
        if (metric == null) {
            List<String> known = shown().stream().map(Metric::id).toList();
            throw Nearest.unknown(Problem.UNKNOWN_METRIC, id, known);
        }
        return metric;
    }

    /**
     * The facts whose rows a metric is made of.
     *
     * @param basis the metric that the store's goals are of
     */
    public Set<String> facts(String id, String basis) {
        Set<String> facts = new TreeSet<>();
        collect(id, basis, facts);
        return facts;
    }

    private void collect(String id, String basis, Set<String> facts) {
        Metric metric = of(id);
        if (metric.measure() != null) {
            facts.add(metric.measure().needs().split("\\.", 2)[0]);
        }
        if (metric.formula() != null) {
            metric.formula()
                    .names()
                    .forEach(name ->
                            collect(name.equals(Metrics.GOAL_BASIS) ? basis : name, basis, facts));
        }
    }

    /** What the roll-ups have to keep so that every metric can be answered. */
    public Measures measures() {
        List<Measure> measures = new ArrayList<>();
        for (Metric metric : metrics.values()) {
            if (metric.measure() != null) {
                measures.add(metric.measure());
            }
        }
        return new Measures(measures);
    }

    private static Metric metric(JsonNode yaml) {
        String id = yaml.path("id").asString();
        return new Metric(
                id,
                Unit.valueOf(yaml.path("unit").asString().toUpperCase(Locale.ROOT)),
                yaml.path("direction").asString().equals("up"),
                yaml.path("internal").asBoolean(false),
                yaml.path("place").asInt(0),
                Over.valueOf(yaml.path("over").asString("sum").toUpperCase(Locale.ROOT)),
                Definitions.words(yaml.path("parents")),
                yaml.has("measure") ? measure(id, yaml.path("measure")) : null,
                yaml.has("formula") ? Formula.parse(yaml.path("formula").asString()) : null,
                Definitions.texts(yaml.path("labels")),
                Definitions.texts(yaml.path("about")));
    }

    private static Measure measure(String id, JsonNode yaml) {
        Map<String, List<String>> where = new LinkedHashMap<>();
        yaml.path("where")
                .properties()
                .forEach(each -> where.put(each.getKey(), Definitions.words(each.getValue())));
        return new Measure(
                id,
                yaml.path("from").asString(),
                yaml.path("day").asString(),
                aggregate(yaml),
                column(yaml),
                where,
                yaml.path("by_products").asBoolean(false),
                yaml.path("needs").asString());
    }

    private static String column(JsonNode yaml) {
        return Stream.of("sum", "distinct", "reported")
                .filter(yaml::has)
                .findFirst()
                .map(each -> yaml.path(each).asString())
                .orElse("*");
    }

    private static Aggregate aggregate(JsonNode yaml) {
        if (yaml.has("sum")) {
            return Aggregate.SUM;
        }
        if (yaml.has("reported")) {
            return Aggregate.REPORTED;
        }
        return yaml.has("distinct") ? Aggregate.DISTINCT : Aggregate.COUNT;
    }
}

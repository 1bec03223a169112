package app.rotina.web;

import app.rotina.metrics.Catalog;
import app.rotina.metrics.Formula;
import app.rotina.metrics.Metric;
import app.rotina.warehouse.Measure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a metric means, in plain words.
 *
 * @param formula over other metrics, in words; absence: it is counted from rows
 * @param made the metrics it is calculated from
 * @param drives the metrics it is a part of
 * @param bases by which date its rows count
 * @param sources what has to be delivered for it
 * @param over what becomes of several days
 */
record Meaning(
        String id,
        String label,
        String about,
        @Nullable String formula,
        List<Link> made,
        List<Link> drives,
        List<String> bases,
        List<String> sources,
        String over) {

    /** Another metric. */
    record Link(String label, String address) {}

    static Meaning of(Metric metric, Catalog catalog, Screen screen) {
        Words words = screen.words();
        Set<Measure> measures = new LinkedHashSet<>();
        collect(metric, catalog, screen, measures);
        @Nullable Formula formula = metric.formula();
        boolean divides = formula != null && formula.divides();
        String over = divides ? "ratio" : metric.over().name().toLowerCase(Locale.ROOT);
        return new Meaning(
                metric.id(),
                metric.label(words.texts()),
                metric.about(words.texts()),
                formula == null ? null : said(formula, catalog, screen),
                formula == null ? List.of() : links(formula.names(), catalog, screen),
                links(metric.parents(), catalog, screen),
                measures.stream()
                        .map(measure -> words.say("meaning.day." + measure.day()))
                        .distinct()
                        .toList(),
                measures.stream()
                        .map(measure -> words.say("meaning.from." + measure.from()))
                        .distinct()
                        .toList(),
                words.say("meaning.over." + over));
    }

    private static void collect(
            Metric metric, Catalog catalog, Screen screen, Set<Measure> measures) {
        if (metric.measure() != null) {
            measures.add(metric.measure());
        }
        if (metric.formula() != null) {
            for (String name : metric.formula().names()) {
                collect(named(name, catalog, screen), catalog, screen, measures);
            }
        }
    }

    private static Metric named(String name, Catalog catalog, Screen screen) {
        return catalog.of(RowsView.named(screen.store(), name));
    }

    private static String said(Formula formula, Catalog catalog, Screen screen) {
        return switch (formula) {
            case Formula.Name name ->
                    named(name.metric(), catalog, screen).label(screen.words().texts());
            case Formula.Sum(Formula left, Formula right, boolean minus) ->
                    screen.say(
                            minus ? "meaning.minus" : "meaning.plus",
                            said(left, catalog, screen),
                            said(right, catalog, screen));
            case Formula.Ratio(Formula above, Formula below) ->
                    screen.say(
                            "meaning.divided",
                            said(above, catalog, screen),
                            said(below, catalog, screen));
        };
    }

    private static List<Link> links(Iterable<String> names, Catalog catalog, Screen screen) {
        List<Link> links = new ArrayList<>();
        for (String name : names) {
            Metric metric = named(name, catalog, screen);
            links.add(
                    new Link(
                            metric.label(screen.words().texts()),
                            screen.address("/metric/" + metric.id())));
        }
        return links;
    }
}

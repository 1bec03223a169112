package app.rotina.web;

import app.rotina.metrics.Catalog;
import app.rotina.metrics.Metric;
import app.rotina.routine.checks.Check;
import app.rotina.routine.checks.Evidence;
import app.rotina.routine.checks.Turn;
import app.rotina.web.RoutineView.Fact;
import app.rotina.web.RoutineView.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures that a check is shown with.
 *
 * @param lines of the whole store and of its parts
 */
record RoutineFacts(Screen screen, Catalog catalog, List<Evidence.Line> lines) {

    /** Those of the whole store. */
    List<Fact> whole() {
        return facts(lines.stream().filter(line -> line.where().isEmpty()));
    }

    /** The same by the parts of the store. */
    List<Part> parts() {
        Map<Map<String, String>, List<Evidence.Line>> parts = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> !line.where().isEmpty())
                .forEach(line ->
                        parts.computeIfAbsent(line.where(), any -> new ArrayList<>()).add(line));
        return parts.entrySet().stream()
                .map(part -> new Part(name(part.getKey()), facts(part.getValue().stream())))
                .toList();
    }

    /** Which parts those are. */
    String by(Check check) {
        return screen.say(
                "routine.parted",
                check.evidenceBy().stream()
                        .map(one -> screen.say("dimension." + one))
                        .collect(Collectors.joining(" · ")));
    }

    /** The days that they are of, and up to what hour; empty where there are none. */
    String when(Turn told) {
        if (lines.isEmpty()) {
            return "";
        }
        Evidence.Line first = lines.getFirst();
        String when = RoutineRows.when(screen, new Turn(told.cadence(), first.days()));
        return first.until() == null
                ? screen.say("routine.figures", when)
                : screen.say("routine.figures.until", when, first.until().toString());
    }

    private List<Fact> facts(Stream<Evidence.Line> some) {
        return some.map(this::fact).toList();
    }

    private String name(Map<String, String> where) {
        return where.entrySet().stream()
                .map(one -> screen.words().texts().value(one.getKey(), one.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private Fact fact(Evidence.Line line) {
        Metric metric = catalog.of(line.metric());
        Figures figures = screen.figures();
        return new Fact(
                metric.label(screen.words().texts()),
                figures.value(line.now(), metric.unit()),
                line.before()
                        .known()
                        .map(before ->
                                screen.say(
                                        line.until() == null
                                                ? "routine.before"
                                                : "routine.before.until",
                                        figures.text(before, metric.unit())))
                        .orElse(""),
                screen.address(CheckWords.rows(line.metric(), line.days(), line.where())));
    }
}

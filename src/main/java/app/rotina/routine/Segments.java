package app.rotina.routine;

import app.rotina.kernel.MetricValue;
import app.rotina.kernel.Store;
import app.rotina.metrics.Answer;
import app.rotina.metrics.Metrics;
import app.rotina.metrics.Question;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** A figure by every combination of some dimensions' values, as it was and as it usually is. */
record Segments(List<String> dimensions, Map<List<String>, Both> cells) {

    /** One combination's figure on the days that are explained, and by comparable days. */
    record Both(double actual, double usual) {
        static final Both NONE = new Both(0, 0);

        Both plus(Both other) {
            return new Both(actual + other.actual, usual + other.usual);
        }

        Both times(double factor) {
            return new Both(actual * factor, usual * factor);
        }
    }

    /** Of each metric, from one question. */
    static Map<String, Segments> of(
            Metrics metrics, Store store, List<String> ids, List<String> by, Comparison days) {
        Answer answer = metrics.answer(store, Question.on(ids, days.all(), by));
        Map<String, Segments> all = new TreeMap<>();
        ids.forEach(id -> all.put(id, new Segments(by, new HashMap<>())));
        for (Answer.Row row : answer.rows()) {
            LocalDate day = LocalDate.parse(row.keys().getOrDefault("day", ""));
            boolean explained = days.days().contains(day);
            double weight = days.weight(day).doubleValue();
            List<String> values = by.stream().map(d -> row.keys().getOrDefault(d, "")).toList();
            row.values()
                    .forEach((id, value) -> {
                        double amount = amount(value);
                        Both both = new Both(explained ? amount : 0, weight * amount);
                        all.getOrDefault(id, new Segments(by, new HashMap<>())).add(values, both);
                    });
        }
        return all;
    }

    private static double amount(MetricValue value) {
        return value.known().map(BigDecimal::doubleValue).orElse(0.0);
    }

    private void add(List<String> values, Both both) {
        if (both.actual != 0 || both.usual != 0) {
            cells.merge(values, both, Both::plus);
        }
    }

    Both at(List<String> values) {
        return cells.getOrDefault(values, Both.NONE);
    }

    Both total() {
        return cells.values().stream().reduce(Both.NONE, Both::plus);
    }

    Segments plus(Segments other) {
        Segments sum = new Segments(dimensions, new HashMap<>(cells));
        other.cells.forEach(sum::add);
        return sum;
    }

    Segments times(double factor) {
        Segments other = new Segments(dimensions, new HashMap<>());
        cells.forEach((values, both) -> other.add(values, both.times(factor)));
        return other;
    }

    /** Only the combinations of which the other figure is known. */
    Segments where(Segments other) {
        Segments some = new Segments(dimensions, new HashMap<>(cells));
        some.cells.keySet().retainAll(other.cells.keySet());
        return some;
    }

    /** The same over some of the dimensions. */
    Segments by(List<String> some) {
        List<Integer> at = some.stream().map(dimensions::indexOf).toList();
        return over(some, values -> at.stream().map(values::get).toList());
    }

    /** The same with other values. */
    Segments over(List<String> names, Function<List<String>, List<String>> named) {
        Segments other = new Segments(names, new HashMap<>());
        cells.forEach((values, both) -> other.add(named.apply(values), both));
        return other;
    }

    /** The dimensions that tell anything, because they have at least two values. */
    List<String> telling() {
        List<String> telling = new ArrayList<>();
        for (String dimension : dimensions) {
            if (values(dimension).size() > 1) {
                telling.add(dimension);
            }
        }
        return telling;
    }

    Set<String> values(String dimension) {
        int at = dimensions.indexOf(dimension);
        Set<String> values = new HashSet<>();
        cells.keySet().forEach(each -> values.add(each.get(at)));
        return values;
    }

    /** How much of the figure has a value of the dimension that the other one has, too. */
    double shared(String dimension, Segments other) {
        int at = dimensions.indexOf(dimension);
        Set<String> known = other.values(dimension);
        double shared = 0;
        double all = 0;
        for (Map.Entry<List<String>, Both> cell : cells.entrySet()) {
            double size = Math.abs(cell.getValue().actual) + Math.abs(cell.getValue().usual);
            all += size;
            shared += known.contains(cell.getKey().get(at)) ? size : 0;
        }
        return all > 0 ? shared / all : 0;
    }
}

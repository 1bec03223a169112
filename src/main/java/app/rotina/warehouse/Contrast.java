package app.rotina.warehouse;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is asked of the facts by every combination of dimension values: figures on the days that are
 * explained, and by the days that tell what they usually are.
 *
 * @param days the days that are explained
 * @param usual each comparable day and how much it counts
 * @param scatter whether it is also wanted how far the comparable days lie apart
 */
public record Contrast(
        List<Figure> figures,
        List<String> dimensions,
        List<LocalDate> days,
        Map<LocalDate, BigDecimal> usual,
        boolean scatter) {

    /** A sum of measures that all add up over days; how often each counts, such as −1. */
    public record Figure(String id, Map<Measure, Integer> parts) {

        /** What some of its measures give to it, as SQL. */
        String sum(Collection<Measure> some, Function<Measure, String> amount) {
            String sum =
                    some.stream()
                            .filter(parts::containsKey)
                            .map(one ->
                                    "%d * coalesce(%s, 0)"
                                            .formatted(parts.get(one), amount.apply(one)))
                            .collect(joining(" + "));
            return "CAST(%s AS DECIMAL(18, 4))".formatted(sum.isEmpty() ? "0" : sum);
        }
    }

    List<Measure> measures() {
        return figures.stream().flatMap(each -> each.parts.keySet().stream()).distinct().toList();
    }

    /** Every day that has to be asked for, in order. */
    List<LocalDate> all() {
        List<LocalDate> all = new ArrayList<>(usual.keySet());
        days.stream().filter(day -> !usual.containsKey(day)).forEach(all::add);
        return all.stream().sorted().toList();
    }

    /** The days as a list of SQL. */
    String dates() {
        return all().stream().map("DATE '%s'"::formatted).collect(joining(", "));
    }

    /**
     * Each day, whether it is explained, and its weight, as rows of SQL; weights so exact that a
     * thousand millions of money are off by less than a cent.
     */
    String weighed() {
        return all().stream()
                .map(day ->
                        "(DATE '%s', %s, CAST(%s AS DECIMAL(19, 12)))"
                                .formatted(
                                        day,
                                        days.contains(day),
                                        usual.getOrDefault(day, BigDecimal.ZERO).toPlainString()))
                .collect(joining(", "));
    }
}

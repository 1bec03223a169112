package app.rotina.warehouse;

import static java.util.stream.Collectors.joining;

import app.rotina.warehouse.Contrast.Figure;
import app.rotina.warehouse.engine.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Answers contrasts of the same days that the roll-up has the grains of, in one pass over it. */
final class RolledUpContrasts {
    private static final int KEYS = 1 + Grain.COLUMNS.size();

    private final List<Contrast> asked;
    private final List<Figure> figures;

    RolledUpContrasts(List<Contrast> asked) {
        this.asked = asked;
        this.figures = asked.stream().flatMap(each -> each.figures().stream()).distinct().toList();
    }

    /** The values of a grain, and three sums per figure. */
    private record Row(String grain, List<String> values, List<Double> sums) {}

    /** By figure. */
    List<Map<String, Combinations>> on(Sql sql) throws SQLException {
        if (asked.isEmpty()) {
            return List.of();
        }
        Map<String, List<Row>> rows = new HashMap<>();
        for (Row row : sql.list(query(), this::row)) {
            rows.computeIfAbsent(row.grain, any -> new ArrayList<>()).add(row);
        }
        return asked.stream()
                .map(each -> combinations(each, rows.getOrDefault(grain(each).name(), List.of())))
                .toList();
    }

    private static Grain grain(Contrast contrast) {
        return Grain.of(contrast.dimensions()).orElseThrow();
    }

    private String query() {
        Contrast any = asked.getFirst();
        String keys = "dimension, " + String.join(", ", Grain.COLUMNS);
        return """
        -- one row per grain and its values
        SELECT %1$s, %2$s FROM (SELECT day, %1$s, %3$s FROM rollup WHERE dimension IN (%4$s) AND day IN (%5$s))
        JOIN (VALUES %6$s) weighed (day, explained, weight) USING (day) GROUP BY %1$s ORDER BY %1$s\
        """
                .formatted(
                        keys,
                        figures(i -> sums(i, any.scatter())),
                        figures(i ->
                                figures.get(i).sum(figures.get(i).parts().keySet(), Measure::id)
                                        + " AS f"
                                        + i),
                        Contrasts.literals(
                                asked.stream().map(each -> grain(each).name()).distinct().toList()),
                        any.dates(),
                        any.weighed());
    }

    private String figures(IntFunction<String> each) {
        return IntStream.range(0, figures.size()).mapToObj(each).collect(joining(", "));
    }

    /** What it was, what it usually is, and the squares of days, which a row of the roll-up is. */
    private static String sums(int figure, boolean scatter) {
        return "CAST(coalesce(sum(f%1$d) FILTER (explained), 0) AS DOUBLE), CAST(sum(weight * f%1$d) AS DOUBLE), %2$s"
                .formatted(
                        figure,
                        scatter
                                ? "sum(CAST(weight AS DOUBLE) * CAST(f%1$d AS DOUBLE) * CAST(f%1$d AS DOUBLE))"
                                        .formatted(figure)
                                : "0");
    }

    private Row row(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 2; i <= KEYS; i++) {
            values.add(row.getString(i));
        }
        List<Double> sums = new ArrayList<>();
        for (int i = 1; i <= 3 * figures.size(); i++) {
            sums.add(row.getDouble(KEYS + i));
        }
        return new Row(row.getString(1), values, sums);
    }

    private Map<String, Combinations> combinations(Contrast contrast, List<Row> rows) {
        Grain grain = grain(contrast);
        Map<String, List<String>> values = new LinkedHashMap<>();
        List<Map<String, Integer>> codes = new ArrayList<>();
        List<Integer> at = contrast.dimensions().stream().map(grain.dimensions()::indexOf).toList();
        for (int d = 0; d < at.size(); d++) {
            int column = at.get(d);
            List<String> known =
                    rows.stream().map(row -> row.values.get(column)).distinct().sorted().toList();
            values.put(contrast.dimensions().get(d), known);
            codes.add(codes(known));
        }
        List<double[]> numbers = new ArrayList<>();
        for (Row row : rows) {
            double[] one = new double[at.size() + row.sums.size()];
            for (int d = 0; d < at.size(); d++) {
                one[d] = codes.get(d).getOrDefault(row.values.get(at.get(d)), 0);
            }
            for (int i = 0; i < row.sums.size(); i++) {
                one[at.size() + i] = row.sums.get(i);
            }
            numbers.add(one);
        }
        Map<String, Combinations> all = new LinkedHashMap<>();
        for (Figure each : contrast.figures()) {
            all.put(each.id(), Combinations.of(values, numbers, figures.indexOf(each)));
        }
        return all;
    }

    private static Map<String, Integer> codes(List<String> values) {
        Map<String, Integer> codes = new HashMap<>();
        values.forEach(value -> codes.put(value, codes.size()));
        return codes;
    }
}

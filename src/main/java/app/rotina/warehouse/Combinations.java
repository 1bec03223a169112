package app.rotina.warehouse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A figure by every combination of dimension values that has any, in columns: what it was, and what
 * it usually is. A value is known by its place among the values of its dimension.
 */
public final class Combinations {
    private final Map<String, List<String>> values;
    private final List<int[]> codes; // by dimension and row
    private final List<double[]> sums; // actual, usual, squares by row

    /** One combination's figure; the weighted squares of comparable days tell how they scatter. */
    public record Sums(double actual, double usual, double squares) {}

    private Combinations(Map<String, List<String>> values, List<int[]> codes, List<double[]> sums) {
        this.values = values;
        this.codes = codes;
        this.sums = sums;
    }

    /**
     * Those of the rows that have any of the figure.
     *
     * @param rows a code per dimension, then the three sums per figure
     */
    static Combinations of(Map<String, List<String>> values, List<double[]> rows, int figure) {
        int at = values.size() + 3 * figure;
        List<double[]> some =
                rows.stream()
                        .filter(row -> row[at] != 0 || row[at + 1] != 0 || row[at + 2] != 0)
                        .toList();
        return new Combinations(
                values,
                IntStream.range(0, values.size())
                        .mapToObj(each -> some.stream().mapToInt(row -> (int) row[each]).toArray())
                        .toList(),
                IntStream.range(at, at + 3)
                        .mapToObj(each -> some.stream().mapToDouble(row -> row[each]).toArray())
                        .toList());
    }

    /** Without the dimensions that tell nothing, because all have the same value of them. */
    public Combinations telling() {
        Map<String, List<String>> some = new LinkedHashMap<>();
        List<int[]> varied = new ArrayList<>();
        for (Map.Entry<String, List<String>> dimension : values.entrySet()) {
            int[] code = codes.get(dimensions().indexOf(dimension.getKey()));
            if (IntStream.of(code).anyMatch(each -> each != code[0])) {
                some.put(dimension.getKey(), dimension.getValue());
                varied.add(code);
            }
        }
        return new Combinations(some, varied, sums);
    }

    public List<String> dimensions() {
        return List.copyOf(values.keySet());
    }

    /** The values of a dimension, each at its code. */
    public List<String> values(String dimension) {
        return values.getOrDefault(dimension, List.of());
    }

    public int size() {
        return sums.getFirst().length;
    }

    public int code(int dimension, int row) {
        return codes.get(dimension)[row];
    }

    public double actual(int row) {
        return sums.getFirst()[row];
    }

    public double usual(int row) {
        return sums.get(1)[row];
    }

    public Map<List<String>, Sums> cells() {
        Map<List<String>, Sums> cells = new HashMap<>();
        List<List<String>> names = List.copyOf(values.values());
        for (int row = 0; row < size(); row++) {
            List<String> key = new ArrayList<>();
            for (int d = 0; d < names.size(); d++) {
                key.add(names.get(d).get(code(d, row)));
            }
            cells.put(key, new Sums(actual(row), usual(row), sums.get(2)[row]));
        }
        return cells;
    }
}

package app.rotina.warehouse;

import static java.util.stream.Collectors.joining;

import app.rotina.warehouse.Contrast.Figure;
import app.rotina.warehouse.Measure.Aggregate;
import app.rotina.warehouse.engine.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Answers one contrast in one pass over the rows. Days are weighed, and values become numbers,
 * where the rows are: what comes back is numbers, one row per combination.
 */
final class Contrasts {
    private static final int FEW = 32;

    private final Contrast asked;
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    Contrasts(Contrast asked) {
        this.asked = asked;
        asked.dimensions().forEach(each -> values.put(each, new ArrayList<>()));
    }

    /** By figure. */
    Map<String, Combinations> on(Sql sql, List<List<Measure>> groups) throws SQLException {
        sql.run("BEGIN"); // so that the rows have no value that the roll-up does not know
        sql.list(
                values(),
                row ->
                        values.getOrDefault(row.getString(1), new ArrayList<>())
                                .add(row.getString(2)));
        List<double[]> rows =
                groups.isEmpty() || values.values().stream().anyMatch(List::isEmpty)
                        ? List.of()
                        : combinations(sql, groups);
        sql.run("COMMIT");
        Map<String, Combinations> all = new LinkedHashMap<>();
        for (int i = 0; i < asked.figures().size(); i++) {
            all.put(asked.figures().get(i).id(), Combinations.of(values, rows, i));
        }
        return all;
    }

    private String values() {
        return """
        -- one row per dimension and value
        SELECT DISTINCT dimension, value FROM rollup WHERE dimension IN (%s) AND day IN (%s) ORDER BY ALL\
        """
                .formatted(literals(asked.dimensions()), asked.dates());
    }

    private List<double[]> combinations(Sql sql, List<List<Measure>> groups) throws SQLException {
        Codes codes = new Codes(values.values());
        return sql.list(combinations(codes, groups), row -> numbers(row, codes));
    }

    /** A code per dimension, then the three sums per figure. */
    private double[] numbers(ResultSet row, Codes codes) throws SQLException {
        long[] keys = new long[codes.numbers()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = row.getLong(i + 1);
            if (row.wasNull()) {
                throw new IllegalStateException("a value that the roll-up does not have");
            }
        }
        double[] numbers = new double[values.size() + 3 * asked.figures().size()];
        for (int i = 0; i < numbers.length; i++) {
            int sum = i - values.size();
            numbers[i] = sum < 0 ? codes.code(i, keys) : row.getDouble(keys.length + sum + 1);
        }
        return numbers;
    }

    private String combinations(Codes codes, List<List<Measure>> groups) {
        String keys = each(codes.numbers(), "k%1$d");
        int figures = asked.figures().size();
        String squares =
                asked.scatter()
                        ? "sum(CAST(weight AS DOUBLE) * CAST(f%1$d AS DOUBLE) * CAST(f%1$d AS"
                                + " DOUBLE))"
                        : "0";
        return """
        -- one row per combination of dimension values
        WITH weighed (day, explained, weight) AS (VALUES %s), part AS (%s)
        SELECT %s, %s FROM %s JOIN weighed USING (day) GROUP BY %s ORDER BY %s\
        """
                .formatted(
                        asked.weighed(),
                        groups.stream()
                                .map(group -> part(codes, group))
                                .collect(joining(" UNION ALL ")),
                        keys,
                        each(
                                figures,
                                "CAST(coalesce(sum(f%1$d) FILTER (explained), 0) AS DOUBLE),"
                                        + " CAST(sum(weight * f%1$d) AS DOUBLE), "
                                        + squares),
                        asked.scatter() ? daily(keys) : "part",
                        keys,
                        keys);
    }

    /** Each day by itself, since it is days that scatter. */
    private String daily(String keys) {
        return "(SELECT day, %s, %s FROM part GROUP BY ALL)"
                .formatted(
                        keys,
                        each(
                                asked.figures().size(),
                                "CAST(sum(f%1$d) AS DECIMAL(18, 4)) AS f%1$d"));
    }

    private static String each(int count, String pattern) {
        return IntStream.range(0, count).mapToObj(pattern::formatted).collect(joining(", "));
    }

    /** What rows give to the figures. */
    private String part(Codes codes, List<Measure> group) {
        String day = group.getFirst().day();
        List<String> keys = codes.sql(this::code);
        return "SELECT %s AS day, %s, %s FROM %s AND %s IN (%s)"
                .formatted(
                        day,
                        IntStream.range(0, keys.size())
                                .mapToObj(k -> keys.get(k) + " AS k" + k)
                                .collect(joining(", ")),
                        asked.figures().stream()
                                .map(each -> figure(each, group))
                                .collect(joining(", ")),
                        Aggregates.rows(group, asked.dimensions()) + " WHERE " + some(group),
                        day,
                        asked.dates());
    }

    /** Where values are few, looking for one is much faster than turning its text into one. */
    private String code(int dimension) {
        String name = asked.dimensions().get(dimension);
        List<String> known = values.getOrDefault(name, List.of());
        return (known.size() > FEW
                        ? "coalesce(enum_code(CAST(%1$s AS ENUM (%2$s))), CASE WHEN %1$s IS NULL"
                                + " THEN %3$s END)"
                        : "coalesce(list_position([%2$s], %1$s) - 1, CASE WHEN %1$s IS NULL THEN"
                                + " %3$s END)")
                .formatted(
                        name,
                        literals(known),
                        known.contains(Rollups.NOT_SET) ? known.indexOf(Rollups.NOT_SET) : "NULL");
    }

    private String figure(Figure figure, List<Measure> group) {
        return "%s AS f%d"
                .formatted(
                        figure.sum(group, Measure::contribution), asked.figures().indexOf(figure));
    }

    /** Rows that only add zero are left out. */
    private static String some(List<Measure> group) {
        return group.stream().map(Contrasts::some).distinct().collect(joining(" OR ", "(", ")"));
    }

    private static String some(Measure one) {
        return one.aggregate() == Aggregate.SUM
                ? "((%s) <> 0 AND %s)".formatted(one.column(), one.condition())
                : "(" + one.condition() + ")";
    }

    static String literals(List<String> texts) {
        return texts.stream()
                .map(text -> "'" + text.replace("'", "''") + "'")
                .collect(joining(", "));
    }
}

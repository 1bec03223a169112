package app.rotina.warehouse;

import static java.util.stream.Collectors.joining;

import app.rotina.warehouse.Contrast.Figure;
import app.rotina.warehouse.Measure.Aggregate;
import app.rotina.warehouse.engine.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Answers one contrast in one pass over the rows. Days are weighed, and values are turned into
 * their codes, where the rows are: what comes back is numbers, one row per combination.
 */
final class Contrasts {
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
                        : sql.list(combinations(groups), this::numbers);
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
                .formatted(literals(asked.dimensions()), days());
    }

    private double[] numbers(ResultSet row) throws SQLException {
        double[] numbers = new double[values.size() + 3 * asked.figures().size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i < values.size() ? row.getInt(i + 1) : row.getDouble(i + 1);
        }
        return numbers;
    }

    private String combinations(List<List<Measure>> groups) {
        String keys = each(values.size(), "d%1$d");
        return """
        -- one row per combination of dimension values
        WITH weighed (day, explained, weight) AS (VALUES %s),
        part AS (%s),
        daily AS (SELECT day, %s, %s FROM part GROUP BY ALL)
        SELECT %s, %s FROM daily JOIN weighed USING (day) GROUP BY %s ORDER BY %s\
        """
                .formatted(
                        asked.all().stream().map(this::weighed).collect(joining(", ")),
                        groups.stream().map(this::part).collect(joining(" UNION ALL ")),
                        keys,
                        each(asked.figures().size(), "CAST(sum(f%1$d) AS DECIMAL(18, 4)) AS f%1$d"),
                        each(values.size(), "CAST(enum_code(d%1$d) AS INTEGER)"),
                        each(
                                asked.figures().size(),
                                """
                                CAST(coalesce(sum(f%1$d) FILTER (explained), 0) AS DOUBLE), CAST(sum(weight * f%1$d) AS DOUBLE),
                                sum(CAST(weight AS DOUBLE) * CAST(f%1$d AS DOUBLE) * CAST(f%1$d AS DOUBLE))\
                                """),
                        keys,
                        keys);
    }

    private static String each(int count, String pattern) {
        return IntStream.range(0, count).mapToObj(pattern::formatted).collect(joining(", "));
    }

    /** Weights so exact that a thousand millions of money are off by less than a cent. */
    private String weighed(LocalDate day) {
        return "(DATE '%s', %s, CAST(%s AS DECIMAL(19, 12)))"
                .formatted(
                        day,
                        asked.days().contains(day),
                        asked.usual().getOrDefault(day, BigDecimal.ZERO).toPlainString());
    }

    /** What measures of the same rows give to the figures; one dimension is in the roll-up. */
    private String part(List<Measure> group) {
        Measure first = group.getFirst();
        return values.size() == 1
                ? part(
                        group,
                        "day",
                        "rollup WHERE dimension = " + literals(asked.dimensions()),
                        one -> "sum(" + one.id() + ")")
                : part(
                        group,
                        first.day(),
                        Aggregates.rows(group, asked.dimensions()) + " WHERE " + some(group),
                        Measure::expression);
    }

    private String part(
            List<Measure> group, String day, String rows, Function<Measure, String> expression) {
        return "SELECT %s AS day, %s, %s FROM %s AND %s IN (%s) GROUP BY ALL"
                .formatted(
                        day,
                        IntStream.range(0, values.size())
                                .mapToObj(this::code)
                                .collect(joining(", ")),
                        asked.figures().stream()
                                .map(figure -> figure(figure, group, expression))
                                .collect(joining(", ")),
                        rows,
                        day,
                        days());
    }

    private String code(int dimension) {
        String name = asked.dimensions().get(dimension);
        return "CAST(coalesce(%s, '%s') AS ENUM (%s)) AS d%d"
                .formatted(
                        values.size() == 1 ? "value" : name,
                        Rollups.NOT_SET,
                        literals(values.getOrDefault(name, List.of())),
                        dimension);
    }

    private String figure(
            Figure figure, List<Measure> group, Function<Measure, String> expression) {
        String sum =
                group.stream()
                        .filter(figure.parts()::containsKey)
                        .map(one ->
                                "%d * coalesce(%s, 0)"
                                        .formatted(figure.parts().get(one), expression.apply(one)))
                        .collect(joining(" + "));
        return "CAST(%s AS DECIMAL(18, 4)) AS f%d"
                .formatted(sum.isEmpty() ? "0" : sum, asked.figures().indexOf(figure));
    }

    /** Rows that only add zero are left out. */
    private static String some(List<Measure> group) {
        return group.stream().allMatch(one -> one.aggregate() == Aggregate.SUM)
                ? group.stream()
                        .map(one -> "(" + one.column() + ") <> 0")
                        .distinct()
                        .collect(joining(" OR ", "(", ")"))
                : "true";
    }

    private String days() {
        return asked.all().stream().map("DATE '%s'"::formatted).collect(joining(", "));
    }

    private static String literals(List<String> texts) {
        return texts.stream()
                .map(text -> "'" + text.replace("'", "''") + "'")
                .collect(joining(", "));
    }
}
